import type { Locale } from "./words/format";

/**
 * Our words are English, so dates and numbers follow the reader's English (“21 Nov” or “Nov 21”); the zone is
 * the account's, and until it is known the one the request came from.
 */
export function localeOf(request: Request, timeZone?: string | null): Locale {
  const asked = request.headers.get("Accept-Language") ?? "";
  const english = /\ben(?:-[A-Za-z]{2})?\b/.exec(asked)?.[0] ?? "en";
  // safe: Cloudflare adds `cf` to requests; it is absent elsewhere
  const cf = (request as Request & { cf?: { timezone?: string } }).cf;
  return { language: english, timeZone: validZone(timeZone) ?? validZone(cf?.timezone) ?? "UTC" };
}

function validZone(zone: string | null | undefined): string | undefined {
  if (!zone) return undefined;
  return Intl.supportedValuesOf("timeZone").includes(zone) || zone === "UTC" ? zone : undefined;
}
