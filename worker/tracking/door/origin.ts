/** Whether a page may send: by its origin, or where a browser sends none, by the page's own address. */
export function isAllowed(domains: readonly string[], headers: Headers): boolean {
  if (domains.length === 0) return true;
  const page = headers.get("origin") ?? headers.get("referer") ?? "";
  const host = URL.parse(page)?.host;
  return host !== undefined && domains.some((domain) => covers(domain, host));
}

/** `*.example.com` is every name below it, and itself; `www.example.com` only that. */
function covers(domain: string, host: string): boolean {
  if (!domain.startsWith("*.")) return host === domain;
  return host === domain.slice(2) || host.endsWith(domain.slice(1));
}
