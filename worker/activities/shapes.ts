import * as z from "zod";
import { activityTypes } from "../../db/schema/cell/activities";
import { idOf, wireTime } from "../kernel/contract";

const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine(
      (value) => value.isWellFormed() && !value.includes("\0"),
      "This text has characters that cannot be kept",
    );

const durationMinutes = z.int().min(0).max(1440).nullable();
const completedAt = wireTime.meta({ description: "When it was done; now, where nothing is said." });

const fields = {
  type: z.enum(activityTypes),
  subject: text(500),
  description: text(10_000).meta({ description: "Needs leads:contact." }),
  outcome: text(255),
  durationMinutes,
  assignedTo: idOf("user").nullable().meta({ description: "Who does it, or did." }),
  dueAt: wireTime.nullable(),
  remindAt: wireTime.nullable().meta({ description: "When it is due, where nothing is said; null: never." }),
};

export const activityChange = z.strictObject(fields).partial();
export const newActivity = activityChange.extend({
  type: fields.type,
  completedAt: completedAt.nullable().optional(),
});
export const completion = z
  .strictObject({ outcome: fields.outcome, description: fields.description, durationMinutes, completedAt })
  .partial();

export type ActivityChange = z.output<typeof activityChange>;
export type NewActivity = z.output<typeof newActivity>;
export type Completion = z.output<typeof completion>;
