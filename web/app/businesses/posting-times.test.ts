import { expect, test } from "vitest";
import { formatPostingTimes, parsePostingTimes } from "./posting-times";

test("days and times are read as people write them", () => {
  expect(parsePostingTimes("Mon, Wednesday 9:30\nSat 10")).toEqual([
    { weekday: 1, time: "09:30" },
    { weekday: 3, time: "09:30" },
    { weekday: 6, time: "10:00" },
  ]);
});

test("a stretch of days goes over the weekend too", () => {
  expect(parsePostingTimes("Sat–Mon 08:00")?.map(({ weekday }) => weekday)).toEqual([1, 6, 7]);
});

test("nothing written is no time at all", () => {
  expect(parsePostingTimes("\n ")).toEqual([]);
});

test.each(["Mon", "09:30", "Someday 09:30", "Mon 25:00", "Mon 09:75", "Mon–Sun 1, 2, 3, 4, 5"])(
  "“%s” is not understood, and said so",
  (text) => {
    expect(parsePostingTimes(text)).toBeNull();
  },
);

test("what is shown is read back as it was", () => {
  const times = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, time: "09:30" }));
  const mixed = [...times, { weekday: 5, time: "17:00" }, { weekday: 7, time: "11:00" }];
  expect(formatPostingTimes(times)).toBe("Mon–Fri 09:30");
  expect(formatPostingTimes(mixed)).toBe("Mon–Thu 09:30\nFri 09:30, 17:00\nSun 11:00");
  expect(parsePostingTimes(formatPostingTimes(mixed))).toEqual(mixed);
});
