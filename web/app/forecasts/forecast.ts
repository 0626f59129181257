import { formatMoney, formatNumber, formatPercent, type Locale } from "~/words/format";
import type { components } from "../../../sdk";

export type Forecast = components["schemas"]["Forecast"];
export type ForecastType = Forecast["type"];
export type Granularity = Forecast["granularity"];

export const types: { type: ForecastType; name: string; about: string }[] = [
  { type: "revenue", name: "Revenue", about: "Value of the deals won" },
  { type: "lead_volume", name: "New leads", about: "Leads that come in" },
  { type: "conversion_rate", name: "Conversion", about: "Of the deals closed, the share won" },
  { type: "deal_velocity", name: "Pace", about: "Days from a lead's first day to its win" },
];

export function isType(value: string | null): value is ForecastType {
  return types.some(({ type }) => type === value);
}

type Said = Pick<Forecast, "type" | "currency">;

/** A value as what it is: money, a count, a share, or days. */
export function sayValue(value: number, { type, currency }: Said, locale: Locale): string {
  if (type === "revenue" && currency)
    return formatMoney({ amount: wholeUnits(value), currency }, locale, "short");
  if (type === "conversion_rate") return formatPercent(value, locale, 1);
  if (type === "deal_velocity") return `${formatNumber(Math.round(value * 10) / 10, locale)} days`;
  return formatNumber(Math.round(value), locale);
}

/** Foretold to the cent would be more than anybody knows. */
function wholeUnits(value: number): number {
  return Math.round(value / 100) * 100;
}

/** With its sign; shares in points. */
export function sayEffect(value: number, said: Said, locale: Locale): string {
  const sign = value < 0 ? "−" : "+";
  const size = Math.abs(value);
  if (said.type === "conversion_rate")
    return `${sign}${formatNumber(Math.round(size * 1000) / 10, locale)} points`;
  return `${sign}${sayValue(size, said, locale)}`;
}

/** Periods are of UTC, wherever their reader lives. */
export function sayPeriod(start: string, granularity: Granularity, { language }: Locale): string {
  const style: Intl.DateTimeFormatOptions =
    granularity === "month" ? { month: "short", year: "2-digit" } : { day: "numeric", month: "short" };
  return new Intl.DateTimeFormat(language, { ...style, timeZone: "UTC" }).format(
    new Date(`${start}T00:00:00Z`),
  );
}

export function sayDay(day: string, { language }: Locale): string {
  const style = { day: "numeric", month: "long", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(language, style).format(new Date(`${day}T00:00:00Z`));
}

export const methodWords = {
  holt_winters: "Holt-Winters",
  seasonal_naive: "as it was the last time",
} as const;
