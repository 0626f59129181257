import { describe, expect, it, test } from "vitest";
import type { Activity } from "./activity";
import { changeOf, fieldsOf, sayChange, type TaskFields, undoOf } from "./edit";

const berlin = "Europe/Berlin";
const task: Activity = {
  id: "act_1",
  lead: { id: "lead_1", name: "Ingrid", companyName: "" },
  type: "task",
  state: "open",
  subject: "Send samples",
  description: "Whole beans",
  outcome: "",
  durationMinutes: null,
  assignedTo: "usr_1",
  dueAt: "2026-11-25T08:00:30.000Z",
  remindAt: "2026-11-25T07:00:30.000Z",
  completedAt: null,
};
const first = fieldsOf(task, berlin);
const changed = (part: Partial<TaskFields>) => changeOf(first, { ...first, ...part }, berlin);

describe("a task's fields", () => {
  it("hold it by its reader's clocks", () => {
    expect(first).toEqual({
      subject: "Send samples",
      text: "Whole beans",
      when: "2026-11-25T09:00",
      assignedTo: "usr_1",
      remind: "60",
    });
  });

  it("ask for nothing where they say the same, whatever spaces stand around it", () => {
    expect(changed({})).toBeNull();
    expect(changed({ subject: " Send samples " })).toBeNull();
  });

  it("ask only for what was changed", () => {
    expect(changed({ subject: "Send beans" })).toEqual({ subject: "Send beans" });
    expect(changed({ assignedTo: "" })).toEqual({ assignedTo: null });
    expect(changed({ text: "" })).toEqual({ description: "" });
  });

  it("take the reminder along to another day, and away where there is no day", () => {
    expect(changed({ when: "2026-11-26T10:00" })).toEqual({
      dueAt: "2026-11-26T09:00:00.000Z",
      remindAt: "2026-11-26T08:00:00.000Z",
    });
    expect(changed({ when: "" })).toEqual({ dueAt: null, remindAt: null });
    expect(changed({ remind: "" })).toEqual({ remindAt: null });
  });

  it("show words that may not be seen as none, and do not write over them", () => {
    const hidden = fieldsOf({ ...task, subject: null, description: null }, berlin);
    expect(hidden).toMatchObject({ subject: "", text: "" });
    expect(changeOf(hidden, hidden, berlin)).toBeNull();
  });
});

test("what is taken back is all that the change touched, the reminder of a moved day too", () => {
  expect(undoOf(task, { dueAt: null })).toEqual({ dueAt: task.dueAt, remindAt: task.remindAt });
  expect(undoOf(task, { subject: "x" })).toEqual({ subject: "Send samples" });
});

test.each([
  [{ subject: "Call", dueAt: null }, "“Call” is changed."],
  [{ assignedTo: "usr_2" }, "“It” has another owner now."],
  [{ assignedTo: null }, "“It” has no owner now."],
  [{ dueAt: "2026-11-25T08:00:00Z", remindAt: null }, "“It” has another day now."],
  [{ dueAt: null, remindAt: null }, "“It” has no day now."],
  [{ remindAt: null }, "“It” has no reminder now."],
  [{ description: "x" }, "“It” is changed."],
])("%o is told as %s", (change, words) => expect(sayChange(change, "It")).toBe(words));
