import { expect, test } from "vitest";
import { currentOf, mainDestinations } from "./destinations";
import type { FrameData } from "./frame-data";
import { settingsGroups } from "./settings-destinations";

test("each door has keys of its own, or none", () => {
  const doors = [...mainDestinations, ...settingsGroups.flatMap(({ destinations }) => destinations)];
  const keys = doors.flatMap((door) => door.keys ?? []);
  expect(keys.filter((each, index) => keys.indexOf(each) !== index)).toEqual([]);
  expect(keys.length).toBeGreaterThan(15);
});

test.each([
  ["/o/acme/leads", "Leads"],
  ["/o/acme/leads/lead_1", "Leads"],
  ["/o/acme/leads/import", "Leads"],
  ["/o/acme/leads/board", "Board"],
  ["/o/acme", "Home"],
  ["/o/acme/unheard-of", undefined],
])("%s is behind the door “%s”", (pathname, name) => {
  const frame = { organization: { id: "org_1", name: "Acme", slug: "acme", status: "active" } } as FrameData; // safe: only the slug is read
  expect(currentOf(pathname, mainDestinations, frame)?.name).toBe(name);
});
