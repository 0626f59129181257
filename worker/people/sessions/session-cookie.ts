import { generateSignedCookie } from "hono/cookie";
import type { Settings } from "../../kernel/env";

/** The cookie's longest life; the row ends after 14 days without use, and the edge prolongs it. */
export const longestSessionSeconds = 90 * 86_400;

/** `__Host-` needs https; plain http is only for the laptop. The edge reads the session by this very name. */
export function sessionCookieName(appUrl: string): string {
  return isSecure(appUrl) ? "__Host-trb_session" : "trb_session";
}

export function cookiePrefix(appUrl: string): string {
  return isSecure(appUrl) ? "__Host-trb" : "trb";
}

export function cookieAttributes(appUrl: string) {
  return { httpOnly: true, secure: isSecure(appUrl), sameSite: "lax" as const, path: "/" };
}

/** As the library writes it, for a session that goes on under another token; it lives as long as the one it replaces. */
export function sessionCookie(
  { APP_URL, AUTH_SECRET }: Settings,
  { token, endsAt, now, cookies }: { token: string; endsAt: number; now: number; cookies: string },
): Promise<string> {
  const endsWithBrowser = cookies.includes(`${cookiePrefix(APP_URL)}.dont_remember=`);
  const maxAge = Math.max(1, Math.floor((endsAt - now) / 1000));
  return generateSignedCookie(sessionCookieName(APP_URL), token, AUTH_SECRET, {
    ...cookieAttributes(APP_URL),
    sameSite: "Lax",
    ...(endsWithBrowser ? {} : { maxAge }),
  });
}

function isSecure(appUrl: string): boolean {
  return appUrl.startsWith("https://");
}
