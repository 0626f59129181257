import { expect, test } from "vitest";
import type { LeadLine } from "../lead";
import { createRowsStore, type RowsPage } from "./rows";

function line(id: string, change: Partial<LeadLine> = {}): LeadLine {
  return {
    id,
    firstName: id,
    lastName: "",
    email: null,
    phone: null,
    jobTitle: "",
    companyId: null,
    companyName: "",
    stageId: "stg_1",
    stageSince: "2027-01-01T00:00:00Z",
    status: "new",
    score: null,
    value: null,
    assignedTo: null,
    sourceId: null,
    tags: [],
    customFields: {},
    createdAt: "2027-01-01T00:00:00Z",
    updatedAt: "2027-01-01T00:00:00Z",
    lastContactedAt: null,
    nextFollowUpAt: null,
    ...change,
  };
}

const page = (ids: string, nextCursor: string | null = null): RowsPage => ({
  rows: ids.split("").map((id) => line(id)),
  nextCursor,
  count: { value: 9, isExact: true },
  groups: null,
});
const names = (store: ReturnType<typeof createRowsStore>) =>
  store
    .read()
    .rows.map(({ firstName }) => firstName)
    .join("");

test("a change is there at once, and gone again when it is refused", () => {
  const store = createRowsStore("", page("abc"));
  const back = store.edit("b", { firstName: "B" });
  expect(names(store)).toBe("aBc");
  back();
  expect(names(store)).toBe("abc");
});

test("two changes of one row are told apart: the first is refused, the second stays", () => {
  const store = createRowsStore("", page("ab"));
  const back = store.edit("a", { firstName: "X" });
  store.edit("a", { jobTitle: "Owner" });
  back();
  expect(store.read().rows[0]).toMatchObject({ firstName: "a", jobTitle: "Owner" });
});

test("the first page anew keeps what was read beyond it, and a row that came first is not there twice", () => {
  const store = createRowsStore("", page("abc", "after c"));
  store.add("", page("def", "after f"));
  store.begin("", page("eabc", "after c"));
  expect(names(store)).toBe("eabcdf");
  expect(store.read().nextCursor).toBe("after f");
});

test("a first page that ends elsewhere begins anew: nothing is left out between", () => {
  const store = createRowsStore("", page("abc", "after c"));
  store.add("", page("def", null));
  store.begin("", page("xyz", "after z"));
  expect(names(store)).toBe("xyz");
  expect(store.read().nextCursor).toBe("after z");
});

test("an answer to another question than the one that is asked now is not mixed in", () => {
  const store = createRowsStore("q=a", page("abc", "after c"));
  store.begin("q=b", page("xy"));
  store.add("q=a", page("def"));
  expect(names(store)).toBe("xy");
});

test("a row that says the same is the very same, so that nothing is drawn again", () => {
  const store = createRowsStore("", page("ab"));
  const [before] = store.read().rows;
  store.begin("", page("ab"));
  expect(store.read().rows[0]).toBe(before);
});

test("who is removed is no longer counted", () => {
  const store = createRowsStore("", page("abc"));
  store.remove(["b", "unknown"]);
  expect(names(store)).toBe("ac");
  expect(store.read().count).toEqual({ value: 8, isExact: true });
});
