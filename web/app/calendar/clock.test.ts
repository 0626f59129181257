import { describe, expect, it } from "vitest";
import { clockChange, firstOfMonth, instantAt, shownAt, weekOf } from "./clock";

describe("the calendar's clocks", () => {
  it.each([
    ["2027-03-28", "02:30", "Europe/Berlin", "2027-03-28T01:30:00.000Z", "03:30"],
    ["2027-10-31", "02:30", "Europe/Berlin", "2027-10-31T00:30:00.000Z", "02:30"],
    ["2027-10-03", "02:15", "Australia/Lord_Howe", "2027-10-02T15:45:00.000Z", "02:45"],
    ["2028-02-29", "09:00", "America/New_York", "2028-02-29T14:00:00.000Z", "09:00"],
    ["2027-07-15", "09:00", "Asia/Kolkata", "2027-07-15T03:30:00.000Z", "09:00"],
  ])("%s %s in %s is %s, shown as %s", (day, time, zone, instant, shown) => {
    expect(instantAt({ day, time }, zone)).toBe(instant);
    expect(shownAt(instant, zone)).toEqual({ day, time: shown });
  });

  it("say on which days they change, and by how much", () => {
    expect(clockChange("2027-03-28", "Europe/Berlin")).toBe("Clocks go forward an hour");
    expect(clockChange("2027-10-31", "Europe/Berlin")).toBe("Clocks go back an hour");
    expect(clockChange("2027-10-03", "Australia/Lord_Howe")).toBe("Clocks go forward 30 minutes");
    expect(clockChange("2027-03-28", "Asia/Kolkata")).toBeNull();
  });

  it("begin weeks on Monday and months on the first", () => {
    expect([weekOf("2027-03-28"), weekOf("2027-03-22")]).toEqual(["2027-03-22", "2027-03-22"]);
    expect([firstOfMonth("2028-02-29"), firstOfMonth("2027-12-31", 1)]).toEqual(["2028-02-01", "2028-01-01"]);
  });
});
