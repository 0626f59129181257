import * as z from "zod";

const longest = 2048;

/** A website as people type it: `example.com` is enough, and what is kept is the whole address without its fragment. */
export const websiteAddress = z
  .string()
  .trim()
  .min(1, "Type the address of your website.")
  .max(longest)
  // Said of the text that comes in, because what is said of a transform is not in the document.
  .meta({ examples: ["example.com"] })
  .transform((typed, issues) => {
    const url = readWebsite(typed);
    if (url) return url;
    issues.addIssue({ code: "custom", message: "This is not a web address, such as example.com." });
    return z.NEVER;
  });

/** Where the fetcher may go is not judged here: only whether this names a page of the web at all. */
export function readWebsite(typed: string): string | null {
  const url = URL.parse(withScheme(typed.trim()));
  if (!url || !["http:", "https:"].includes(url.protocol)) return null;
  if (url.username || url.password || !isHost(url.hostname) || url.href.length > longest) return null;
  url.hash = "";
  return url.href;
}

/** A site on the machine that this runs on, such as the sample, has no certificate. */
function withScheme(typed: string): string {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(typed)) return typed;
  return `${/^localhost(?:[:/?#]|$)/i.test(typed) ? "http" : "https"}://${typed}`;
}

/** A name with a dot, an address in numbers, or the machine that this runs on. */
function isHost(host: string): boolean {
  return host === "localhost" || host.startsWith("[") || /^[^.\s]+(\.[^.\s]+)+\.?$/.test(host);
}

/** An address that a page may show as a link: never a script (XSS-03). */
export const webLink = z
  .string()
  .trim()
  .max(longest)
  .refine((typed) => isWebLink(typed), "Use an address that begins with https:// or http://.")
  .meta({ examples: ["https://example.com/"] });

export function isWebLink(typed: string): boolean {
  const url = URL.parse(typed);
  return url !== null && (url.protocol === "https:" || url.protocol === "http:") && !url.username;
}
