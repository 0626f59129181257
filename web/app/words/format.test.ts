import { describe, expect, test } from "vitest";
import { countOf, formatMoney, formatRelative } from "./format";

const british = { language: "en-GB", timeZone: "UTC" };

test.each([
  [0, "0 members"],
  [1, "1 member"],
  [1_204, "1,204 members"],
])("%i is counted in words", (count, words) => {
  expect(countOf(count, "member")).toBe(words);
});

describe("money comes in the smallest unit of its currency", () => {
  test.each([
    [1_840, "usd", "$18.40"],
    [1_840, "jpy", "¥1,840"],
    [-50, "eur", "-€0.50"],
  ])("%i %s is %s", (amount, currency, words) => {
    expect(formatMoney({ amount, currency }, british)).toBe(words);
  });

  test("in a sentence whole amounts have no zeros", () => {
    expect(formatMoney({ amount: 2_900, currency: "usd" }, british, "short")).toBe("$29");
  });
});

describe("time as people tell it", () => {
  const now = Date.parse("2026-11-21T12:00:00Z");
  test.each([
    ["2026-11-21T11:59:30Z", "now"],
    ["2026-11-21T11:15:00Z", "45 minutes ago"],
    ["2026-11-20T12:00:00Z", "yesterday"],
    ["2026-12-05T12:00:00Z", "in 2 weeks"],
    ["2025-11-01T12:00:00Z", "last year"],
  ])("%s was %s", (at, words) => {
    expect(formatRelative(at, now, "en")).toBe(words);
  });
});
