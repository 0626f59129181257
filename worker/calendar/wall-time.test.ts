import { describe, expect, it } from "vitest";
import { rhythmOf, slotsIn, spread } from "./slots";
import { addDays, instantOf, wallTimeOf, weekdayOf } from "./wall-time";

function utc(day: string, time: string, timeZone: string): string {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return new Date(instantOf({ day, minutes: hours * 60 + minutes }, timeZone)).toISOString().slice(0, 16);
}

describe("a clock on the wall", () => {
  it.each([
    ["2027-01-15", "09:00", "Europe/Berlin", "2027-01-15T08:00"],
    ["2027-07-15", "09:00", "Europe/Berlin", "2027-07-15T07:00"],
    ["2027-07-15", "09:00", "America/New_York", "2027-07-15T13:00"],
    ["2027-07-15", "09:00", "Asia/Kolkata", "2027-07-15T03:30"],
    ["2027-01-15", "09:00", "Pacific/Auckland", "2027-01-14T20:00"],
    ["2027-01-15", "09:00", "Pacific/Kiritimati", "2027-01-14T19:00"],
    ["2027-01-15", "09:00", "Asia/Kathmandu", "2027-01-15T03:15"],
    ["2028-02-29", "09:00", "Europe/Berlin", "2028-02-29T08:00"],
  ])("%s %s in %s is %s", (day, time, zone, expected) => {
    expect(utc(day, time, zone)).toBe(expected);
  });

  it.each([
    // Clocks go forward: what they skip is as much later.
    ["2027-03-28", "02:30", "Europe/Berlin", "2027-03-28T01:30"],
    ["2027-03-14", "02:00", "America/New_York", "2027-03-14T07:00"],
    ["2027-09-26", "02:45", "Pacific/Auckland", "2027-09-25T14:45"],
    ["2027-10-03", "02:15", "Australia/Lord_Howe", "2027-10-02T15:45"],
    ["2027-03-28", "00:30", "Atlantic/Azores", "2027-03-28T01:30"],
  ])("QUE-06 %s %s, which %s skips, is %s", (day, time, zone, expected) => {
    expect(utc(day, time, zone)).toBe(expected);
  });

  it.each([
    // Clocks go back: what they show twice is the first of both.
    ["2027-10-31", "02:30", "Europe/Berlin", "2027-10-31T00:30"],
    ["2027-11-07", "01:30", "America/New_York", "2027-11-07T05:30"],
    ["2027-04-04", "02:30", "Pacific/Auckland", "2027-04-03T13:30"],
    ["2027-04-04", "01:45", "Australia/Lord_Howe", "2027-04-03T14:45"],
  ])("QUE-06 %s %s, which %s shows twice, is %s", (day, time, zone, expected) => {
    expect(utc(day, time, zone)).toBe(expected);
  });

  it("goes there and back for every quarter of an hour of a year, but for what is skipped", () => {
    const zones = [
      "Europe/Berlin",
      "America/New_York",
      "Asia/Kolkata",
      "Pacific/Auckland",
      "Australia/Lord_Howe",
    ];
    for (const zone of zones) {
      let skipped = 0;
      for (let day = "2027-01-01"; day < "2028-01-01"; day = addDays(day, 1)) {
        for (let minutes = 0; minutes < 1440; minutes += 15) {
          const back = wallTimeOf(instantOf({ day, minutes }, zone), zone);
          if (back.day !== day || back.minutes !== minutes) skipped++;
        }
      }
      expect([zone, skipped]).toEqual([zone, { "Asia/Kolkata": 0, "Australia/Lord_Howe": 2 }[zone] ?? 4]);
    }
  });

  it("counts days and weekdays over a leap day", () => {
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(addDays("2027-02-28", 1)).toBe("2027-03-01");
    expect([weekdayOf("2028-02-29"), weekdayOf("2027-03-28")]).toEqual([2, 7]);
  });
});

describe("the posting times of a business", () => {
  const sundays = rhythmOf({ x: [{ weekday: 7, time: "02:30" }] }, "x");
  const window = (from: string, to: string) => ({ from: Date.parse(from), to: Date.parse(to) });

  it("QUE-06 are met once a week on days when clocks change, in both directions", () => {
    const spring = slotsIn(sundays, "Europe/Berlin", window("2027-03-21T00:00Z", "2027-04-05T00:00Z"));
    expect(spring.map(({ local }) => local)).toEqual([
      "2027-03-21T02:30",
      "2027-03-28T03:30",
      "2027-04-04T02:30",
    ]);
    const autumn = slotsIn(sundays, "Europe/Berlin", window("2027-10-30T00:00Z", "2027-11-01T00:00Z"));
    expect(autumn.map(({ at }) => new Date(at).toISOString())).toEqual(["2027-10-31T00:30:00.000Z"]);
  });

  it("QUE-06 that a gap makes one are one", () => {
    const rhythm = rhythmOf(
      {
        x: [
          { weekday: 7, time: "02:30" },
          { weekday: 7, time: "03:30" },
        ],
      },
      "x",
    );
    expect(slotsIn(rhythm, "Europe/Berlin", window("2027-03-28T00:00Z", "2027-03-29T00:00Z"))).toHaveLength(
      1,
    );
  });

  it("QUE-06 are met on a leap day", () => {
    const tuesdays = rhythmOf({ blog: [{ weekday: 2, time: "09:00" }] }, "site");
    const slots = slotsIn(tuesdays, "America/New_York", window("2028-02-28T00:00Z", "2028-03-06T00:00Z"));
    expect(slots.map(({ local }) => local)).toEqual(["2028-02-29T09:00"]);
  });

  it("are working days at nine where a channel has none, and that is said", () => {
    const rhythm = rhythmOf({}, "linkedin");
    expect(rhythm.basis).toBe("usual");
    const week = slotsIn(rhythm, "Asia/Kolkata", window("2027-01-03T18:30Z", "2027-01-10T18:30Z"));
    expect(week.map(({ local }) => local.slice(8))).toEqual(
      ["04", "05", "06", "07", "08"].map((day) => `${day}T09:00`),
    );
  });

  it("take pieces as evenly as there is room, and leave over what finds none", () => {
    const slots = Array.from({ length: 10 }, (_, at) => ({ at, local: "" }));
    expect(spread(["a", "b"], slots).map(({ slot }) => slot.at)).toEqual([0, 5]);
    expect(spread(["a", "b", "c", "d"], slots).map(({ slot }) => slot.at)).toEqual([0, 2, 5, 7]);
    expect(spread(["a", "b", "c"], slots.slice(0, 2)).map(({ item }) => item)).toEqual(["a", "b"]);
    expect(spread([], slots)).toEqual([]);
  });
});
