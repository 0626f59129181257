import { expect, test } from "vitest";
import { everybody, isChosen, nobody, reach, sizeOf, toggle } from "./selection";

const order = ["a", "b", "c", "d", "e"];
const chosen = (selection: Parameters<typeof isChosen>[0]) =>
  order.filter((id) => isChosen(selection, id)).join("");

test("a second press takes it back", () => {
  const one = toggle(nobody, "b", order);
  expect(chosen(one)).toBe("b");
  expect(chosen(toggle(one, "b", order))).toBe("");
});

test("a range goes from where one last was, in both directions", () => {
  expect(chosen(reach(toggle(nobody, "b", order), "d", order))).toBe("bcd");
  expect(chosen(reach(toggle(nobody, "d", order), "a", order))).toBe("abcd");
});

test("a range that begins at one that was let go lets go", () => {
  const all = reach(toggle(nobody, "a", order), "e", order);
  expect(chosen(reach(toggle(all, "b", order), "d", order))).toBe("ae");
});

test("all that match are counted without having been read; letting one go keeps those in sight", () => {
  expect(sizeOf(everybody, 10_000)).toBe(10_000);
  const most = toggle(everybody, "c", order);
  expect(chosen(most)).toBe("abde");
  expect(sizeOf(most, 10_000)).toBe(4);
});
