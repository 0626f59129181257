import { createCookie } from "@remix-run/cloudflare";
import { safeNext } from "./next-address";

const cookie = createCookie("next", { path: "/", sameSite: "lax", httpOnly: true, maxAge: 86_400 });

/** Between signing up and the first sign-in lies a mail; where somebody wanted to go waits here. */
export async function rememberNext(request: Request, next: string | undefined): Promise<Headers> {
  const headers = new Headers();
  if (!next) return headers;
  const secure = request.url.startsWith("https:");
  headers.append("Set-Cookie", await cookie.serialize(safeNext(next), { secure }));
  return headers;
}

export async function rememberedNext(request: Request): Promise<string | undefined> {
  const stored: unknown = await cookie.parse(request.headers.get("Cookie"));
  return typeof stored === "string" ? safeNext(stored) : undefined;
}

export async function forgetNext(headers: Headers): Promise<Headers> {
  headers.append("Set-Cookie", await cookie.serialize("", { maxAge: 0 }));
  return headers;
}
