import { countOf, formatMoney, type Locale } from "~/words/format";
import type { Progress } from "./bundle";

/** “about three minutes left”: rounded, because nobody knows better. */
export function etaWords(seconds: number | null): string | null {
  if (seconds === null) return null;
  if (seconds < 50) return "less than a minute left";
  const minutes = Math.round(seconds / 60);
  if (minutes < 90)
    return `about ${minutes <= 12 ? small[minutes] : minutes} ${minutes === 1 ? "minute" : "minutes"} left`;
  return `about ${countOf(Math.round(minutes / 60), "hour")} left`;
}

const small = "no one two three four five six seven eight nine ten eleven twelve".split(" ");

/** Millionths of a dollar in words; a small sum is not called nothing. */
export function moneyWords(micros: number, locale: Locale): string {
  const cent = formatMoney({ amount: 1, currency: "usd" }, locale);
  if (micros > 0 && micros < 10_000) return `less than ${cent}`;
  return formatMoney({ amount: Math.round(micros / 10_000), currency: "usd" }, locale);
}

/** “$1.84 of about $6.00”; nothing where writing costs nothing. */
export function costWords(spent: number, estimated: number, locale: Locale): string | null {
  if (spent === 0 && estimated === 0) return null;
  if (estimated === 0) return moneyWords(spent, locale);
  return `${moneyWords(spent, locale)} of about ${moneyWords(estimated, locale)}`;
}

/** How far it is, in quarters: what a screen reader is told while it goes on. */
export function quarterOf({ ready, failed, total }: Progress): number {
  return total === 0 ? 0 : Math.floor(((ready + failed) / total) * 4) * 25;
}

/** “1 Jan – 31 Mar 2027”: days of the calendar, the same in every time zone. */
export function periodWords(start: string, end: string, language: string): string {
  const format = new Intl.DateTimeFormat(language, {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  });
  // Narrow spaces differ between the server and some browsers.
  return format.formatRange(new Date(start), new Date(end)).replaceAll(/\s/g, " ");
}
