import { expect, test } from "vitest";
import type { LeadLine } from "../lead";
import { type Group, type Item, itemsOf } from "./items";

const line = (id: string, stageId: string) => ({ id, stageId }) as LeadLine; // safe: grouping reads nothing else
const rows = [line("1", "a"), line("2", "a"), line("3", "b")];
const groups: Group[] = ["a", "b", "c", "d"].map((key) => ({ key, name: key.toUpperCase(), count: 9 }));
const said = (items: Item[]) =>
  items.map((item) => (item.kind === "group" ? item.group.name : item.line.id)).join("");

test("without groups the rows stand as they came", () => {
  expect(said(itemsOf({ rows, by: null, groups: [], closed: new Set(), hasMore: true }))).toBe("123");
});

test("each group stands above its rows, and those not reached yet are not promised", () => {
  expect(said(itemsOf({ rows, by: "stage", groups, closed: new Set(), hasMore: true }))).toBe("A12B3");
  expect(said(itemsOf({ rows, by: "stage", groups, closed: new Set(), hasMore: false }))).toBe("A12B3CD");
});

test("a closed group shows its headline alone, also right below what was read", () => {
  expect(said(itemsOf({ rows, by: "stage", groups, closed: new Set(["a", "c"]), hasMore: true }))).toBe(
    "AB3C",
  );
});
