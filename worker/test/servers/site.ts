import { cutAfter, type Handler, serve, type Server, silence, stallAfter } from "./wire";

const html = { "content-type": "text/html; charset=utf-8" };

/** Websites by full address; what is not listed is a 404 page. */
export function siteServer(pages: Record<string, string | Handler>): Server {
  return serve((received, request) => {
    const page = pages[received.url.href];
    if (page === undefined) return new Response("<h1>Not found</h1>", { status: 404, headers: html });
    return typeof page === "string" ? new Response(page, { headers: html }) : page(received, request);
  });
}

export function redirectTo(location: string, status = 302): Handler {
  return () => new Response(null, { status, headers: { location, "set-cookie": "session=theirs" } });
}

export function fileOf(contentType: string, body: BodyInit = "content"): Handler {
  return () => new Response(body, { headers: { "content-type": contentType } });
}

/** What websites do wrong, by accident or on purpose. */
export const siteFaults = {
  rate_limited: () => new Response("Slow down", { status: 429, headers: { ...html, "retry-after": "30" } }),
  server_error: () => new Response("<h1>Error</h1>", { status: 500, headers: html }),
  slow: (_, request) => silence(request),
  slow_drip: () => new Response(stallAfter("<p>one", "<p>two"), { headers: html }),
  cut_stream: () => new Response(cutAfter("<h1>Coffee", " roasted"), { headers: html }),
  endless: () => new Response(endless(), { headers: html }),
  gzip_bomb: async () => new Response(await gzipBomb(), { headers: { ...html, "content-encoding": "gzip" } }),
  unreachable: () => {
    throw new TypeError("Network connection lost");
  },
} satisfies Record<string, Handler>;

function endless(): ReadableStream<Uint8Array> {
  const chunk = new Uint8Array(65_536).fill(97);
  return new ReadableStream({ pull: (controller) => controller.enqueue(chunk) });
}

/** A body of some 60 kB that unpacks to 60 MB, handed over as the runtime does: already being decompressed. */
async function gzipBomb(): Promise<ReadableStream<Uint8Array>> {
  const zeros = new Uint8Array(1_000_000);
  let left = 60;
  const source = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (left-- > 0) controller.enqueue(zeros);
      else controller.close();
    },
  });
  const compressed = await new Response(source.pipeThrough(new CompressionStream("gzip"))).arrayBuffer();
  const body = new Response(compressed).body ?? new ReadableStream();
  return body.pipeThrough(new DecompressionStream("gzip"));
}
