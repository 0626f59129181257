import { expect, test } from "vitest";
import { verificationOf } from "./verification";

function part(checked: number, hash: string | null, more: { unsealed?: number; nextCursor?: string } = {}) {
  const head = hash === null ? null : { sequence: checked, hash };
  const { unsealed = 0, nextCursor = null } = more;
  const verdict = { database: "control" as const, intact: true, checked, unsealed, firstBreak: null, head };
  return { intact: true, databases: [verdict], nextCursor };
}

test("the parts of a long log count together, and its fingerprint is the last one", () => {
  expect(verificationOf([part(5000, "a", { nextCursor: "next" }), part(12, "b", { unsealed: 2 })])).toEqual({
    intact: true,
    checked: 5012,
    unsealed: 2,
    breaks: [],
    fingerprints: ["b"],
    rest: null,
  });
});

test("a part without a new seal keeps the fingerprint before it", () => {
  const { fingerprints } = verificationOf([part(5000, "a"), part(1, null, { unsealed: 1 })]);
  expect(fingerprints).toEqual(["a"]);
});

test("one broken place is a broken log", () => {
  const firstBreak = { sequence: 7, entryId: "aud_7", reason: "changed" as const };
  const whole = part(6, "a");
  const broken = {
    ...whole,
    intact: false,
    databases: whole.databases.map((one) => ({ ...one, firstBreak })),
  };
  expect(verificationOf([broken])).toMatchObject({ intact: false, breaks: [firstBreak] });
});

test("what is left over is said", () => {
  expect(verificationOf([part(5000, "a", { nextCursor: "next" })]).rest).toBe("next");
});
