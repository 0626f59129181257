import type { Locale } from "./format";

/** Millionths of a dollar, as a person reads them: cents where there are some, else as much as it takes to see it. */
export function formatMicros(micros: number, { language }: Locale): string {
  const dollars = micros / 1_000_000;
  const isSmall = micros !== 0 && Math.abs(dollars) < 0.01;
  return new Intl.NumberFormat(language, {
    style: "currency",
    currency: "USD",
    currencyDisplay: "narrowSymbol",
    minimumFractionDigits: 2,
    maximumFractionDigits: isSmall ? 6 : 2,
    ...(isSmall ? { maximumSignificantDigits: 2 } : {}),
  }).format(dollars);
}
