import { describe, expect, it, test } from "vitest";
import { canSend, compositionOf, type Draft, emptyDraft, morningIn } from "./draft";
import { dueGroupOf } from "./due";

const berlin = "Europe/Berlin";
const now = Date.parse("2026-11-24T08:30:00Z");
const draft = (part: Partial<Draft>): Draft => ({ ...emptyDraft("note", "usr_1"), ...part });

describe("what is composed", () => {
  it("was done now where nothing else is said", () => {
    const noted = compositionOf(draft({ text: " Wants a sample " }), now, berlin);
    expect(noted).toMatchObject({ description: "Wants a sample", dueAt: null });
    expect(noted).not.toHaveProperty("completedAt");
  });

  it("is due by the writer's clocks, and reminds before", () => {
    const task = draft({ type: "task", subject: "Send samples", when: "2026-11-25T09:00", remind: "60" });
    expect(compositionOf(task, now, berlin)).toMatchObject({
      completedAt: null,
      dueAt: "2026-11-25T08:00:00.000Z",
      remindAt: "2026-11-25T07:00:00.000Z",
      assignedTo: "usr_1",
    });
  });

  it("is still to come where a meeting lies ahead, and was where it lies back", () => {
    const meeting = (when: string) => compositionOf(draft({ type: "meeting", when }), now, berlin);
    expect(meeting("2026-11-24T10:00")).toMatchObject({
      completedAt: null,
      dueAt: "2026-11-24T09:00:00.000Z",
    });
    expect(meeting("2026-11-24T09:00")).toMatchObject({
      completedAt: "2026-11-24T08:00:00.000Z",
      dueAt: null,
    });
  });

  it("reminds of nothing that has no day", () => {
    expect(
      compositionOf(draft({ type: "task", subject: "x", remind: "0" }), now, berlin).remindAt,
    ).toBeNull();
  });
});

test.each([
  [{ type: "note" as const }, false],
  [{ type: "note" as const, text: "x" }, true],
  [{ type: "task" as const, text: "x" }, false],
  [{ type: "call" as const }, true],
  [{ type: "email" as const, text: "  " }, false],
])("%o can be sent: %s", (part, expected) => expect(canSend(draft(part))).toBe(expected));

test("a morning is the writer's own", () => {
  expect(morningIn(1, Date.parse("2026-11-24T23:30:00Z"), berlin)).toBe("2026-11-26T09:00");
});

test.each([
  ["2026-11-24T08:29:00Z", "overdue"],
  ["2026-11-24T22:30:00Z", "today"],
  ["2026-11-24T23:30:00Z", "tomorrow"],
  ["2026-12-01T12:00:00Z", "week"],
  ["2026-12-02T12:00:00Z", "later"],
  [null, "someday"],
])("what is due at %s is %s in Berlin", (dueAt, group) => {
  expect(dueGroupOf(dueAt, now, berlin)).toBe(group);
});
