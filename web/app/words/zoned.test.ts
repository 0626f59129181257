import { expect, test } from "vitest";
import { startOfDay } from "./zoned";

test.each([
  ["2026-11-21", "UTC", "2026-11-21T00:00:00.000Z"],
  ["2026-11-21", "Europe/Berlin", "2026-11-20T23:00:00.000Z"],
  ["2026-07-01", "America/New_York", "2026-07-01T04:00:00.000Z"],
  ["2026-11-21", "Asia/Kolkata", "2026-11-20T18:30:00.000Z"],
  ["2026-11-21", "Pacific/Auckland", "2026-11-20T11:00:00.000Z"],
])("the day %s begins in %s at %s", (day, zone, moment) => {
  expect(startOfDay(day, zone)).toBe(moment);
});

test("a day on which clocks change has its own length", () => {
  const hours = (day: string) => {
    const [from, to] = [startOfDay(day, "Europe/Berlin"), startOfDay(day, "Europe/Berlin", 1)];
    return (Date.parse(to ?? "") - Date.parse(from ?? "")) / 3_600_000;
  };
  expect(hours("2026-03-29")).toBe(23);
  expect(hours("2026-03-30")).toBe(24);
  expect(hours("2026-10-25")).toBe(25);
});

test.each(["", "yesterday", "2026-13-01", "2026-1-1"])("“%s” is no day", (day) => {
  expect(startOfDay(day, "UTC")).toBeUndefined();
});
