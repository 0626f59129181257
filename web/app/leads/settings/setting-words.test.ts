import { expect, test } from "vitest";
import { keyOf } from "./setting-words";

test.each([
  ["Kilos a month", "kilos_a_month"],
  ["Café size", "cafe_size"],
  ["2nd address", "nd_address"],
  ["数", "field"],
])("%s is kept as %s", (label, key) => expect(keyOf(label)).toBe(key));
