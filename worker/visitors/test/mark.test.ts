import { describe, expect, it } from "vitest";
import { type Id, makeId } from "../../../db/ids";
import { carriedClick } from "../carried-click";
import { type MarkKind, readMark, signMark } from "../mark";

const at = Date.UTC(2026, 10, 21);
const by = (now: number, secret = "a secret of at least thirty-two characters") => ({
  settings: { AUTH_SECRET: secret },
  now: () => now,
});
const id = <K extends "visitor" | "click" | "organization">(kind: K, byte = 7): Id<K> =>
  makeId(kind, "00", at, new Uint8Array(13).fill(byte));
const house = id("organization");
const visitor = id("visitor");
type Given = [MarkKind, Id<"organization">, string | null, string?];

describe("a mark", () => {
  it("names who it was made for, as long as it is fresh", async () => {
    const mark = await signMark(by(at), "handover", house, visitor);
    expect(mark.length).toBeLessThan(70);
    expect(await readMark(by(at + 599_000), "handover", house, mark)).toBe(visitor);
    expect(await readMark(by(at + 600_000), "handover", house, mark)).toBeNull();
  });

  it.each<[string, (mark: string) => Given]>([
    ["for another organization", (mark) => ["visitor", id("organization", 9), mark]],
    ["for another purpose", (mark) => ["handover", house, mark]],
    ["with another secret", (mark) => ["visitor", house, mark, "another secret of thirty-two characters"]],
    ["with another visitor in it", (mark) => ["visitor", house, mark.replace(visitor, id("visitor", 9))]],
    ["with a later expiry", (mark) => ["visitor", house, mark.replace(/\.\w+\./, ".zzzzzzz.")]],
    ["with nothing to prove it", () => ["visitor", house, visitor]],
    ["with more behind it", (mark) => ["visitor", house, `${mark}.x`]],
    ["that is empty", () => ["visitor", house, ""]],
    ["that is not there", () => ["visitor", house, null]],
  ])("%s names nobody", async (_, change) => {
    const [kind, organization, mark, secret] = change(await signMark(by(at), "visitor", house, visitor));
    expect(await readMark(by(at, secret), kind, organization, mark)).toBeNull();
  });
});

describe("a click in an address", () => {
  const month = 30 * 86_400_000;
  it.each<[string, string | null, number, boolean]>([
    ["is known for a month", id("click"), at + month - 1, true],
    ["is no longer known after it", id("click"), at + month, false],
    ["is not believed to be of another year", id("click"), at - month, false],
    ["that is a visitor is none", visitor, at, false],
    ["with more behind it is none", `${id("click")}.x`, at, false],
    ["that is not there is none", null, at, false],
  ])("%s", (_, carried, now, isKnown) => {
    expect(carriedClick(now, carried)).toBe(isKnown ? carried : null);
  });
});
