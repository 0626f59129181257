export type Locale = { language: string; timeZone: string };

const dateStyles = {
  short: { day: "numeric", month: "short", year: "numeric" },
  long: {
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "numeric",
    minute: "2-digit",
    timeZoneName: "short",
  },
} as const;

export function formatDate(
  at: string,
  { language, timeZone }: Locale,
  style: keyof typeof dateStyles,
): string {
  const make = () => new Intl.DateTimeFormat(language, { ...dateStyles[style], timeZone });
  return once(`date ${language} ${timeZone} ${style}`, make).format(new Date(at));
}

export function formatNumber(value: number, { language }: Locale): string {
  return once(`number ${language}`, () => new Intl.NumberFormat(language)).format(value);
}

/** Of one: 0.8 is “80%”, written as the reader's language does. */
export function formatPercent(share: number, { language }: Pick<Locale, "language">, digits = 0): string {
  const make = () => new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: digits });
  return once(`percent ${language} ${digits}`, make).format(share);
}

type Money = { amount: number; currency: string };

/** `short` leaves out “.00”, for sentences. */
export function formatMoney({ amount, currency }: Money, { language }: Locale, style?: "short"): string {
  const make = () =>
    new Intl.NumberFormat(language, {
      style: "currency",
      currency: currency.toUpperCase(),
      currencyDisplay: "narrowSymbol",
      ...(style === "short" ? { trailingZeroDisplay: "stripIfInteger" } : {}),
    });
  const format = once(`money ${language} ${currency} ${style ?? "long"}`, make);
  const digits = format.resolvedOptions().minimumFractionDigits ?? 2;
  return format.format(amount / 10 ** digits);
}

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

export function formatRelative(at: string, now: number, language: string): string {
  const seconds = Math.round((Date.parse(at) - now) / 1000);
  const [unit, size] = units.find(([, size]) => Math.abs(seconds) >= size) ?? ["second", 1];
  const amount = unit === "second" ? 0 : Math.round(seconds / size);
  const make = () => new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  return once(`relative ${language}`, make).format(amount, unit);
}

const made = new Map<string, unknown>();

/** Formats are dear to make and cheap to use, and a table that is scrolled says hundreds of things a second. */
function once<T>(key: string, make: () => T): T {
  const known = made.get(key) ?? make();
  made.set(key, known);
  return known as T; // safe: a key names one kind of format
}

/** “1 member”, “12 members”; plural rules of English, the language of our words. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${new Intl.NumberFormat("en").format(count)} ${count === 1 ? one : many}`;
}
