import { expect, test } from "vitest";
import { sayEffect, sayPeriod, sayValue } from "./forecast";

const locale = { language: "en", timeZone: "America/New_York" };

test.each([
  ["revenue", "eur", 9_757_483, "€97,575"],
  ["revenue", null, 12.4, "12"],
  ["lead_volume", null, 11.6, "12"],
  ["conversion_rate", null, 0.3456, "34.6%"],
  ["deal_velocity", null, 33.14, "33.1 days"],
] as const)("%s in %s of %d is said as %s", (type, currency, value, said) => {
  expect(sayValue(value, { type, currency }, locale)).toBe(said);
});

test("an effect has its sign, and one on a share is in points", () => {
  expect(sayEffect(-0.021, { type: "conversion_rate", currency: null }, locale)).toBe("−2.1 points");
  expect(sayEffect(120_000, { type: "revenue", currency: "eur" }, locale)).toBe("+€1,200");
});

test("a period begins on its own day, wherever its reader lives", () => {
  expect(sayPeriod("2026-11-16", "week", locale)).toBe("Nov 16");
  expect(sayPeriod("2026-11-01", "month", locale)).toBe("Nov 26");
});
