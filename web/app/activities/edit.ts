import { shownAt } from "~/calendar/clock";
import type { Activity } from "./activity";
import { before, type Draft, momentOf } from "./draft";

/** What of a task can be changed where it stands, as the API names it. */
export type TaskChange = Partial<
  Pick<Activity, "subject" | "description" | "assignedTo" | "dueAt" | "remindAt">
>;

/** The same as the fields hold it. */
export type TaskFields = Pick<Draft, "subject" | "text" | "when" | "assignedTo" | "remind">;

export function fieldsOf(task: Activity, timeZone: string): TaskFields {
  const { subject, description, dueAt, remindAt, assignedTo } = task;
  const due = dueAt && shownAt(dueAt, timeZone);
  return {
    subject: subject ?? "",
    text: description ?? "",
    when: due ? `${due.day}T${due.time}` : "",
    assignedTo: assignedTo ?? "",
    remind: dueAt && remindAt ? String(Math.round((Date.parse(dueAt) - Date.parse(remindAt)) / 60_000)) : "",
  };
}

/** Only what somebody has changed, so that what others changed meanwhile stays; nothing where it says the same. */
export function changeOf(first: TaskFields, fields: TaskFields, timeZone: string): TaskChange | null {
  const [subject, text] = [fields.subject.trim(), fields.text.trim()];
  const isMoved = fields.when !== first.when;
  const change: TaskChange = {
    ...(subject === first.subject ? {} : { subject }),
    ...(text === first.text ? {} : { description: text }),
    ...(fields.assignedTo === first.assignedTo ? {} : { assignedTo: fields.assignedTo || null }),
    ...(isMoved ? { dueAt: momentOf(fields.when, timeZone) } : {}),
    ...(isMoved || fields.remind !== first.remind ? { remindAt: remindAtOf(fields, timeZone) } : {}),
  };
  return Object.keys(change).length > 0 ? change : null;
}

function remindAtOf({ when, remind }: TaskFields, timeZone: string): string | null {
  const dueAt = momentOf(when, timeZone);
  return dueAt && remind !== "" ? before(dueAt, Number(remind)) : null;
}

/** How it was before; another day takes the reminder along, so both come back together. */
export function undoOf(task: Activity, change: TaskChange): TaskChange {
  const { subject, description, assignedTo, dueAt, remindAt } = task;
  const was: TaskChange = { subject, description, assignedTo, dueAt, remindAt };
  const isAsked = (name: string) => name in change || (name === "remindAt" && "dueAt" in change);
  return Object.fromEntries(Object.entries(was).filter(([name]) => isAsked(name)));
}

export function sayChange({ subject, ...change }: TaskChange, title: string): string {
  const name = `“${subject || title}”`;
  const [first, ...more] = Object.keys(change).filter((field) => field !== "remindAt");
  if (subject !== undefined || more.length > 0 || first === "description") return `${name} is changed.`;
  if (first === "assignedTo") return `${name} has ${change.assignedTo ? "another" : "no"} owner now.`;
  if (first === "dueAt") return `${name} has ${change.dueAt ? "another" : "no"} day now.`;
  return `${name} has ${change.remindAt ? "another" : "no"} reminder now.`;
}
