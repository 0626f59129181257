import { expect, test } from "vitest";
import { partIn, sayPause, type StoryEntry, type StoryPage, storyWith, storyWithEarlier } from "./story";

function entry(minute: number): StoryEntry {
  const at = new Date(Date.UTC(2027, 0, 1, 0, minute)).toISOString();
  return {
    id: `fct_${minute}`,
    at,
    kind: "lead",
    title: `${minute}`,
    about: "",
    by: "",
    to: null,
    activityId: null,
    step: minute,
    sincePrevious: null,
  };
}

function page(from: number, to: number, nextCursor: string | null): StoryPage {
  const entries = Array.from({ length: from - to + 1 }, (_, index) => entry(from - index));
  return { entries, nextCursor };
}

const minutes = ({ entries }: StoryPage) => entries.map(({ title }) => Number(title));

test("something new pushes nothing out of a story of which more was read", () => {
  const read = storyWithEarlier(page(9, 7, "a"), page(6, 4, "b"));
  const now = storyWith(read, page(10, 8, "c"));
  expect(minutes(now)).toEqual([10, 9, 8, 7, 6, 5, 4]);
  expect(now.nextCursor).toBe("b");
});

test("what was taken back is gone from the newest page", () => {
  const read = page(9, 7, "a");
  const now = storyWith(read, { entries: [entry(9), entry(7), entry(6)], nextCursor: "x" });
  expect(minutes(now)).toEqual([9, 7, 6]);
  expect(now.nextCursor).toBe("x");
});

test("a story that fits a page is that page", () => {
  expect(minutes(storyWith(page(9, 7, "a"), page(3, 1, null)))).toEqual([3, 2, 1]);
});

test.each([
  [null, ""],
  [86_399_999, ""],
  [86_400_000, "1 day"],
  [20 * 86_400_000, "2 weeks"],
  [400 * 86_400_000, "1 year"],
])("a pause of %s is said as “%s”", (pause, words) => expect(sayPause(pause)).toBe(words));

test("an address that names no part of the story means all of it", () => {
  expect(partIn(new URLSearchParams("story=visits"))).toBe("visits");
  expect(partIn(new URLSearchParams("story=sagas"))).toBe("all");
});
