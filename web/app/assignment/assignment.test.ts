import { expect, it } from "vitest";
import { clockOf, minutesOf, sayHours } from "./assignment";

const office = [{ from: 540, to: 1020 }];

it.each([
  ["Around the clock", null],
  ["Never", [[], [], [], [], [], [], []]],
  ["Mon to Fri 09:00–17:00", [office, office, office, office, office, [], []]],
  [
    "Mon 09:00–17:00; Wed 08:00–12:00, 13:00–24:00",
    [
      office,
      [],
      [
        { from: 480, to: 720 },
        { from: 780, to: 1440 },
      ],
      [],
      [],
      [],
      [],
    ],
  ],
])("says a week as “%s”", (words, hours) => expect(sayHours(hours)).toBe(words));

it("reads a clock as it writes it", () => {
  expect([0, 545, 1439].map((minutes) => minutesOf(clockOf(minutes)))).toEqual([0, 545, 1439]);
  expect(minutesOf("soon")).toBe(null);
});
