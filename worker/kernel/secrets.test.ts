import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  constantTimeEqual,
  createSealer,
  keyIdOf,
  parseSealKeys,
  SealError,
  type SealKey,
  sha256Hex,
  signToken,
  verifyToken,
} from "./secrets";

// safe: two keys are written there
const [k1, k2] = parseSealKeys(`k1:${btoa("a".repeat(32))},k2:${btoa("b".repeat(32))}`) as [SealKey, SealKey];
const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));
const home = { organizationId: "org_1", recordId: "int_1", purpose: "hubspot" };

describe("sealing", () => {
  it("gives back what was sealed, and never the same text twice", async () => {
    const sealer = createSealer([k1]);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme" }), async (secret) => {
        const [sealed, again] = [
          await sealer.seal(secret, home, random),
          await sealer.seal(secret, home, random),
        ];
        expect(sealed).toMatch(/^v1\.k1\.[\w-]{16}\.[\w-]+$/);
        expect(sealed).not.toBe(again);
        expect(await sealer.open(sealed, home)).toBe(secret);
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    ["organization", { organizationId: "org_2" }],
    ["record", { recordId: "int_2" }],
    ["purpose", { purpose: "slack" }],
  ])("SEC-01 a ciphertext moved to another %s does not open", async (_, other) => {
    const sealer = createSealer([k1]);
    const sealed = await sealer.seal("token", home, random);
    await expect(sealer.open(sealed, { ...home, ...other })).rejects.toMatchObject({ reason: "refused" });
  });

  it.each(["organizationId", "recordId", "purpose"])(
    "TEN-05 nothing is sealed for an empty %s",
    async (part) => {
      await expect(createSealer([k1]).seal("token", { ...home, [part]: "" }, random)).rejects.toThrow(
        "bound to",
      );
    },
  );

  it("a ciphertext with any character changed does not open", async () => {
    const sealer = createSealer([k1]);
    const sealed = await sealer.seal("token", home, random);
    for (let i = 0; i < sealed.length; i++) {
      const altered = sealed.slice(0, i) + (sealed[i] === "A" ? "B" : "A") + sealed.slice(i + 1);
      await expect(sealer.open(altered, home)).rejects.toBeInstanceOf(SealError);
    }
  });

  it.each(["", "v1", "v1.k1", "v1.k1..", "v2.k1.AAAAAAAAAAAAAAAA.AAAA", "v1.k1.AAAAAAAAAAAAAAAA.AAAA.x"])(
    "“%s” is malformed",
    async (text) => {
      await expect(createSealer([k1]).open(text, home)).rejects.toMatchObject({ reason: "malformed" });
    },
  );

  it("SEC-02 a new key opens what the old one sealed, reseals it, and then the old one may go", async () => {
    const old = await createSealer([k1]).seal("token", home, random);
    const rotating = createSealer([k2, k1]);
    expect(await rotating.open(old, home)).toBe("token");
    const renewed = await rotating.reseal(old, home, random);
    expect([keyIdOf(old), keyIdOf(renewed)]).toEqual(["k1", "k2"]);
    expect(await rotating.reseal(renewed, home, random)).toBe(renewed);
    const after = createSealer([k2]);
    expect(await after.open(renewed, home)).toBe("token");
    await expect(after.open(old, home)).rejects.toMatchObject({ reason: "unknown_key" });
  });

  it("SEC-01 resealing is no way around the binding", async () => {
    const old = await createSealer([k1]).seal("token", home, random);
    const foreign = { ...home, organizationId: "org_2" };
    await expect(createSealer([k2, k1]).reseal(old, foreign, random)).rejects.toMatchObject({
      reason: "refused",
    });
  });

  it("a key under another's id does not open", async () => {
    const sealed = await createSealer([k1]).seal("token", home, random);
    const impostor = createSealer([{ id: "k1", key: k2.key }]);
    await expect(impostor.open(sealed, home)).rejects.toMatchObject({ reason: "refused" });
  });
});

describe("reading seal keys", () => {
  const good = btoa("a".repeat(32));

  it("keeps their order", () => {
    expect(parseSealKeys(`new:${good}, old:${good}`).map((key) => key.id)).toEqual(["new", "old"]);
  });

  it.each([
    "",
    "k1",
    `:${good}`,
    `k.1:${good}`,
    `k1:${btoa("short")}`,
    `k1:${good},k1:${good}`,
    `k1:${good}:x`,
  ])("refuses “%s” without repeating a key", (text) => {
    expect(() => parseSealKeys(text)).toThrow(/SEAL_KEYS/);
    expect(() => parseSealKeys(text)).not.toThrow(new RegExp(`${good}|${btoa("short")}`));
  });
});

describe("signed tokens", () => {
  const secret = "a secret of at least thirty-two characters";
  const claims = { purpose: "unsubscribe", data: { lead: "lead_1" }, expiresAt: 1000 };

  it("say what was signed until they expire", async () => {
    const token = await signToken(claims, secret);
    expect(await verifyToken(token, "unsubscribe", secret, 999)).toEqual({
      state: "valid",
      data: claims.data,
    });
    expect(await verifyToken(token, "unsubscribe", secret, 1000)).toEqual({
      state: "expired",
      data: claims.data,
    });
  });

  it("AUTH-04 a token of one purpose is refused for every other", async () => {
    const purposes = ["unsubscribe", "preview", "invite", "oauth_state", "form_draft", "", "unsubscribe."];
    for (const purpose of purposes) {
      const token = await signToken({ ...claims, purpose }, secret);
      for (const other of purposes) {
        const { state } = await verifyToken(token, other, secret, 0);
        expect(state).toBe(other === purpose ? "valid" : "invalid");
      }
    }
  });

  it("AUTH-03 a token altered, truncated, unsigned, respelled or of another secret is invalid", async () => {
    const token = await signToken(claims, secret);
    const [payload = "", signature = ""] = token.split(".");
    const altered = Array.from(
      token,
      (character, i) => token.slice(0, i) + next(character) + token.slice(i + 1),
    );
    const forged = [
      ...altered,
      "",
      ".",
      payload,
      `${payload}.`,
      `.${signature}`,
      `${token}.x`,
      `${token}=`,
      ` ${token}`,
    ];
    for (const text of forged) {
      expect([text, await verifyToken(text, "unsubscribe", secret, 0)]).toEqual([text, { state: "invalid" }]);
    }
    expect(await verifyToken(token, "unsubscribe", `${secret}!`, 0)).toEqual({ state: "invalid" });
  });

  it("are not signed without a secret", async () => {
    await expect(signToken(claims, "")).rejects.toThrow("no secret");
  });

  /** The neighbour in the alphabet: at the end of a text it differs only in bits that decoding drops. */
  function next(character: string): string {
    const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    return alphabet[(alphabet.indexOf(character) ^ 1) % 64] ?? "A";
  }
});

describe("digests and comparison", () => {
  it("hashes as SHA-256 does", async () => {
    const abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    expect(await sha256Hex("abc")).toBe(abc);
    expect(await sha256Hex(new TextEncoder().encode("abc"))).toBe(abc);
  });

  it("compares as === does", () => {
    const text = fc.string({ unit: "grapheme", maxLength: 3 });
    fc.assert(fc.property(text, text, (left, right) => constantTimeEqual(left, right) === (left === right)));
    expect(constantTimeEqual("abc", "abcd")).toBe(false);
    expect(constantTimeEqual("abc\0", "abc")).toBe(false);
    expect(constantTimeEqual("", "")).toBe(true);
  });
});
