const digits = "0123456789abcdefghijklmnopqrstuvwxyz";
const base = digits.length;
const timeLength = 9;
const latest = base ** timeLength - 1;

/** Above everything that was put on top before: the later, the smaller. */
export function positionOnTop(now: number, random: Uint8Array): string {
  let text = "";
  for (let rest = latest - now, i = 0; i < timeLength; i++, rest = Math.floor(rest / base))
    text = digits.charAt(rest % base) + text;
  return `${text}${[...random].map((byte) => digits.charAt(byte % base)).join("")}i`;
}

/** A place between two others, as short as it can be; `above` is the smaller one. Null is the end of the column. */
export function positionBetween(above: string | null, below: string | null): string {
  const low = above ?? "";
  if (below !== null && low >= below) throw new RangeError("There is nothing between these two.");
  let place = "";
  for (let i = 0; ; i++) {
    const [from, to] = [digitAt(low, i, 0), below === null ? base : digitAt(below, i, 0)];
    if (to - from > 1) return place + digits.charAt(Math.floor((from + to) / 2));
    place += digits.charAt(from);
    // Once it is below the lower one at this digit, only the upper one still counts.
    if (to > from) return placeAfter(low, i + 1, place);
  }
}

function placeAfter(low: string, start: number, begun: string): string {
  let place = begun;
  for (let i = start; ; i++) {
    const from = digitAt(low, i, 0);
    if (base - from > 1) return place + digits.charAt(Math.floor((from + base) / 2));
    place += digits.charAt(from);
  }
}

function digitAt(text: string, index: number, missing: number): number {
  return index < text.length ? digits.indexOf(text.charAt(index)) : missing;
}
