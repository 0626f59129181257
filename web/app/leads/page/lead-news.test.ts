import { expect, it } from "vitest";
import { countOf } from "./lead-news";

const news = { "activity.created": 3, "lead.scored": 1, "insight.changed": 2 };

it("a card looks again for what concerns it, by noun or by type, and for nothing else", () => {
  expect(countOf(news, ["insight"])).toBe(2);
  expect(countOf(news, ["lead.scored", "insight"])).toBe(3);
  expect(countOf(news, ["lead.moved", "company"])).toBe(0);
  expect(countOf(news)).toBe(6);
});

it("everything looks again when the room has forgotten what was missed", () => {
  expect(countOf({ ...news, reload: 1 }, ["company"])).toBe(1);
});
