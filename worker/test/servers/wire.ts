/** What the stand-in servers share: they speak the real protocol over a `fetch` that the providers are given. */
export type Received = { method: string; url: URL; headers: Headers; body: string };
export type Handler = (received: Received, request: Request) => Response | Promise<Response>;
export type Server = { fetch: typeof fetch; received: Received[] };

/** Follows redirects unless asked not to, as the runtime's fetch does. */
export function serve(handle: Handler): Server {
  const received: Received[] = [];
  async function answer(request: Request): Promise<Response> {
    const { method, url, headers } = request;
    const entry = { method, url: new URL(url), headers, body: await request.text() };
    received.push(entry);
    const response = await handle(entry, request);
    const location = response.headers.get("location");
    if (location === null || request.redirect === "manual") return response;
    return await answer(new Request(new URL(location, url), { headers }));
  }
  // safe: the runtime's own fetch makes a Request of whatever it is called with, too
  return {
    received,
    fetch: async (input, init) => await answer(new Request(input as string, init as RequestInit)),
  };
}

/** One `fetch` for several hosts, so that a provider sees a small internet. */
export function serveHosts(hosts: Record<string, Server>): typeof fetch {
  return async (input, init) => {
    const host = new URL(input instanceof Request ? input.url : input).host;
    const server = hosts[host] ?? hosts["*"];
    if (!server) throw new TypeError(`Nothing listens at ${host}`);
    return await server.fetch(input, init);
  };
}

export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return Response.json(body, { status, headers });
}

/** Never answers by itself; ends when the caller gives up. */
export function silence(request: Request): Promise<never> {
  return new Promise((_, reject) => {
    const giveUp = () => reject(request.signal.reason);
    if (request.signal.aborted) giveUp();
    request.signal.addEventListener("abort", giveUp, { once: true });
  });
}

/** Sends the beginning of a body, then the connection breaks. */
export function cutAfter(...chunks: string[]): ReadableStream<Uint8Array> {
  return chunked(chunks, (controller) => controller.error(new TypeError("The connection was reset")));
}

/** Sends the beginning of a body and ends as if that were all. */
export function endAfter(...chunks: string[]): ReadableStream<Uint8Array> {
  return chunked(chunks, (controller) => controller.close());
}

/** Sends the beginning of a body, then nothing more, without ending. */
export function stallAfter(...chunks: string[]): ReadableStream<Uint8Array> {
  return chunked(chunks, () => new Promise(() => undefined));
}

type Ending = (controller: ReadableStreamDefaultController<Uint8Array>) => void | Promise<never>;

function chunked(chunks: string[], end: Ending): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let next = 0;
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      const chunk = chunks[next++];
      if (chunk === undefined) return end(controller);
      controller.enqueue(encoder.encode(chunk));
    },
  });
}
