import { Buffer } from "node:buffer";
import { type Id, isId } from "../../db/ids";
import { constantTimeEqual } from "../kernel/secrets";

/**
 * What a browser carries to say who it is. `visitor` stays with a browser that consented; `handover` travels in an
 * address from one page to the next and is good for minutes, so that a copied address makes nobody else the same visitor.
 */
export type MarkKind = "visitor" | "handover";

const minute = 60_000;
const day = 24 * 60 * minute;
const lifetimeMs: Record<MarkKind, number> = {
  visitor: 395 * day,
  handover: 10 * minute,
};

type Signer = { settings: { AUTH_SECRET: string }; now(): number };

/** An id with the proof that we gave it, for this organization and this purpose: `id.expiry.signature`. */
export async function signMark(
  { settings, now }: Signer,
  kind: MarkKind,
  organizationId: Id<"organization">,
  id: Id<"visitor">,
): Promise<string> {
  const unsigned = `${id}.${Math.floor((now() + lifetimeMs[kind]) / 1000).toString(36)}`;
  return `${unsigned}.${await signatureOf(settings.AUTH_SECRET, kind, organizationId, unsigned)}`;
}

/** The id, or null for whatever we did not sign for this organization and purpose, or signed too long ago. */
export async function readMark(
  { settings, now }: Signer,
  kind: MarkKind,
  organizationId: Id<"organization">,
  mark: string | null | undefined,
): Promise<Id<"visitor"> | null> {
  const [id, expiry = "", signature = "", ...rest] = (mark ?? "").split(".");
  if (!isId("visitor", id) || rest.length > 0) return null;
  const expected = await signatureOf(settings.AUTH_SECRET, kind, organizationId, `${id}.${expiry}`);
  const holds = constantTimeEqual(signature, expected) && Number.parseInt(expiry, 36) * 1000 > now();
  return holds ? id : null;
}

const keys = new Map<string, Promise<CryptoKey>>();
const signatureLength = 22;

async function signatureOf(secret: string, ...parts: string[]): Promise<string> {
  const key = keys.get(secret) ?? importKey(secret);
  keys.set(secret, key);
  const text = ["tributary mark v1", ...parts].join(" ");
  const signature = await crypto.subtle.sign("HMAC", await key, Buffer.from(text));
  return Buffer.from(signature).toString("base64url").slice(0, signatureLength);
}

function importKey(secret: string): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", Buffer.from(secret), { name: "HMAC", hash: "SHA-256" }, false, [
    "sign",
  ]);
}
