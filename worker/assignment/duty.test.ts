import { describe, expect, it } from "vitest";
import { type Availability, dutyOf, nextDuty } from "./duty";

const office = { from: 540, to: 1020 };
const weekdays = [[office], [office], [office], [office], [office], [], []];
const berlin: Availability = {
  takesLeads: true,
  capacity: null,
  timezone: "Europe/Berlin",
  hours: weekdays,
  absences: [{ from: "2027-03-29", to: "2027-03-30" }],
};
const at = (text: string) => Date.parse(text);

describe("whether somebody is at work", () => {
  it.each([
    ["before nine in winter", "2027-01-04T07:59:00Z", "off_hours"],
    ["at nine in winter", "2027-01-04T08:00:00Z", "free"],
    ["at nine in summer, an hour earlier in UTC", "2027-07-05T07:00:00Z", "free"],
    ["at five, when the day is over", "2027-01-04T16:00:00Z", "off_hours"],
    ["on a Saturday", "2027-01-09T10:00:00Z", "off_hours"],
    ["on the first day of an absence", "2027-03-29T10:00:00Z", "away"],
    ["on its last day, late at their place", "2027-03-30T21:59:00Z", "away"],
    ["on the day after it", "2027-03-31T08:00:00Z", "free"],
  ] as const)("%s", (_, time, duty) => expect(dutyOf(berlin, at(time))).toBe(duty));

  it("is never so for who takes no leads, and always for who has no hours", () => {
    expect(dutyOf({ ...berlin, takesLeads: false }, at("2027-01-04T10:00:00Z"))).toBe("not_taking");
    expect(dutyOf({ ...berlin, hours: null }, at("2027-01-09T23:00:00Z"))).toBe("free");
  });
});

describe("when somebody is next at work", () => {
  it.each([
    ["tomorrow morning", "2027-01-04T20:00:00Z", "2027-01-05T08:00:00.000Z"],
    ["on Monday", "2027-01-08T17:00:00Z", "2027-01-11T08:00:00.000Z"],
    ["after an absence, and by summer time", "2027-03-26T17:00:00Z", "2027-03-31T07:00:00.000Z"],
  ])("%s", (_, now, next) => expect(new Date(nextDuty(berlin, at(now)) ?? 0).toISOString()).toBe(next));

  it("is not known where there are no hours at all", () => {
    expect(nextDuty({ ...berlin, hours: [[], [], [], [], [], [], []] }, at("2027-01-04T20:00:00Z"))).toBe(
      null,
    );
    expect(nextDuty({ ...berlin, takesLeads: false }, at("2027-01-04T20:00:00Z"))).toBe(null);
  });
});
