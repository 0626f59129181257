/**
 * Whether a page may show and send a form (CORS-03). A browser names the page's origin on everything that crosses one;
 * whoever names none is no browser on another page. `null` is a page that hides where it is.
 */
export function isAllowedOrigin(domains: string[], origin: string | null, appUrl: string): boolean {
  if (domains.length === 0 || origin === null || origin === new URL(appUrl).origin) return true;
  const host = URL.parse(origin)?.host;
  return Boolean(host) && domains.some((domain) => host === domain || host?.endsWith(`.${domain}`));
}

/** The same rule for frames (FRAME-01). */
export function framingPages(domains: string[]): string {
  if (domains.length === 0) return "*";
  const hosts = domains.flatMap((domain) =>
    /^localhost\b/.test(domain) ? [domain] : [domain, `*.${domain}`],
  );
  return ["'self'", ...hosts].join(" ");
}
