import { expect, test } from "vitest";
import { everyDay, rangeOf, spanOf } from "./days";

test("thirty days end today, in UTC, and go over the end of a month", () => {
  const range = rangeOf(30, Date.parse("2026-03-01T23:30:00Z"));
  expect(range).toEqual({ from: "2026-01-31", to: "2026-03-01" });
  const days = everyDay(range, [{ key: "2026-02-28", costMicros: 7, count: 2 }]);
  expect(days).toHaveLength(30);
  expect(days.at(-2)).toEqual({ day: "2026-02-28", costMicros: 7, count: 2 });
  expect(days.filter(({ count }) => count > 0)).toHaveLength(1);
});

test.each([
  ["7", 7],
  ["90", 90],
  ["31", 30],
  [null, 30],
])("asked for %s days, it shows %i", (asked, span) => {
  expect(spanOf(asked)).toBe(span);
});
