import { expect, test } from "vitest";
import { commandsFor } from "./commands";
import type { FrameData, Permission } from "./frame-data";

const organization = { id: "org_1", name: "Northwind", slug: "northwind", status: "active" };

function frameOf(permissions: Permission[]): FrameData {
  const user = { id: "usr_1", email: "ada@mail.example", name: "Ada", avatarUrl: null, platformRole: "user" };
  const here = { organization, organizations: [organization] };
  return { user, ...here, permissions, role: null, memberId: null, singleKeys: true };
}

const offered = (permissions: Permission[]) => commandsFor(frameOf(permissions)).map(({ id }) => id);

test("each command has an id of its own", () => {
  const ids = offered(["leads:read", "leads:write", "leads:contact", "leads:import", "leads:configure"]);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
});

test("what a person may not do is not offered", () => {
  const reading = offered(["leads:read"]);
  expect(reading).toContain("go:everyones-tasks");
  for (const id of [
    "new:lead",
    "new:leads",
    "new:stage",
    "go:duplicates",
    "go:deleted-leads",
    "do:export-leads",
  ])
    expect(reading).not.toContain(id);
});

test("an import shows how people are reached, so it needs that too", () => {
  expect(offered(["leads:import"])).not.toContain("new:leads");
  expect(offered(["leads:import", "leads:contact"])).toContain("new:leads");
});
