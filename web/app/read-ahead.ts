import { useEffect } from "react";

type Ahead = { at: number; answer: Promise<Response | null> };

/** A page of this age is still what would be answered now: whatever changes meanwhile is heard, and forgets it. */
const freshMs = 10_000;
const mostKept = 4;
const dataSuffix = ".data";

const ahead = new Map<string, Ahead>();
let readNow: typeof fetch | undefined;

/**
 * Stands where the router would put a `<link rel="prefetch">`. Our pages are `no-store` (TEN-10), so that a browser reads
 * them and throws them away; here they wait in memory, for this tab and for one visit.
 */
export function ReadAhead({ href }: { href: string }): null {
  useEffect(() => {
    readAhead(href);
  }, [href]);
  return null;
}

/** Who goes where somebody pointed gets what was read then; a change anywhere, by this browser or heard of, forgets it. */
export function readAheadOf(fetchOnce: typeof fetch): typeof fetch {
  readNow = fetchOnce;
  return async (input, init) => {
    const place = placeRead(input, init);
    if (place === null || isShown(place)) forgetWhenChanged(place, input, init);
    else {
      const answer = await take(place, init?.signal);
      if (answer) return answer;
    }
    return await fetchOnce(input, init);
  };
}

export function readAhead(href: string): void {
  const known = ahead.get(href);
  if (!readNow || (known && isFresh(known))) return;
  ahead.delete(href);
  ahead.set(href, { at: Date.now(), answer: readWhole(readNow, href) });
  const [oldest] = ahead.keys();
  if (ahead.size > mostKept && oldest !== undefined) ahead.delete(oldest);
}

/** Something happened: what was read before it may not be so any more. */
export function forgetReadAhead(): void {
  ahead.clear();
}

/** Only what can be shown: where it leads elsewhere or fails, whoever really goes there is told anew. */
async function readWhole(read: typeof fetch, href: string): Promise<Response | null> {
  try {
    const response = await read(href);
    if (response.status !== 200) return null;
    return new Response(await response.arrayBuffer(), response);
  } catch {
    return null;
  }
}

async function take(place: string, signal: AbortSignal | null | undefined): Promise<Response | null> {
  const known = ahead.get(place);
  ahead.delete(place);
  if (!known || !isFresh(known)) return null;
  const answer = await known.answer;
  signal?.throwIfAborted();
  return answer;
}

function isFresh({ at }: Ahead): boolean {
  return Date.now() - at < freshMs;
}

/** Sending something changes something, and the page that is shown looks again when it has heard of a change. */
function forgetWhenChanged(
  place: string | null,
  input: RequestInfo | URL,
  init: RequestInit | undefined,
): void {
  const method = input instanceof Request ? input.method : (init?.method ?? "GET");
  if (place !== null || method !== "GET") forgetReadAhead();
}

/** The address of a page's data, when that is what is read. */
function placeRead(input: RequestInfo | URL, init: RequestInit | undefined): string | null {
  if (input instanceof Request || (init?.method ?? "GET") !== "GET") return null;
  const { pathname, search } = new URL(input, window.location.href);
  return pathname.endsWith(dataSuffix) ? `${pathname}${search}` : null;
}

function isShown(place: string): boolean {
  const { pathname } = new URL(place, window.location.href);
  return pathname === `${window.location.pathname}${dataSuffix}`;
}
