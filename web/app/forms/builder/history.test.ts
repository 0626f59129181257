import { expect, test } from "vitest";
import { begin, redo, step, undo } from "./history";

test("undo takes back a step, redo brings it again, and a new step forgets what was taken back", () => {
  const written = step(step(begin("a"), "b", 0), "c", 0);
  expect(undo(written).now).toBe("b");
  expect(undo(undo(undo(written))).now).toBe("a");
  expect(redo(undo(written)).now).toBe("c");
  expect(redo(step(undo(written), "d", 0)).now).toBe("d");
});

test("typing on in one field is one step, until somebody pauses or goes elsewhere", () => {
  const typed = step(step(begin("a"), "ab", 0, "label"), "abc", 900, "label");
  expect(undo(typed).now).toBe("a");
  expect(undo(step(typed, "abcd", 5_000, "label")).now).toBe("abc");
  expect(undo(step(typed, "xyz", 1_000, "help")).now).toBe("abc");
  expect(undo(step(undo(typed), "b", 901, "label")).now).toBe("a");
});

test("what changes nothing is no step", () => {
  const history = begin("a");
  expect(step(history, "a", 0)).toBe(history);
});

test("the past has an end", () => {
  let history = begin(0);
  for (let number = 1; number <= 300; number++) history = step(history, number, 0);
  expect(history.past).toHaveLength(200);
  expect(history.past[0]).toBe(100);
});
