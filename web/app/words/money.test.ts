import { expect, test } from "vitest";
import { formatMicros } from "./money";

const english = { language: "en", timeZone: "UTC" };

test.each([
  [0, "$0.00"],
  [1_840_000, "$1.84"],
  [1_234_567_000, "$1,234.57"],
  [10_000, "$0.01"],
  [4_321, "$0.0043"],
  [12, "$0.000012"],
])("%i millionths of a dollar are %s", (micros, text) => {
  expect(formatMicros(micros, english)).toBe(text);
});

test("the reader's language says where the comma stands", () => {
  expect(formatMicros(1_840_000, { language: "de", timeZone: "UTC" })).toMatch(/^1,84\s\$$/);
});
