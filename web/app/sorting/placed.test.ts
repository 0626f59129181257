import { expect, test } from "vitest";
import { inOrder, moved } from "./placed";

test.each([
  ["a", "c", ["b", "c", "a", "d"]],
  ["d", "a", ["d", "a", "b", "c"]],
  ["b", "b", ["a", "b", "c", "d"]],
  ["a", "gone", ["a", "b", "c", "d"]],
])("%s put where %s stands", (id, over, expected) => {
  expect(moved(["a", "b", "c", "d"], id, over)).toEqual(expected);
});

test("what came meanwhile stands last, and what went is gone", () => {
  const items = ["new", "b", "a"].map((id) => ({ id }));
  expect(inOrder(items, ["a", "gone", "b"]).map(({ id }) => id)).toEqual(["a", "b", "new"]);
});
