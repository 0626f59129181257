export type Ending = "unknown" | "expired" | "archived" | "closed" | "stopped" | "broken";

const words: Record<Ending, { status: number; title: string; text: string }> = {
  unknown: {
    status: 404,
    title: "There is no link here",
    text: "Perhaps a letter is missing at the end of the address. Look where you found it, or ask who gave it to you.",
  },
  expired: {
    status: 410,
    title: "This link has ended",
    text: "It was meant for a while, and that is over. Whoever gave it to you can tell where to go instead.",
  },
  archived: {
    status: 410,
    title: "This link is no longer in use",
    text: "Whoever gave it to you can tell where to go instead.",
  },
  closed: {
    status: 410,
    title: "This link is no longer in use",
    text: "The page that it led to is not available at the moment.",
  },
  stopped: {
    status: 410,
    title: "This link is stopped",
    text: "Whoever made it does not let links lead to that place any more. They can tell where to go instead.",
  },
  broken: {
    status: 503,
    title: "One moment, please",
    text: "The link could not be looked up just now. Try again in a few seconds.",
  },
};

const styles =
  "html{color-scheme:light dark}body{margin:0;min-height:100vh;display:grid;place-items:center;font:17px/1.5 system-ui,sans-serif}main{max-width:30rem;padding:2rem}h1{font-size:1.5rem;line-height:1.2;margin:0 0 .5rem}p{margin:0}";

/** A whole page that needs nothing else, in words for somebody who only followed a link. */
export async function endingPage(ending: Ending): Promise<Response> {
  const { status, title, text } = words[ending];
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title><style>${styles}</style></head><body><main><h1>${title}</h1><p>${text}</p></main></body></html>`;
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(styles));
  const hash = btoa(String.fromCharCode(...new Uint8Array(digest)));
  return new Response(html, {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      "cache-control": "no-store",
      "x-robots-tag": "noindex",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      ...(status === 503 ? { "retry-after": "5" } : {}),
    },
  });
}
