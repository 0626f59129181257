import { addDays, instantAt, shownAt } from "~/calendar/clock";
import type { ActivityType } from "./activity";

export const composed = ["note", "call", "email", "meeting", "task"] as const;
/** Words that were said are only for who may reach people. */
export const withoutWords: readonly Composed[] = ["call", "meeting", "task"];
export type Composed = (typeof composed)[number] & ActivityType;

/** What is being written, as the fields hold it. */
export type Draft = {
  type: Composed;
  subject: string;
  text: string;
  outcome: string;
  minutes: string;
  /** As the clocks of the writer show it: “2026-11-24T09:00”. Empty for now, or for no day. */
  when: string;
  assignedTo: string;
  /** Minutes before it is due; empty for never. */
  remind: string;
};

export function emptyDraft(type: Composed, assignedTo: string): Draft {
  return { type, subject: "", text: "", outcome: "", minutes: "", when: "", assignedTo, remind: "" };
}

export function isEmptyDraft({ subject, text, outcome }: Draft): boolean {
  return [subject, text, outcome].every((part) => part.trim() === "");
}

/** A task wants its name; a note its words; of a call it is enough that there was one. */
export function canSend(draft: Draft): boolean {
  if (draft.type === "task") return draft.subject.trim() !== "";
  if (draft.type === "note") return draft.text.trim() !== "";
  return draft.type === "call" || !isEmptyDraft(draft);
}

export type Composition = {
  type: Composed;
  subject: string;
  description?: string;
  outcome: string;
  durationMinutes: number | null;
  /** When it was done; null for what is still to come, absent for now. */
  completedAt?: string | null;
  dueAt: string | null;
  remindAt: string | null;
  assignedTo: string | null;
};

/** What a draft becomes: a task, and a meeting that lies ahead, are still to be done. */
export function compositionOf(draft: Draft, now: number, timeZone: string): Composition {
  const { type, subject, text, outcome, minutes, assignedTo, remind } = draft;
  const when = momentOf(draft.when, timeZone);
  const isAhead = type === "task" || (type === "meeting" && when !== null && Date.parse(when) > now);
  const dueAt = isAhead ? when : null;
  return {
    type,
    subject: subject.trim(),
    ...(text.trim() ? { description: text.trim() } : {}),
    outcome: outcome.trim(),
    durationMinutes: Number.parseInt(minutes, 10) || null,
    ...(isAhead ? { completedAt: null } : when ? { completedAt: when } : {}),
    dueAt,
    remindAt: dueAt && remind !== "" ? before(dueAt, Number(remind)) : null,
    assignedTo: assignedTo || null,
  };
}

export function momentOf(when: string, timeZone: string): string | null {
  const [day, time] = when.split("T");
  return day && time ? instantAt({ day, time: time.slice(0, 5) }, timeZone) : null;
}

export function before(at: string, minutes: number): string {
  return new Date(Date.parse(at) - minutes * 60_000).toISOString();
}

/** Nine in the morning so many days from now. */
export function morningIn(days: number, now: number, timeZone: string): string {
  return `${addDays(shownAt(now, timeZone).day, days)}T09:00`;
}
