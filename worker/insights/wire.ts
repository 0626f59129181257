import * as z from "zod";
import { insightPriorities, insightStates, insightTypes } from "../../db/schema/cell/insights";
import { toWireTime, wireTime } from "../kernel/contract";
import type { Insight } from "./queries";

export const insightWire = z
  .strictObject({
    id: z.string(),
    leadId: z.string(),
    type: z.enum(insightTypes),
    finding: z.string(),
    title: z.string(),
    description: z.string(),
    confidence: z.number(),
    priority: z.enum(insightPriorities),
    cited: z
      .array(z.strictObject({ kind: z.string(), id: z.string(), at: wireTime, words: z.string() }))
      .meta({ description: "What it rests on, by id." }),
    status: z.enum(insightStates),
    decidedBy: z.string().nullable(),
    decidedAt: wireTime.nullable(),
    expiresAt: wireTime,
    createdAt: wireTime,
  })
  .meta({ id: "Insight" });

export function insightToWire(row: Insight): z.input<typeof insightWire> {
  const { id, leadId, type, finding, title, description, confidence, status, decidedBy } = row;
  return {
    id,
    leadId,
    type,
    finding,
    title,
    description,
    confidence,
    priority: insightPriorities[row.priority] ?? "low",
    cited: row.cited.map((one) => ({ ...one, at: toWireTime(one.at) })),
    status,
    decidedBy,
    decidedAt: toWireTime(row.decidedAt),
    expiresAt: toWireTime(row.expiresAt),
    createdAt: toWireTime(row.createdAt),
  };
}
