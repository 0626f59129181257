const protocols = new Set(["http:", "https:", "mailto:", "tel:"]);
const longest = 2000;

/** The address as a parser reads it, or null: only the protocols that a reader can follow without harm (XSS-03). */
export function safeLink(href: unknown): string | null {
  const url = parse(href);
  if (!url || !protocols.has(url.protocol)) return null;
  if (!url.protocol.startsWith("http")) return url.href;
  return url.username || url.password || url.hostname === "" ? null : url.href;
}

/** Pictures come by http and https alone. */
export function safeImage(src: unknown): string | null {
  const link = safeLink(src);
  return link !== null && /^https?:/.test(link) ? link : null;
}

export function hostOf(href: string): string {
  return parse(href)?.hostname.replace(/^www\./, "") ?? "";
}

/** What begins without a protocol, such as `//host`, has none to judge; a space or a control sign hides one. */
function parse(href: unknown): URL | null {
  if (typeof href !== "string" || href.length > longest || !/^[a-z]+:/i.test(href)) return null;
  // oxlint-disable-next-line no-control-regex
  if (/[\u0000-\u0020\u007f<>"`]/.test(href) || !URL.canParse(href)) return null;
  const url = new URL(href);
  return /[<>"`\s]/.test(url.href) ? null : url;
}
