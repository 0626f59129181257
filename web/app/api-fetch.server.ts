import type { LoadContext } from "./load-context";

type Call = { context: LoadContext; request: Request };

const passedOn = ["cookie", "user-agent", "cf-connecting-ip", "accept-language"];

/** `fetch` to the API Worker on behalf of the person whose request this is. There is no other way to it. */
export function apiFetch({ context, request }: Call, more: Record<string, string> = {}): typeof fetch {
  return async (input, init) => {
    const call = new Request(input, init);
    for (const name of passedOn) {
      const value = request.headers.get(name);
      if (value !== null) call.headers.set(name, value);
    }
    for (const [name, value] of Object.entries(more)) call.headers.set(name, value);
    // The API checks where a write comes from; it comes from this site's own page.
    call.headers.set("origin", new URL(request.url).origin);
    return context.env.API.fetch(call);
  };
}

/** Cookies that the API set for the browser, such as the session's. */
export function cookiesOf(response: Response): Headers {
  const headers = new Headers();
  for (const cookie of response.headers.getSetCookie()) headers.append("Set-Cookie", cookie);
  return headers;
}
