import type { Locale } from "./words/format";

/**
 * Our words are English, so dates and numbers follow the reader's English (“21 Nov” or “Nov 21”). The zone is the one
 * that the account names; until it names one, where the request came from.
 */
export function localeOf(request: Request, timeZone = "UTC"): Locale {
  const asked = request.headers.get("Accept-Language") ?? "";
  const english = /\ben(?:-[A-Za-z]{2})?\b/.exec(asked)?.[0] ?? "en";
  return { language: english, timeZone: timeZone === "UTC" ? zoneOf(request) : timeZone };
}

function zoneOf(request: Request): string {
  // safe: Cloudflare adds `cf` to requests; it is absent elsewhere
  const zone = (request as Request & { cf?: { timezone?: string } }).cf?.timezone;
  return zone && Intl.supportedValuesOf("timeZone").includes(zone) ? zone : "UTC";
}
