import * as z from "zod";
import { activityTypes } from "../../db/schema/cell/activities";
import { can, type Context } from "../kernel/context";
import { toWireTime, wireTime } from "../kernel/contract";
import type { Lead } from "../leads";
import type { Activity } from "./queries";

export const activityWire = z
  .strictObject({
    id: z.string(),
    lead: z.strictObject({
      id: z.string(),
      firstName: z.string(),
      lastName: z.string(),
      companyName: z.string(),
    }),
    type: z.enum(activityTypes),
    state: z.enum(["open", "done"]),
    subject: z.string().nullable(),
    description: z.string().nullable(),
    outcome: z.string().nullable(),
    durationMinutes: z.number().int().nullable(),
    assignedTo: z.string().nullable(),
    dueAt: wireTime.nullable(),
    remindAt: wireTime.nullable(),
    completedAt: wireTime.nullable(),
    createdBy: z.string().nullable(),
    createdAt: wireTime,
    updatedAt: wireTime,
  })
  .meta({
    id: "Activity",
    description:
      "Without leads:contact, what was said is null: description, outcome, and the subject of mails and notes.",
  });

export function activityToWire(
  ctx: Context,
  row: Activity,
  { id, firstName, lastName, companyName }: Lead,
): z.input<typeof activityWire> {
  const { type, durationMinutes, assignedTo, createdBy } = row;
  return {
    id: row.id,
    lead: { id, firstName, lastName, companyName },
    type,
    state: row.state === "done" ? "done" : "open",
    ...wordsOf(ctx, row),
    durationMinutes,
    assignedTo,
    dueAt: toWireTime(row.dueAt),
    remindAt: toWireTime(row.remindAt),
    completedAt: toWireTime(row.completedAt),
    createdBy,
    createdAt: toWireTime(row.createdAt),
    updatedAt: toWireTime(row.updatedAt),
  };
}

/** What was said between two people is for who may reach them. */
export function wordsOf(
  ctx: Context,
  { type, subject, description, outcome }: Pick<Activity, "type" | "subject" | "description" | "outcome">,
) {
  if (can(ctx, "leads:contact")) return { subject, description, outcome };
  const isSaid = type === "email" || type === "note";
  return { subject: isSaid ? null : subject, description: null, outcome: null };
}
