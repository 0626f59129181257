import { expect, test } from "vitest";
import { partsOf } from "./marked-words";

const content = "How much is it, and when?";
const at = (start: number, end: number) => ({ quote: content.slice(start, end), start, end });
const written = (...evidence: ReturnType<typeof at>[]) =>
  partsOf(content, evidence)
    .map(({ text, isMarked }) => (isMarked ? `[${text}]` : text))
    .join("");

test.each([
  [[], content],
  [[at(0, 14)], "[How much is it], and when?"],
  [[at(20, 24), at(0, 8)], "[How much] is it, and [when]?"],
  [[at(0, 8), at(4, 14)], "[How much][ is it], and when?"],
  [[at(0, 14), at(4, 8)], "[How much is it], and when?"],
  [[at(20, 900)], "How much is it, and [when?]"],
])("marks %j, and nothing of the message is lost or said twice", (evidence, expected) => {
  expect(written(...evidence)).toBe(expected);
});
