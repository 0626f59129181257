import { Buffer } from "node:buffer";
import { getCookie } from "hono/cookie";
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
  const { APP_URL, AUTH_SECRET } = c.get("base").settings;
  const cookie = getCookie(c, sessionCookieName(APP_URL));
  const token = cookie === undefined ? null : await signedToken(cookie, AUTH_SECRET);
  return token ? { kind: "session", token } : { kind: "none" };
}

/** The token before the last dot, if what follows is our signature of it, as the sign-in library wrote it. */
async function signedToken(cookie: string, secret: string): Promise<string | null> {
  const end = cookie.lastIndexOf(".");
  const token = cookie.slice(0, Math.max(end, 0));
  const signature = Buffer.from(cookie.slice(end + 1), "base64");
  if (token === "" || signature.toString("base64") !== cookie.slice(end + 1)) return null;
  const key = await signingKey(secret);
  return (await crypto.subtle.verify("HMAC", key, signature, Buffer.from(token))) ? token : null;
}

let known: { secret: string; key: CryptoKey } | undefined;

/** Imported once an isolate: doing it at each call took longer than checking the signature. */
async function signingKey(secret: string): Promise<CryptoKey> {
  if (known?.secret !== secret) {
    const algorithm = { name: "HMAC", hash: "SHA-256" };
    const key = await crypto.subtle.importKey("raw", Buffer.from(secret), algorithm, false, ["verify"]);
    known = { secret, key };
  }
  return known.key;
}

function readBearer(header: string): Credential {
  if (header.startsWith("Bearer trb_pub_")) throw onlySends;
  const secret = /^Bearer (trb_(?:live|test)_[A-Za-z0-9]{20,100})$/.exec(header)?.[1];
  return secret === undefined ? { kind: "unreadable" } : { kind: "key", secret };
}

/** It stands in the source of public pages, so it must open nothing (KEY-07). */
const onlySends = new DomainError(
  "forbidden",
  "A publishable key can only send events to /t/events. Use an API key here.",
  { reason: "publishable_key" },
);

export function refuseKeyInAddress(c: EdgeContext): void {
  if (/trb_(live|test)_/.test(c.req.url)) {
    throw new DomainError(
      "bad_request",
      "Send the API key in the Authorization header, never in the address.",
    );
  }
}
