import { expect, it } from "vitest";
import { beginLook, hasNews, isHeard, noteNews } from "./news";

function tell(event: string): void {
  noteNews({ kind: "event", event, at: "2026-11-22T04:00:00.000Z", data: {} });
}

it("a part listens for nouns and for types, and what may have been missed concerns all of them", () => {
  expect(isHeard("lead.moved", ["lead"])).toBe(true);
  expect(isHeard("lead.moved", ["lead.moved"])).toBe(true);
  expect(isHeard("lead.scored", ["lead.moved"])).toBe(false);
  expect(isHeard("lead_stage.created", ["lead"])).toBe(false);
  expect(isHeard("reload", [])).toBe(true);
});

it("what was told before the last look is news for it, and old for the next one", () => {
  tell("lead_stage.created");
  expect(hasNews(["lead_stage"])).toBe(true);
  beginLook();
  expect(hasNews(["lead_stage"])).toBe(true);
  tell("lead.moved");
  beginLook();
  expect(hasNews(["lead_stage"])).toBe(false);
  expect(hasNews(["lead"])).toBe(true);
});
