import { createHmac } from "node:crypto";
import { getCookie } from "hono/cookie";
import { sessionCookieName } from "../people";
import { DomainError } from "../kernel/errors";
import { constantTimeEqual } from "../kernel/secrets";
import type { EdgeContext } from "./edge";

export type Credential =
  | { kind: "none" }
  | { kind: "session"; token: string }
  | { kind: "key"; secret: string }
  | { kind: "unreadable" };

/** What the request shows: a key in the header, or our signed cookie. A forged cookie is no cookie. */
export function readCredential(c: EdgeContext): Credential {
  const header = c.req.header("authorization");
  if (header !== undefined) return readBearer(header);
  const { APP_URL, AUTH_SECRET } = c.var.base.settings;
  const cookie = getCookie(c, sessionCookieName(APP_URL));
  const token = cookie === undefined ? null : signedToken(cookie, AUTH_SECRET);
  return token ? { kind: "session", token } : { kind: "none" };
}

/** The token before the last dot, if what follows is our signature of it. Node's hash answers without a round through promises. */
function signedToken(cookie: string, secret: string): string | null {
  const end = cookie.lastIndexOf(".");
  if (end < 1) return null;
  const token = cookie.slice(0, end);
  const signature = createHmac("sha256", secret).update(token).digest("base64");
  return constantTimeEqual(cookie.slice(end + 1), signature) ? token : null;
}

function readBearer(header: string): Credential {
  const secret = /^Bearer (trb_(?:live|test)_[A-Za-z0-9]{20,100})$/.exec(header)?.[1];
  return secret === undefined ? { kind: "unreadable" } : { kind: "key", secret };
}

export function refuseKeyInAddress(c: EdgeContext): void {
  if (/trb_(live|test)_/.test(c.req.url)) {
    throw new DomainError(
      "bad_request",
      "Send the API key in the Authorization header, never in the address.",
    );
  }
}
