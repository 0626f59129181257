import { Buffer } from "node:buffer";

export type SealKey = { id: string; key: Uint8Array<ArrayBuffer> };
/** What a sealed text belongs to. Under any other organization, record or purpose it does not open. */
export type SealBinding = { organizationId: string; recordId: string; purpose: string };
export type RandomBytes = (count: number) => Uint8Array;

export interface Sealer {
  seal(plain: string, binding: SealBinding, random: RandomBytes): Promise<string>;
  open(sealed: string, binding: SealBinding): Promise<string>;
  /** For rotation: the same secret under the first key; unchanged when it already is. */
  reseal(sealed: string, binding: SealBinding, random: RandomBytes): Promise<string>;
}

/** `unknown_key` is for an operator to mend; `refused` means altered, or moved to where it does not belong. */
export class SealError extends Error {
  constructor(readonly reason: "malformed" | "unknown_key" | "refused") {
    super(`The sealed secret does not open: ${reason}.`);
  }
}

const sealVersion = "v1";
const keyBytes = 32;
const ivBytes = 12;

/** AES-256-GCM. The first key seals, every key opens, so that a key can be replaced without downtime. */
export function createSealer(keys: SealKey[]): Sealer {
  const [first] = keys;
  if (!first) throw new Error("There is no key to seal with.");
  const imported = new Map<string, Promise<CryptoKey>>();

  function keyOf(id: string): Promise<CryptoKey> {
    const key = keys.find((candidate) => candidate.id === id);
    if (!key) throw new SealError("unknown_key");
    const ready = imported.get(id) ?? importSealKey(key);
    imported.set(id, ready);
    return ready;
  }

  const sealer: Sealer = {
    async seal(plain, binding, random) {
      const iv = Buffer.from(random(ivBytes));
      const parameters = { name: "AES-GCM", iv, additionalData: bindingBytes(binding) };
      const sealed = await crypto.subtle.encrypt(parameters, await keyOf(first.id), Buffer.from(plain));
      return [sealVersion, first.id, base64url(iv), base64url(sealed)].join(".");
    },
    async open(sealed, binding) {
      const { keyId, iv, ciphertext } = readSealed(sealed);
      const parameters = { name: "AES-GCM", iv, additionalData: bindingBytes(binding) };
      const key = await keyOf(keyId);
      const plain = await crypto.subtle.decrypt(parameters, key, ciphertext).catch(() => {
        throw new SealError("refused");
      });
      return Buffer.from(plain).toString();
    },
    async reseal(sealed, binding, random) {
      if (keyIdOf(sealed) === first.id) return sealed;
      return await sealer.seal(await sealer.open(sealed, binding), binding, random);
    },
  };
  return sealer;
}

export function keyIdOf(sealed: string): string {
  return readSealed(sealed).keyId;
}

/** Reads `k2:base64,k1:base64`; the newest key first. Messages name the key's id, never its bytes. */
export function parseSealKeys(text: string): SealKey[] {
  const keys = text.split(",").map((entry) => {
    const [id = "", encoded = "", ...rest] = entry.trim().split(":");
    if (!/^[a-z0-9_-]{1,16}$/i.test(id) || rest.length > 0) {
      throw new Error(
        "SEAL_KEYS must read “id:base64,id:base64”, each id of 1 to 16 letters, digits, - or _.",
      );
    }
    const key = Buffer.from(encoded, "base64");
    if (key.length !== keyBytes)
      throw new Error(`The key “${id}” in SEAL_KEYS must be ${keyBytes} bytes in base64.`);
    return { id, key: Uint8Array.from(key) };
  });
  if (new Set(keys.map((key) => key.id)).size !== keys.length)
    throw new Error("SEAL_KEYS names a key twice.");
  return keys;
}

export type TokenClaims = { purpose: string; data: unknown; expiresAt: number };
/** `data` is as it was signed; the caller parses it. An expired token was ours, so a page may offer a new one. */
export type VerifiedToken = { state: "valid" | "expired"; data: unknown } | { state: "invalid" };

/** A link that carries its own proof. Its purpose is part of what is signed (AUTH-04). */
export async function signToken({ purpose, data, expiresAt }: TokenClaims, secret: string): Promise<string> {
  const payload = base64url(Buffer.from(JSON.stringify({ data, expiresAt })));
  const key = await importTokenKey(secret);
  const signature = await crypto.subtle.sign("HMAC", key, signedBytes(purpose, payload));
  return `${payload}.${base64url(signature)}`;
}

export async function verifyToken(
  token: string,
  purpose: string,
  secret: string,
  now: number,
): Promise<VerifiedToken> {
  const [payload = "", signature = "", ...rest] = token.split(".");
  const bytes = fromBase64url(payload);
  const proof = fromBase64url(signature);
  if (!bytes || !proof || rest.length > 0) return { state: "invalid" };
  const key = await importTokenKey(secret);
  const genuine = await crypto.subtle.verify("HMAC", key, proof, signedBytes(purpose, payload));
  if (!genuine) return { state: "invalid" };
  // safe: only signToken makes text that passes the line above
  const { data, expiresAt } = JSON.parse(bytes.toString()) as TokenClaims;
  return { state: now < expiresAt ? "valid" : "expired", data };
}

export async function sha256Hex(content: string | Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", Buffer.from(content));
  return Buffer.from(digest).toString("hex");
}

/** Takes as long for a near miss as for a far one; only the length of `expected` can be felt. */
export function constantTimeEqual(given: string, expected: string): boolean {
  const left = Buffer.from(given);
  const right = Buffer.from(expected);
  let difference = left.length ^ right.length;
  for (let i = 0; i < right.length; i++) difference |= (left[i] ?? 0) ^ (right[i] ?? 0);
  return difference === 0;
}

function importSealKey({ key }: SealKey): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", key, "AES-GCM", false, ["encrypt", "decrypt"]);
}

const tokenKeys = new Map<string, Promise<CryptoKey>>();

/** A process knows one secret, or two while they are exchanged. */
function importTokenKey(secret: string): Promise<CryptoKey> {
  if (secret === "") throw new Error("There is no secret to sign with.");
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key =
    tokenKeys.get(secret) ??
    crypto.subtle.importKey("raw", Buffer.from(secret), algorithm, false, ["sign", "verify"]);
  tokenKeys.set(secret, key);
  return key;
}

/** As a JSON list, so that no two bindings read the same. An empty part would bind to nobody, so it is refused. */
function bindingBytes({ organizationId, recordId, purpose }: SealBinding): Buffer<ArrayBuffer> {
  if (!organizationId || !recordId || !purpose)
    throw new Error("A secret is bound to organization, record and purpose.");
  return Buffer.from(JSON.stringify([sealVersion, organizationId, recordId, purpose]));
}

function signedBytes(purpose: string, payload: string): Buffer<ArrayBuffer> {
  return Buffer.from(`tributary token v1.${purpose}.${payload}`);
}

function readSealed(sealed: string) {
  const [version, keyId = "", ivText = "", text = "", ...rest] = sealed.split(".");
  const iv = fromBase64url(ivText);
  const ciphertext = fromBase64url(text);
  const wellFormed = version === sealVersion && keyId !== "" && iv?.length === ivBytes && rest.length === 0;
  if (!wellFormed || !iv || !ciphertext) throw new SealError("malformed");
  return { keyId, iv, ciphertext };
}

function base64url(bytes: ArrayBuffer | Uint8Array): string {
  return Buffer.from(bytes as Uint8Array).toString("base64url"); // safe: Buffer takes either
}

/** Null unless the text is exactly what encoding gives: two spellings of one token would defeat “used once”. */
function fromBase64url(text: string): Buffer<ArrayBuffer> | null {
  const bytes = Buffer.from(text, "base64url");
  return bytes.length > 0 && bytes.toString("base64url") === text ? bytes : null;
}
