import { Buffer } from "node:buffer";
import { type Id, isId } from "../../db/ids";
import { constantTimeEqual } from "../kernel/secrets";

/**
 * What a browser carries to say who it is or where it came from. `visitor` stays with a browser that consented;
 * `handover` travels in an address from one page to the next and is good for minutes, so that a copied address makes
 * nobody else the same visitor; `click` says which click led here.
 */
export type MarkKind = "visitor" | "handover" | "click";
type MarkedId<K extends MarkKind> = K extends "click" ? Id<"click"> : Id<"visitor">;

const minute = 60_000;
const day = 24 * 60 * minute;
const lifetimeMs: Record<MarkKind, number> = {
  visitor: 395 * day,
  handover: 10 * minute,
  click: 30 * day,
};

type Signer = { settings: { AUTH_SECRET: string }; now(): number };

/** An id with the proof that we gave it, for this organization and this purpose: `id.expiry.signature`. */
export async function signMark<K extends MarkKind>(
  { settings, now }: Signer,
  kind: K,
  organizationId: Id<"organization">,
  id: MarkedId<K>,
): Promise<string> {
  const unsigned = `${id}.${Math.floor((now() + lifetimeMs[kind]) / 1000).toString(36)}`;
  return `${unsigned}.${await signatureOf(settings.AUTH_SECRET, kind, organizationId, unsigned)}`;
}

/** The id, or null for whatever we did not sign for this organization and purpose, or signed too long ago. */
export async function readMark<K extends MarkKind>(
  { settings, now }: Signer,
  kind: K,
  organizationId: Id<"organization">,
  mark: string | null | undefined,
): Promise<MarkedId<K> | null> {
  const [id, expiry = "", signature = "", ...rest] = (mark ?? "").split(".");
  if (!isId(kind === "click" ? "click" : "visitor", id) || rest.length > 0) return null;
  const expected = await signatureOf(settings.AUTH_SECRET, kind, organizationId, `${id}.${expiry}`);
  const holds = constantTimeEqual(signature, expected) && Number.parseInt(expiry, 36) * 1000 > now();
  return holds ? (id as MarkedId<K>) : null; // safe: isId asked for the kind that this mark names
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
