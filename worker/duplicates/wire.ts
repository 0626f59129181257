import * as z from "zod";
import { duplicateReasons, duplicateStates } from "../../db/schema/cell/duplicates";
import type { Context } from "../kernel/context";
import { toWireTime, wireTime } from "../kernel/contract";
import { getLeads, leadWire, leadWriter } from "../leads";
import type { MergePreview } from "./merge";
import { mergeChoices } from "./merge-fields";
import type { Duplicate, LeadMerge } from "./queries";
import type { Scan } from "./scan";

const ofPair = {
  id: z.string(),
  score: z.number().int().meta({ description: "How sure it is, of a hundred." }),
  reasons: z.array(z.enum(duplicateReasons)),
  status: z.enum(duplicateStates),
  createdAt: wireTime,
};

export const duplicateWire = z
  .strictObject({ ...ofPair, leads: z.array(leadWire).meta({ description: "The older one first." }) })
  .meta({ id: "LeadDuplicate" });

/** With both leads, read once for a whole page; a pair of which one has just gone is left out. */
export async function pairsToWire(ctx: Context, rows: readonly Duplicate[]) {
  const ids = [...new Set(rows.flatMap(({ leadId, otherLeadId }) => [leadId, otherLeadId]))];
  const [leads, toWire] = await Promise.all([getLeads(ctx, ids), leadWriter(ctx)]);
  const byId = new Map(leads.map((lead) => [lead.id, toWire(lead)]));
  return rows.flatMap((row) => {
    const both = [row.leadId, row.otherLeadId].flatMap((id) => byId.get(id) ?? []);
    return both.length === 2 ? [{ ...pairOf(row), leads: both }] : [];
  });
}

export const decidedWire = z.strictObject(ofPair).meta({ id: "DecidedDuplicate" });

export function pairOf({ id, score, reasons, status, createdAt }: Duplicate) {
  return { id, score, reasons, status, createdAt: toWireTime(createdAt) };
}

export const scanWire = z
  .strictObject({
    looked: z.number().int(),
    found: z.number().int(),
    startedAt: wireTime,
    finishedAt: wireTime.nullable(),
  })
  .meta({ id: "DuplicateScan" });

export function scanToWire({ looked, found, startedAt, finishedAt }: Scan) {
  return { looked, found, startedAt: toWireTime(startedAt), finishedAt: toWireTime(finishedAt) };
}

export const previewWire = z
  .strictObject({
    kept: leadWire,
    merged: leadWire,
    fields: z.array(
      z.strictObject({
        name: z.string(),
        choice: z.enum(mergeChoices).meta({ description: "What stays unless you choose otherwise." }),
        isConflict: z.boolean().meta({ description: "Both say something, and not the same." }),
      }),
    ),
    belongings: z.array(z.strictObject({ kind: z.string(), count: z.number().int() })),
  })
  .meta({ id: "LeadMergePreview" });

export async function previewToWire(ctx: Context, { kept, merged, fields, belongings }: MergePreview) {
  const toWire = await leadWriter(ctx);
  return { kept: toWire(kept), merged: toWire(merged), fields, belongings };
}

export const mergeWire = z
  .strictObject({
    id: z.string(),
    leadId: z.string(),
    mergedId: z.string(),
    mergedBy: z.string().nullable(),
    createdAt: wireTime,
    undoneAt: wireTime.nullable(),
    canBeUndone: z.boolean(),
  })
  .meta({ id: "LeadMerge" });

export function mergeToWire({ undoneAt, sealedAt, intoLeadId, ...merge }: LeadMerge) {
  return {
    id: merge.id,
    leadId: merge.leadId,
    mergedId: merge.mergedId,
    mergedBy: merge.mergedBy,
    createdAt: toWireTime(merge.createdAt),
    undoneAt: toWireTime(undoneAt),
    canBeUndone: undoneAt === null && sealedAt === null && merge.leadId === intoLeadId,
  };
}
