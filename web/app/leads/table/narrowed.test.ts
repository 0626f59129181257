import { expect, test } from "vitest";
import { sampleLeads } from "~/gallery/sample-leads";
import { narrowed } from "./narrowed";
import type { Rows } from "./rows";

const rows: Rows = { of: "sort=name", rows: sampleLeads, nextCursor: "more", count: null, groups: [] };
const found = (q: string) => narrowed(rows, new URLSearchParams({ q }).toString()).rows.map(({ id }) => id);

test("a search shows at once whom it will find among those who are here", () => {
  expect(found("ingr")).toEqual(["lead_0"]);
  expect(found("ØSTERG")).toEqual(["lead_1"]);
  expect(found("nguyen alst")).toEqual(["lead_2"]);
  expect(narrowed(rows, "q=ingr")).toMatchObject({ nextCursor: null, groups: null });
});

test("nobody leaves before the answer has come, and nothing else is narrowed", () => {
  expect(narrowed(rows, "q=zzz")).toBe(rows);
  expect(narrowed(rows, "sort=-value")).toBe(rows);
  expect(narrowed({ ...rows, of: "q=ing" }, "q=ing").rows).toHaveLength(sampleLeads.length);
});
