export type Decimal = "point" | "comma";
export type DateOrder = "dmy" | "mdy";

const nothing = /^(?:-|–|—|n\/a|#n\/a|null)$/i;
/** What our own export puts before text that a spreadsheet would take for a formula. */
const guarded = /^'(?=[\s"'\u3000]*[=+\-@\t\r\n＝＋－＠])/;

export function readText(cell: string | undefined): string {
  const text = cell?.trim() ?? "";
  return nothing.test(text) ? "" : text.replace(guarded, "");
}

/** A number as people write it; null where it is none. Where both marks stand in it, the last one begins the fraction. */
export function readNumber(text: string, decimal: Decimal): number | null {
  const bare = text.replaceAll(/[\s\u00A0\u202F'’]/g, "");
  const last = Math.max(bare.lastIndexOf("."), bare.lastIndexOf(","));
  const mark = bare.charAt(last);
  const other = mark === "." ? "," : ".";
  const isFraction =
    last >= 0 &&
    (bare.includes(other) ||
      (bare.indexOf(mark) === last &&
        ((mark === ".") === (decimal === "point") || bare.length - last !== 4)));
  const whole = (isFraction ? bare.slice(0, last) : bare).replaceAll(/[.,]/g, "");
  const plain = isFraction ? `${whole}.${bare.slice(last + 1)}` : whole;
  return /^[+-]?\d+(?:\.\d*)?$|^[+-]?\.\d+$/.test(plain) ? Number(plain) : null;
}

const signs: Record<string, string> = { "€": "eur", $: "usd", "£": "gbp", "¥": "jpy", "₹": "inr" };

/** An amount of money in whole units, with its currency where it says one. */
export function readMoney(
  text: string,
  decimal: Decimal,
): { amount: number; currency: string | null } | null {
  const named = /\b[A-Za-z]{3}\b/.exec(text)?.[0]?.toLowerCase();
  const sign = Object.keys(signs).find((each) => text.includes(each));
  const amount = readNumber(text.replaceAll(/[A-Za-z€$£¥₹]/g, ""), decimal);
  return amount === null || amount < 0 ? null : { amount, currency: named ?? (sign && signs[sign]) ?? null };
}

const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})/;
const european = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})/;
const clock = /[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(am|pm)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;

/** A day, or a time of one, as RFC 3339; times without a zone are UTC. Null where it is no day of the calendar. */
export function readTime(text: string, order: DateOrder): string | null {
  const [year, month, day] = partsOf(text, order) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  const time = clock.exec(text);
  if (!time) return /^[\d./-]+$/.test(text) ? date.toISOString() : null;
  const [, hours = "0", minutes = "0", seconds = "0", half, zone] = time;
  const hour = (Number(hours) % (half ? 12 : 24)) + (half?.toLowerCase() === "pm" ? 12 : 0);
  date.setUTCHours(hour, Number(minutes), Number(seconds));
  return new Date(date.getTime() - offsetOf(zone)).toISOString();
}

function partsOf(text: string, order: DateOrder): [year: number, month: number, day: number] | null {
  const [, year, month, day] = iso.exec(text) ?? [];
  if (year) return [Number(year), Number(month), Number(day)];
  const found = european.exec(text);
  if (!found) return null;
  const [, first, mark, second, last = ""] = found;
  const full = last.length === 2 ? 2000 + Number(last) : Number(last);
  const isDayFirst = order === "dmy" || mark === "." || Number(first) > 12;
  return isDayFirst && Number(second) <= 12
    ? [full, Number(second), Number(first)]
    : [full, Number(first), Number(second)];
}

function offsetOf(zone: string | undefined): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? "") ?? [];
  const ms = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
  return sign === "-" ? -ms : ms;
}

/** Null where it is neither. */
export function readYesNo(text: string): boolean | null {
  if (/^(?:yes|y|true|1|x|ja|oui|s[ií]|wahr|vrai)$/i.test(text)) return true;
  return /^(?:no|n|false|0|nein|non|falsch|faux)$/i.test(text) ? false : null;
}
