import { expect, test } from "vitest";
import { numberIn } from "./number-in";

test.each([
  ["1200", 1200],
  ["1,200", 1200],
  ["1 200", 1200],
  ["1,200.50", 1200.5],
  ["1.200,50", 1200.5],
  ["99,5", 99.5],
  ["99.5", 99.5],
  ["1.200.000", 1_200_000],
  ["1,200,000", 1_200_000],
  ["-3", -3],
  ["", null],
  ["much", null],
])("%s is %s", (text, number) => expect(numberIn(text)).toBe(number));
