import { describe, expect, it } from "vitest";
import { barsOf, rangeOf, sayDuration, sayRate, spanOf } from "./performance";

const now = Date.parse("2027-03-31T12:00:00Z");

describe("bars", () => {
  it("hold every day of the time once, whatever they are made of", () => {
    for (const span of [30, 90, 365] as const) {
      const range = rangeOf(span, now);
      const days = [range.from, "2027-03-30", range.to].map((day) => ({ day, created: 1, converted: 0 }));
      const bars = barsOf(span, range, days);
      expect([bars[0]?.from, bars.at(-1)?.to]).toEqual([range.from, range.to]);
      expect(bars.reduce((sum, { created }) => sum + created, 0)).toBe(3);
    }
  });
});

describe("words", () => {
  it.each([
    ["–", null],
    ["0.5 minutes", 30],
    ["3.5 hours", 12_600],
    ["2 days", 172_800],
  ])("%s", (words, seconds) => expect(sayDuration(seconds, "en")).toBe(words));

  it("say nothing where there is nothing to divide by", () => {
    expect(sayRate(null, "en")).toBe("–");
    expect(sayRate(0.333, "en")).toBe("33%");
    expect(spanOf("7")).toBe(90);
  });
});
