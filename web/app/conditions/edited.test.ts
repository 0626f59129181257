import { expect, test } from "vitest";
import type { Condition } from "../../../worker/kernel/pure/condition";
import { begin, edit, type Edited, show } from "./edited";
import { type AskableField, conditionOf, type Group } from "./group";

const fields: AskableField[] = [{ name: "city", label: "City", type: "text" }];
const city = (...values: string[]): Group => ({
  word: "all",
  items: values.map((value) => ({ field: "city", operator: "equals", values: value ? [value] : [] })),
});
const asked = (...values: string[]): Condition | null => conditionOf(city(...values), fields);

test("what was typed stays while its owner still shows the tree before it", () => {
  const typed = type(begin(null, fields), "B", "Be", "Ber");
  expect(show(typed, null, fields).group).toEqual(city("Ber"));
  expect(show(show(typed, asked("B"), fields), asked("Be"), fields).group).toEqual(city("Ber"));
});

test("a tree that was said but never shown is passed over, and the last one shown ends the waiting", () => {
  const settled = show(type(begin(null, fields), "B", "Be", "Ber"), asked("Ber"), fields);
  expect(settled).toMatchObject({ group: city("Ber"), said: [] });
});

test("a question without its answer stays when the finished ones come back", () => {
  const { next, say } = edit(begin(asked("Berlin"), fields), city("Berlin", ""), fields);
  expect(say).toBeUndefined();
  expect(show(type(next, "Bern"), asked("Bern"), fields).group).toEqual(city("Bern"));
  expect(show(next, asked("Berlin"), fields).group).toEqual(city("Berlin", ""));
});

test("a tree from elsewhere, such as by undo, begins the edit anew", () => {
  const settled = show(type(begin(null, fields), "B"), asked("B"), fields);
  expect(show(settled, null, fields).group).toEqual({ word: "all", items: [] });
  expect(show(settled, asked("Lisbon"), fields).group).toEqual(city("Lisbon"));
});

test("only what changes the finished part is said", () => {
  expect(edit(begin(null, fields), city("Bern"), fields).say).toEqual(asked("Bern"));
  expect(edit(begin(asked("Bern"), fields), city(""), fields).say).toBeNull();
  expect(edit(type(begin(null, fields), "Bern"), city("Bern", ""), fields).say).toBeUndefined();
});

function type(edited: Edited, ...texts: string[]): Edited {
  return texts.reduce((each, text) => edit(each, city(text), fields).next, edited);
}
