import * as z from "zod";
import {
  buyingSignals,
  channels,
  directions,
  emotions,
  entityTypes,
  intents,
  sentiments,
  urgencies,
} from "../../db/schema/cell/conversations";
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

export const newConversation = z.strictObject({
  direction: z.enum(directions),
  channel: z.enum(channels),
  subject: text(500).default(""),
  content: text(20_000).min(1),
  threadId: text(255)
    .min(1)
    .optional()
    .meta({ description: "What it belongs to; a thread of its own where it is left out." }),
  externalId: text(255)
    .min(1)
    .optional()
    .meta({ description: "Its id where it came from: the same one of the same lead is kept once." }),
  activityId: idOf("activity").optional(),
  occurredAt: wireTime.optional(),
  analyze: z
    .boolean()
    .optional()
    .meta({ description: "Left out: what comes in and what was talked of is read, what goes out is not." }),
});
export type NewConversation = z.output<typeof newConversation>;

/** What a person says in place of what was found. Null gives a part back to the analysis. */
export const correctionBody = z
  .strictObject({
    sentiment: z
      .strictObject({
        overall: z.enum(sentiments),
        emotions: z.array(z.enum(emotions)).max(3).default([]),
      })
      .nullable(),
    intent: z.strictObject({ primary: z.enum(intents), urgency: z.enum(urgencies) }).nullable(),
    topics: z.array(text(60).min(1)).max(12).nullable(),
    entities: z
      .array(z.strictObject({ type: z.enum(entityTypes), text: text(120).min(1) }))
      .max(30)
      .nullable(),
    buyingSignals: z.array(z.enum(buyingSignals)).max(buyingSignals.length).nullable(),
  })
  .partial();
export type CorrectionBody = z.output<typeof correctionBody>;
