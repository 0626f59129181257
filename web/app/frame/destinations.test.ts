import { expect, test } from "vitest";
import { mainDestinations } from "./destinations";
import { settingsGroups } from "./settings-destinations";

test("each door has keys of its own, or none", () => {
  const doors = [...mainDestinations, ...settingsGroups.flatMap(({ destinations }) => destinations)];
  const keys = doors.flatMap((door) => door.keys ?? []);
  expect(keys.filter((each, index) => keys.indexOf(each) !== index)).toEqual([]);
  expect(keys.length).toBeGreaterThan(15);
});
