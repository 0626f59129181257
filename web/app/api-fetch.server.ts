import type { LoadContext } from "./load-context";
import { fetchOnce } from "./fetch-once.server";

type Call = { context: LoadContext; request: Request };

const passedOn = ["cookie", "user-agent", "cf-connecting-ip", "accept-language"];

/** `fetch` to the API Worker on behalf of the person whose request this is. There is no other way to it. */
export function apiFetch({ context, request }: Call): typeof fetch {
  return async (input, init) => {
    const call = new Request(new Request(input, init), whereFrom(request));
    for (const name of passedOn) {
      const value = request.headers.get(name);
      if (value !== null) call.headers.set(name, value);
    }
    // The API checks where a write comes from; it comes from this site's own page.
    call.headers.set("origin", new URL(request.url).origin);
    if (context.bookmark.read) call.headers.set("tributary-bookmark", context.bookmark.read);
    const answer = await fetchOnce(context, call);
    const renewed = noteRenewal(context, answer);
    if (call.method !== "GET" || renewed) noteWrite(context, answer);
    return answer;
  };
}

/** Cookies that the API set for the browser, such as the session's. */
export function cookiesOf(response: Response): Headers {
  const headers = new Headers();
  for (const cookie of response.headers.getSetCookie()) headers.append("Set-Cookie", cookie);
  return headers;
}

/** What the network told about the caller, such as the town, goes along. */
function whereFrom(request: Request): RequestInit {
  // safe: Cloudflare's `cf` is no part of the standard's Request
  const { cf } = request as Request & { cf?: unknown };
  return cf === undefined ? {} : ({ cf } as RequestInit);
}

/** The API may go on under a new session at any call; the browser learns it with the page. */
function noteRenewal(context: LoadContext, answer: Response): boolean {
  if (answer.headers.get("tributary-session") !== "renewed") return false;
  context.renewedSession = answer.headers.getSetCookie().find(isSessionCookie) ?? null;
  return true;
}

function isSessionCookie(line: string): boolean {
  return /^(?:__Host-)?trb_session=/.test(line);
}

/** From here on this person reads a database that has seen their own write. */
function noteWrite({ bookmark }: LoadContext, answer: Response): void {
  const seen = answer.headers.get("tributary-bookmark");
  if (!seen) return;
  bookmark.read = seen;
  bookmark.isNew = true;
}
