import { getSignedCookie } from "hono/cookie";
import { sessionCookieName } from "../people";
import { DomainError } from "../kernel/errors";
import type { EdgeContext } from "./edge";

export type Credential =
  | { kind: "none" }
  | { kind: "session"; token: string }
  | { kind: "key"; secret: string }
  | { kind: "unreadable" };

/** What the request shows: a key in the header, or our signed cookie. A forged cookie is no cookie. */
export async function readCredential(c: EdgeContext): Promise<Credential> {
  const header = c.req.header("authorization");
  if (header !== undefined) return readBearer(header);
  const { APP_URL, AUTH_SECRET } = c.var.base.settings;
  const token = await getSignedCookie(c, AUTH_SECRET, sessionCookieName(APP_URL));
  return token ? { kind: "session", token } : { kind: "none" };
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
