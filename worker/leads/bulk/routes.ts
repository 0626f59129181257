import * as z from "zod";
import { bulkKinds, bulkStates } from "../../../db/schema/cell/lead-work";
import { leadStatuses } from "../../../db/schema/cell/leads";
import { conditionSchema } from "../../kernel/conditions";
import type { Context } from "../../kernel/context";
import { idOf, route, toWireTime, wireTime } from "../../kernel/contract";
import { cursorId, pageOf, pageQuery, toPage } from "../../kernel/page";
import { type BulkAction, getBulk, listBulk, startBulk, undoBulk } from "./bulk";
import type { BulkSelection } from "./bulk-change";
import { conditionOfView } from "../listing/views";

const tag = "Bulk actions";
const reading = { tag, access: "organization", permission: "leads:read" } as const;
const writing = { tag, access: "organization", permission: "leads:write", rate: "write" } as const;
const params = z.object({ bulkActionId: idOf("bulkAction") });

const bulkWire = z
  .strictObject({
    id: z.string(),
    kind: z.enum(bulkKinds),
    change: z.record(z.string(), z.unknown()),
    status: z.enum(bulkStates),
    total: z.int(),
    done: z.int(),
    changed: z.int(),
    failed: z.int().meta({ description: "Of the ids given, those that are no lead here." }),
    undone: z.int(),
    errorMessage: z.string().nullable(),
    requestedBy: z.string().nullable(),
    createdAt: wireTime,
    finishedAt: wireTime.nullable(),
    undoUntil: wireTime.nullable(),
  })
  .meta({ id: "BulkAction" });

function bulkToWire(action: BulkAction): z.input<typeof bulkWire> {
  const { id, kind, change, status, total, done, changed, failed, undone, errorMessage, requestedBy } =
    action;
  return {
    id,
    kind,
    change,
    status,
    total,
    done,
    changed,
    failed,
    undone,
    errorMessage,
    requestedBy,
    createdAt: toWireTime(action.createdAt),
    finishedAt: toWireTime(action.finishedAt),
    undoUntil: toWireTime(action.undoUntil),
  };
}

const text = z.string().trim().max(10_000);

const changeShape = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("stage"),
    stageId: idOf("leadStage"),
    reason: z.string().trim().max(500).optional(),
  }),
  z.strictObject({ kind: z.literal("assignee"), assignedTo: idOf("user").nullable() }),
  z.strictObject({
    kind: z.literal("tags"),
    add: z.array(idOf("leadTag")).max(50).default([]),
    remove: z.array(idOf("leadTag")).max(50).default([]),
  }),
  z.strictObject({
    kind: z.literal("field"),
    key: z.string().max(60),
    value: z.union([text, z.number(), z.boolean(), z.array(text).max(100), z.null()]),
  }),
  z.strictObject({ kind: z.literal("delete") }),
]);

const filterShape = z.strictObject({
  status: z.enum(leadStatuses).optional(),
  stageId: idOf("leadStage").optional(),
  assignedTo: idOf("user").nullable().optional(),
  sourceId: idOf("leadSource").optional(),
  companyId: idOf("company").optional(),
  tagId: idOf("leadTag").optional(),
  viewId: idOf("savedView").optional(),
  condition: conditionSchema.optional().meta({ example: { all: [] } }),
});

const selectShape = z.union([
  z.strictObject({ ids: z.array(idOf("lead")).min(1).max(5000) }),
  z.strictObject({ filters: filterShape }),
]);

async function selectionOf(ctx: Context, select: z.output<typeof selectShape>): Promise<BulkSelection> {
  if ("ids" in select) return select;
  const { viewId, condition, ...plain } = select.filters;
  const ofView = await conditionOfView(ctx, viewId);
  return { filters: { ...plain, conditions: [ofView, condition].flatMap((each) => each ?? []) } };
}

export const ofBulk = [
  route(
    {
      ...writing,
      method: "post",
      path: "/v1/lead-bulk-actions",
      operation: "startBulkAction",
      summary: "Change many leads",
      description:
        "Leads by id, or all that filters leave; `{ filters: {} }` is every lead. Done by a job, two hundred at a time; can be undone for a week.",
      body: z.strictObject({ select: selectShape, change: changeShape }),
      answer: { status: 202, schema: bulkWire },
      problems: ["conflict"],
      budget: { read: 1_000_000, written: 60 },
    },
    async (ctx, { body }) =>
      bulkToWire(await startBulk(ctx, await selectionOf(ctx, body.select), body.change)),
  ),
  route(
    {
      ...reading,
      method: "get",
      path: "/v1/lead-bulk-actions",
      operation: "listBulkActions",
      summary: "List bulk actions",
      description: "Newest first.",
      query: pageQuery,
      answer: { status: 200, schema: pageOf(bulkWire) },
    },
    async (ctx, { query: { cursor, limit } }) =>
      toPage(await listBulk(ctx, cursorId(cursor), limit), limit, ({ id }) => [id], bulkToWire),
  ),
  route(
    {
      ...reading,
      method: "get",
      path: "/v1/lead-bulk-actions/{bulkActionId}",
      operation: "getBulkAction",
      summary: "See how far a bulk action is",
      params,
      answer: { status: 200, schema: bulkWire },
    },
    async (ctx, { params }) => bulkToWire(await getBulk(ctx, params.bulkActionId)),
  ),
  route(
    {
      ...writing,
      method: "delete",
      path: "/v1/lead-bulk-actions/{bulkActionId}",
      operation: "undoBulkAction",
      summary: "Undo a bulk action",
      description: "Gives back what each lead was; what somebody has changed since stays as it is.",
      params,
      answer: { status: 202, schema: bulkWire },
      problems: ["conflict"],
    },
    async (ctx, { params }) => bulkToWire(await undoBulk(ctx, params.bulkActionId)),
  ),
];
