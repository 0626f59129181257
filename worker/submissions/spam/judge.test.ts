import { describe, expect, it } from "vitest";
import type { Answers, Field } from "../../forms";
import { fingerprintText, isOdd, judge } from "./judge";

const fields: Field[] = [
  { key: "name", type: "short_text", label: "Name" },
  { key: "email", type: "email", label: "Mail" },
  { key: "site", type: "url", label: "Site" },
  { key: "note", type: "long_text", label: "Note" },
  { key: "stars", type: "rating", label: "Stars" },
];
const now = 1_800_000_000_000;
const evidence = (answers: Answers, more: { honeypot?: string; startedAt?: number | null } = {}) => ({
  honeypot: "",
  startedAt: now - 20_000,
  now,
  fields,
  answers,
  ...more,
});

describe("SPAM-01 what an answer tells by itself", () => {
  it.each([
    ["a filled honeypot", evidence({ name: "Ann" }, { honeypot: "http://x.example" }), "honeypot"],
    ["an answer after a second", evidence({ name: "Ann" }, { startedAt: now - 1000 }), "too_fast"],
    ["a mailbox to throw away", evidence({ email: "ann@mailinator.com" }), "disposable_address"],
    ["one below such a domain", evidence({ email: "ann@x.yopmail.com" }), "disposable_address"],
    ["four links", evidence({ note: "http://a http://b www.c.example https://d" }), "too_many_links"],
    ["letters that pose as letters", evidence({ note: "𝐁𝐮𝐲 𝐜𝐡𝐞𝐚𝐩 now" }), "odd_characters"],
    ["writing turned round", evidence({ name: "Ann\u202Egnp" }), "odd_characters"],
    ["words of two alphabets", evidence({ note: "pаypаl ассount sесure" }), "odd_characters"],
    ["a tower of accents", evidence({ note: `z${"\u0301".repeat(9)}` }), "odd_characters"],
  ])("%s is spam", (_, given, reason) => {
    expect(judge(given)).toBe(reason);
  });

  it.each([
    ["a plain answer", evidence({ name: "Ann", email: "ann@example.com", note: "Three bags, please." })],
    ["no word on when the form was shown", evidence({ name: "Ann" }, { startedAt: null })],
    ["a like-named domain", evidence({ email: "ann@notmailinator.com" })],
    ["three links", evidence({ note: "http://a.example http://b.example www.c.example" })],
    ["a site in its own field", evidence({ site: "https://a.example", note: "See my site" })],
    ["a Vietnamese name", evidence({ name: "Nguyễn Thị Hằng" })],
    ["Russian", evidence({ note: "Здравствуйте, сколько стоит кофе?" })],
    ["Greek with a Latin word", evidence({ note: "Θέλω το espresso σας" })],
    ["Hebrew with points", evidence({ note: "שָׁלוֹם עֲלֵיכֶם" })],
    ["Thai and Persian", evidence({ note: "น้ำใจดีมาก می‌خواهم" })],
    ["emoji of several parts", evidence({ note: "👩‍👩‍👧‍👦 🏳️‍🌈 thanks!" })],
  ])("%s is none", (_, given) => {
    expect(judge(given)).toBeNull();
  });

  it("equal answers without words are no fingerprint, and spaces and case change none", () => {
    expect(fingerprintText(fields, { stars: 5 })).toBeNull();
    expect(fingerprintText(fields, { name: "ok" })).toBeNull();
    const one = fingerprintText(fields, { name: "Ann", note: "Buy  CHEAP pills" });
    expect(one).toBe(fingerprintText(fields, { name: "ann", note: "buy cheap pills " }));
  });

  it("one word with a foreign letter is a slip, not a sign", () => {
    expect(isOdd("Сofee please")).toBe(false);
  });
});
