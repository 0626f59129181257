import "./without-eval";
import * as z from "zod";

const ids = z.array(z.string().max(64)).default([]);

export const ruleSchema = z.object({
  name: z.string("Give it a name.").trim().min(1, "Give it a name.").max(100, "Use at most 100 characters."),
  method: z.enum(["round_robin", "least_loaded"]),
  userIds: ids,
  teamIds: ids,
  fallbackTo: z.string().max(64).default(""),
  keepsHours: z.boolean().default(false),
  isActive: z.boolean().default(false),
  /** A tree as JSON; empty: every lead. */
  condition: z.string().max(50_000).default(""),
});

const clock = z
  .string()
  .regex(/^(\d\d:\d\d)?$/, "Give a time.")
  .default("");
const day = z.iso.date("Give a day.").optional();

export const availabilitySchema = z
  .object({
    takesLeads: z.boolean().default(false),
    capacity: z
      .number("Give a number.")
      .int("Give a whole number.")
      .min(1, "At least one.")
      .max(10_000, "At most 10,000.")
      .optional(),
    timezone: z.string().min(1).max(60),
    hasHours: z.boolean().default(false),
    from: z.array(clock).max(7).default([]),
    to: z.array(clock).max(7).default([]),
    awayFrom: day,
    awayTo: day,
  })
  .refine(({ awayFrom, awayTo }) => !awayFrom === !awayTo && (!awayFrom || !awayTo || awayFrom <= awayTo), {
    path: ["awayTo"],
    message: "Give the first and the last day.",
  });
