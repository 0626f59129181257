import * as z from "zod";
import { idOf, route } from "../kernel/contract";
import { decodeCursor, encodeCursor, pageOf, pageQuery } from "../kernel/page";
import { getLead } from "../leads";
import { dismissDuplicate, reopenDuplicate } from "./decide";
import { countOpen, listOpen, openOf, type Place } from "./queries";
import { getScan, startScan } from "./scan";
import { decidedWire, duplicateWire, pairOf, pairsToWire, scanToWire, scanWire } from "./wire";

const tag = "Duplicates";
export const reading = { tag, access: "organization", permission: "leads:contact" } as const;
export const writing = { ...reading, rate: "write" } as const;
const params = z.object({ duplicateId: idOf("duplicate") });
const decided = { status: 200, schema: decidedWire } as const;

export const ofPairs = [
  route(
    {
      ...reading,
      method: "get",
      path: "/v1/lead-duplicates",
      operation: "listLeadDuplicates",
      summary: "List leads that may be one person",
      description:
        "The surest first. Found when a lead comes or changes, and by looking through all of them.",
      query: pageQuery,
      answer: { status: 200, schema: pageOf(duplicateWire) },
      budget: { read: 1000, written: 4 },
    },
    async (ctx, { query: { limit, cursor } }) => {
      const rows = await listOpen(ctx, placeOf(cursor), limit);
      const last = rows[limit - 1];
      const nextCursor = rows.length > limit && last ? encodeCursor([last.score, last.id]) : null;
      return { data: await pairsToWire(ctx, rows.slice(0, limit)), nextCursor };
    },
  ),
  route(
    {
      ...reading,
      method: "get",
      path: "/v1/lead-duplicate-counts",
      operation: "countLeadDuplicates",
      summary: "Count leads that may be one person",
      description: "Up to a thousand pairs, with how far the last look through all leads has come.",
      answer: {
        status: 200,
        schema: z.strictObject({ count: z.number().int(), isExact: z.boolean(), scan: scanWire.nullable() }),
      },
      budget: { read: 4000, written: 4 },
    },
    async (ctx) => {
      const [counted, scan] = await Promise.all([countOpen(ctx), getScan(ctx)]);
      return { ...counted, scan: scan && scanToWire(scan) };
    },
  ),
  route(
    {
      ...reading,
      method: "get",
      path: "/v1/leads/{leadId}/duplicates",
      operation: "listDuplicatesOfLead",
      summary: "Whom a lead may be",
      params: z.object({ leadId: idOf("lead") }),
      answer: { status: 200, schema: z.strictObject({ data: z.array(duplicateWire) }) },
      budget: { read: 400, written: 4 },
    },
    async (ctx, { params: { leadId } }) => {
      const [rows] = await Promise.all([openOf(ctx, leadId), getLead(ctx, leadId)]);
      return { data: await pairsToWire(ctx, rows) };
    },
  ),
  route(
    {
      ...writing,
      method: "put",
      path: "/v1/lead-duplicates/{duplicateId}/dismissal",
      operation: "dismissLeadDuplicate",
      summary: "Say that these are two people",
      description: "For good: the pair is not found again.",
      params,
      answer: decided,
      problems: ["conflict"],
    },
    async (ctx, { params }) => pairOf(await dismissDuplicate(ctx, params.duplicateId)),
  ),
  route(
    {
      ...writing,
      method: "delete",
      path: "/v1/lead-duplicates/{duplicateId}/dismissal",
      operation: "reopenLeadDuplicate",
      summary: "Take back that these are two people",
      params,
      answer: decided,
      problems: ["conflict"],
    },
    async (ctx, { params }) => pairOf(await reopenDuplicate(ctx, params.duplicateId)),
  ),
  route(
    {
      ...writing,
      method: "post",
      path: "/v1/lead-duplicate-scans",
      operation: "scanForDuplicates",
      summary: "Look through all leads for duplicates",
      description: "Done by a job, two hundred at a time; one at once.",
      answer: { status: 202, schema: scanWire },
      problems: ["conflict"],
    },
    async (ctx) => scanToWire(await startScan(ctx)),
  ),
];

function placeOf(cursor: string | undefined): Place | null {
  if (cursor === undefined) return null;
  const [score, id] = decodeCursor(cursor, 2);
  return { score: Number(score), id: String(id) };
}
