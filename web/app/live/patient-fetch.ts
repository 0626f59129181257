import { whenOnline } from "./when-online";

const waitsMs = [1_000, 2_000, 4_000, 8_000];

/**
 * Reading a page's data waits out a cut network instead of failing: a failed look would take the place of what can still
 * be read. Whoever moves on meanwhile aborts it. Only reading is repeated; what is sent is sent once.
 */
export function readPatiently(fetchOnce: typeof fetch): typeof fetch {
  return async (input, init) => {
    if (!isLook(input, init)) return await fetchOnce(input, init);
    for (const wait of waitsMs) {
      try {
        return await wholly(await fetchOnce(input, init));
      } catch (error) {
        if (init?.signal?.aborted) throw error;
        await networkOrWait(wait);
      }
    }
    return await fetchOnce(input, init);
  };
}

/** For a part of the app that is loaded when it is first needed: without a network it comes later, and nothing breaks. */
export async function loadPatiently<T>(load: () => Promise<T>): Promise<T> {
  for (const wait of waitsMs) {
    try {
      return await load();
    } catch {
      await networkOrWait(wait);
    }
  }
  return await load();
}

/** To its last byte: a cut in the middle of an answer is a cut as well. */
async function wholly(response: Response): Promise<Response> {
  if (!response.body) return response;
  return new Response(await response.arrayBuffer(), response);
}

/** What the router asks for when it goes somewhere or looks again. */
function isLook(input: RequestInfo | URL, init: RequestInit | undefined): boolean {
  if (input instanceof Request || (init?.method ?? "GET") !== "GET") return false;
  return new URL(input, window.location.href).pathname.endsWith(".data");
}

/** Without a network until it is back; with one that fails nevertheless, for a while. */
function networkOrWait(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = navigator.onLine ? setTimeout(done, ms) : undefined;
    const stopListening = whenOnline(done);
    function done(): void {
      clearTimeout(timer);
      stopListening();
      resolve();
    }
  });
}
