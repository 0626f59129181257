const most = 6;

/** The colours that a site is made of, the strongest first: what it names its own, then what it uses most. */
export function coloursIn(themeColour: string | undefined, styles: string): string[] {
  const weights = new Map<string, number>();
  const add = (colour: string | null, weight: number) => {
    if (colour && isColourful(colour)) weights.set(colour, (weights.get(colour) ?? 0) + weight);
  };
  add(hexOf(themeColour ?? ""), 50);
  for (const [, name = "", value = ""] of styles.matchAll(/([\w-]{1,40})\s*:\s*([^;{}]{3,60})[;}]/g)) {
    const weight = /primary|brand|accent|theme|main/i.test(name) ? 20 : 1;
    for (const [colour] of value.matchAll(/#[0-9a-f]{3,8}\b|rgba?\([^)]{5,40}\)/gi))
      add(hexOf(colour), weight);
  }
  return [...weights]
    .toSorted(([, one], [, other]) => other - one)
    .map(([colour]) => colour)
    .filter((colour, index, all) => all.slice(0, index).every((earlier) => distance(earlier, colour) > 48))
    .slice(0, most);
}

function hexOf(text: string): string | null {
  const hex = /^#([0-9a-f]{3,8})$/i.exec(text.trim())?.[1]?.toLowerCase();
  if (hex && (hex.length === 3 || hex.length === 4)) return `#${hex.slice(0, 3).replaceAll(/./g, "$&$&")}`;
  if (hex && (hex.length === 6 || hex.length === 8)) return `#${hex.slice(0, 6)}`;
  const numbers = /^rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})/i
    .exec(text.trim())
    ?.slice(1)
    .map(Number);
  if (!numbers || numbers.some((number) => number > 255)) return null;
  return `#${numbers.map((number) => number.toString(16).padStart(2, "0")).join("")}`;
}

/** Black, white and grey are everybody's. */
function isColourful(colour: string): boolean {
  const channels = channelsOf(colour);
  return Math.max(...channels) - Math.min(...channels) >= 24 && Math.min(...channels) < 235;
}

function distance(one: string, other: string): number {
  const others = channelsOf(other);
  return Math.hypot(...channelsOf(one).map((channel, index) => channel - (others[index] ?? 0)));
}

function channelsOf(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}
