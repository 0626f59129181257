import * as z from "zod";
import {
  type Analysis,
  analysisStates,
  buyingSignals,
  channels,
  directions,
  emotions,
  entityTypes,
  intents,
  sentiments,
  urgencies,
} from "../../db/schema/cell/conversations";
import { toWireTime, wireTime } from "../kernel/contract";
import type { Conversation } from "./queries";

const evidence = z
  .array(z.strictObject({ quote: z.string(), start: z.number().int(), end: z.number().int() }))
  .meta({ description: "The words that show it, by their place in the content." });
const shown = { confidence: z.number(), evidence };

const parts = {
  sentiment: z
    .strictObject({ overall: z.enum(sentiments), emotions: z.array(z.enum(emotions)), ...shown })
    .nullable(),
  intent: z.strictObject({ primary: z.enum(intents), urgency: z.enum(urgencies), ...shown }).nullable(),
  topics: z.array(z.strictObject({ name: z.string(), ...shown })),
  entities: z.array(z.strictObject({ type: z.enum(entityTypes), text: z.string(), ...shown })),
  buyingSignals: z.array(z.strictObject({ kind: z.enum(buyingSignals), ...shown })),
};

export const conversationWire = z
  .strictObject({
    id: z.string(),
    leadId: z.string(),
    activityId: z.string().nullable(),
    threadId: z.string(),
    externalId: z.string().nullable(),
    direction: z.enum(directions),
    channel: z.enum(channels),
    subject: z.string(),
    content: z.string(),
    recordedBy: z.string().nullable(),
    occurredAt: wireTime,
    analysisStatus: z.enum(analysisStates),
    analysisError: z.string().nullable(),
    analyzedAt: wireTime.nullable(),
    analyzedBy: z.string().nullable().meta({ description: "The model, or the built-in writer." }),
    language: z
      .string()
      .nullable()
      .meta({ description: "Of what was read, as two letters; “und” where that could not be told." }),
    ...parts,
    corrected: z
      .array(z.string())
      .meta({ description: "Parts that are a person's word; no analysis changes them." }),
    correctedBy: z.string().nullable(),
    correctedAt: wireTime.nullable(),
    createdAt: wireTime,
  })
  .meta({ id: "Conversation" });

export type ConversationWire = z.input<typeof conversationWire>;

export function conversationToWire(row: Conversation): ConversationWire {
  const { id, leadId, activityId, threadId, externalId, direction, channel, subject, content } = row;
  const { recordedBy, analysisStatus, analysisError, analyzedBy, language, correctedBy } = row;
  return {
    id,
    leadId,
    activityId,
    threadId,
    externalId,
    direction,
    channel,
    subject,
    content,
    recordedBy,
    occurredAt: toWireTime(row.occurredAt),
    analysisStatus,
    analysisError,
    analyzedAt: toWireTime(row.analyzedAt),
    analyzedBy,
    language,
    ...findingsOf(row),
    corrected: Object.keys(row.correction ?? {}),
    correctedBy,
    correctedAt: toWireTime(row.correctedAt),
    createdAt: toWireTime(row.createdAt),
  };
}

type Findings = Pick<Analysis, "topics" | "entities" | "buyingSignals"> & {
  [part in "sentiment" | "intent"]: Analysis[part] | null;
};

/** What holds: a person's word before the analysis. */
export function findingsOf(row: Pick<Conversation, keyof Findings | "correction">): Findings {
  const said = row.correction ?? {};
  return {
    sentiment: said.sentiment ?? row.sentiment,
    intent: said.intent ?? row.intent,
    topics: said.topics ?? row.topics ?? [],
    entities: said.entities ?? row.entities ?? [],
    buyingSignals: said.buyingSignals ?? row.buyingSignals ?? [],
  };
}
