import type { FetcherPort } from "../../kernel/ports";

const mostBytes = 24_000;
const pictures = ["image/png", "image/svg+xml", "image/jpeg", "image/webp", "image/gif", "image/x-icon"];

/** A small logo as a data address: our pages ask no other site for a picture (SSRF-10), and in an `img` nothing in it runs. */
export async function pictureOf(fetcher: FetcherPort, url: string): Promise<string | null> {
  try {
    const page = await fetcher.fetch({ url, accept: pictures, maxBytes: mostBytes, timeoutMs: 5_000 });
    const type = pictures.find((known) => page.contentType.toLowerCase().startsWith(known));
    if (page.status !== 200 || !type) return null;
    return `data:${type};base64,${btoa(String.fromCharCode(...page.body))}`;
  } catch {
    return null;
  }
}
