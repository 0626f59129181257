/** Two with the same domain, or without one and with the same name, are one firm. */
export function companyKeyOf({ name, domain }: { name: string; domain: string | null }): string {
  return domain ? `d:${domain}` : `n:${companyNameKey(name)}`;
}

export function companyNameKey(name: string): string {
  return name
    .normalize("NFKD")
    .replaceAll(/\p{M}+/gu, "")
    .toLowerCase()
    .replaceAll(/\s+/g, " ")
    .trim()
    .slice(0, 200);
}

/** The host of an address that was typed, without “www.”; null for what is no web address. */
export function domainOf(website: string | null | undefined): string | null {
  if (!website) return null;
  const url = URL.parse(/^https?:\/\//i.test(website) ? website : `https://${website}`);
  return url?.hostname.includes(".") ? url.hostname.replace(/^www\./, "") : null;
}
