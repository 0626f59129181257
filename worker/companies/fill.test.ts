import { expect, it } from "vitest";
import { sizeSaid } from "./fill";

it.each([
  ["1", "1-10"],
  ["37", "11-50"],
  ["11–50 people", "11-50"],
  ["10 - 50", "11-50"],
  ["200+", "201-500"],
  ["1,000", "501-1000"],
  ["more than 1.000", "1001+"],
  ["250000", "1001+"],
  ["Just me", null],
  ["0", null],
])("“%s” people are a company of %s", (words, size) => {
  expect(sizeSaid(words)).toBe(size);
});
