import { createCookie, data, redirect } from "@remix-run/cloudflare";

/**
 * The token of a link from a mail. It leaves the address at once (history, referrers, screenshots) and waits in a
 * cookie of its page until a form is sent: opening a link changes nothing, so a mail scanner may look at it.
 */
export function mailLink(path: string) {
  const name = `link${path.replaceAll("/", "_")}`;
  // For the whole site, because a script asks for the page's data beside it, not under it.
  const cookie = createCookie(name, { path: "/", sameSite: "lax", httpOnly: true, maxAge: 3_600 });

  async function read(request: Request): Promise<string | null> {
    const waiting: unknown = await cookie.parse(request.headers.get("Cookie"));
    return typeof waiting === "string" ? waiting : null;
  }

  /** For loaders: keeps the token and comes back without it, or says whether one waits. */
  async function open(request: Request) {
    const token = new URL(request.url).searchParams.get("token");
    if (token) {
      const secure = request.url.startsWith("https:");
      throw redirect(path, { headers: { "Set-Cookie": await cookie.serialize(token, { secure }) } });
    }
    const isWaiting = (await read(request)) !== null;
    return data({ isWaiting }, { status: isWaiting ? 200 : 400 });
  }

  async function forget(headers: Headers): Promise<Headers> {
    headers.append("Set-Cookie", await cookie.serialize("", { maxAge: 0 }));
    return headers;
  }

  return { read, open, forget };
}
