import { expect, test } from "vitest";
import { leadFieldShapes } from "./shapes";

test.each([
  ["+49 30 1234567", true],
  ["+45 33 12 34 56", true],
  ["01 23 45 67 89", true],
  ["112", true],
  ["x 12", false],
  ["call me", false],
])("%s may be a phone number: %s", (text, may) => {
  expect(leadFieldShapes.phone.safeParse(text).success).toBe(may);
});
