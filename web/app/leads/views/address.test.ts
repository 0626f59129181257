import { expect, test } from "vitest";
import { isChanged, openedFirst, plainState, type SavedView, searchWith, stateOf } from "./address";

const hot: SavedView = {
  id: "view_1",
  name: "Hot",
  visibility: "shared",
  isMine: true,
  filter: { field: "score", operator: "at_least", value: 70 },
  sort: "-score",
  group: "stage",
  columns: ["name", "score:90"],
};

const at = (text: string) => new URLSearchParams(text);

test("an address without anything is the plain table, and changed is what it says besides", () => {
  expect(stateOf(at(""), null)).toEqual(plainState);
  expect(isChanged(at("view=view_1&q=ada"))).toBe(false);
  expect(isChanged(at("view=view_1&sort=name"))).toBe(true);
});

test("a saved view is what it was saved as, and the address has the last word", () => {
  expect(stateOf(at("view=view_1"), hot)).toEqual({
    filter: hot.filter,
    sort: "-score",
    group: "stage",
    columns: [
      { key: "name", width: 0 },
      { key: "score", width: 90 },
    ],
  });
  expect(stateOf(at("view=view_1&filter=none&group=none&sort=name"), hot)).toMatchObject({
    filter: null,
    group: null,
    sort: "name",
  });
});

test("what is put back as it was saved leaves the address again", () => {
  const changed = searchWith(at("view=view_1&q=ada"), hot, { sort: "name", filter: null });
  expect(at(changed).get("filter")).toBe("none");
  const back = searchWith(at(changed), hot, { sort: "-score", filter: hot.filter });
  expect(at(back).toString()).toBe("view=view_1&q=ada");
});

test("every state comes back from its address", () => {
  const state = { filter: hot.filter, sort: "name", group: "source", columns: [{ key: "tags", width: 300 }] };
  expect(stateOf(at(searchWith(at(""), null, state)), null)).toEqual(state);
});

test("an address that was cut in half filters by nothing", () => {
  expect(stateOf(at('filter={"field":"sco'), null).filter).toBeNull();
});

test("who opens a view first gets it where the address asks for nothing else", () => {
  const first = (text: string) => openedFirst(at(text), "view_1").toString();
  expect(first("")).toBe("view=view_1");
  expect(first("lead=lead_1")).toBe("lead=lead_1&view=view_1");
  expect(first("view=all")).toBe("view=all");
  expect(first("sort=name")).toBe("sort=name");
  expect(openedFirst(at(""), "").toString()).toBe("");
});
