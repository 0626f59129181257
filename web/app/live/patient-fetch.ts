import { whenOnline } from "./when-online";

const dataSuffix = ".data";
const waitsMs = [1_000, 2_000, 4_000, 8_000];
/** Who can go on reading what is there has more patience than who waits for a page. */
const longWaitsMs = [...waitsMs, 16_000, 32_000];

/**
 * Reading a page's data waits out a cut network instead of failing, and so does a look at the page that is already shown
 * while the server is too busy or being replaced: a failed look would take the place of what can still be read. Whoever
 * moves on meanwhile aborts it. Only reading is repeated; what is sent is sent once.
 */
export function readPatiently(fetchOnce: typeof fetch): typeof fetch {
  return async (input, init) => {
    const place = placeLookedAt(input, init);
    if (place === null) return await fetchOnce(input, init);
    const isShown = place === placeOf(new URL(window.location.href));
    for (const wait of isShown ? longWaitsMs : waitsMs) {
      try {
        const response = await wholly(await fetchOnce(input, init));
        if (!isShown || !mayPass(response.status)) return response;
      } catch (error) {
        if (init?.signal?.aborted) throw error;
      }
      await networkOrWait(wait);
    }
    return await fetchOnce(input, init);
  };
}

function mayPass(status: number): boolean {
  return status === 429 || status >= 500;
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

/** Of which page the router wants the data, when it goes somewhere or looks again. */
function placeLookedAt(input: RequestInfo | URL, init: RequestInit | undefined): string | null {
  if (input instanceof Request || (init?.method ?? "GET") !== "GET") return null;
  const url = new URL(input, window.location.href);
  if (!url.pathname.endsWith(dataSuffix)) return null;
  url.pathname = url.pathname.slice(0, -dataSuffix.length);
  url.searchParams.delete("_routes");
  return placeOf(url);
}

function placeOf({ pathname, searchParams }: URL): string {
  return `${pathname}?${searchParams.toString()}`;
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
