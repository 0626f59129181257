/**
 * Where to go on after signing in: a path of ours, whatever was asked (REDIR-01). Parsed as a browser would,
 * so that `//evil`, `/\evil` and tabs inside do not leave the site.
 */
export function safeNext(next: string | null | undefined, fallback = "/home"): string {
  if (!next || !/^\/(?![/\\])/.test(next)) return fallback;
  const base = "https://tributary.invalid";
  if (!URL.canParse(next, base)) return fallback;
  const url = new URL(next, base);
  return url.origin === base ? url.pathname + url.search + url.hash : fallback;
}

/** A query without what is not there. */
export function queryOf(values: Record<string, string | undefined>): string {
  const given = Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return new URLSearchParams(given).toString();
}
