import { and, desc, eq, lt, sql } from "drizzle-orm";
import type { Id } from "../../../db/ids";
import { bulkActions } from "../../../db/schema/cell/lead-work";
import { authorize, type Context } from "../../kernel/context";
import { Conflict, Invalid, NotFound } from "../../kernel/errors";
import { orElse, write } from "../../kernel/write";
import { type BulkChange, type BulkSelection, prepareChange } from "./bulk-change";
import { countLeads } from "../listing/counting";
import { readFilters } from "../listing/filters";

/** How many leads one job changes. */
export const lotSize = 200;

export type BulkAction = typeof bulkActions.$inferSelect;
export const undoDays = 7;

/** A promise to change many leads; a job keeps it, a lot at a time, and keeps what each was before. */
export async function startBulk(
  ctx: Context,
  selection: BulkSelection,
  change: BulkChange,
): Promise<BulkAction> {
  await prepareChange(ctx, change);
  const total = await totalOf(ctx, selection);
  const id = ctx.newId("bulkAction", ctx.organization.cell);
  const now = ctx.now();
  const row = {
    id,
    organizationId: ctx.organization.id,
    kind: change.kind,
    change,
    selection,
    total,
    status: "running" as const,
    requestedBy: ctx.actor.kind === "user" ? ctx.actor.id : null,
    createdAt: now,
    updatedAt: now,
  };
  await write(ctx, [ctx.db.insert(bulkActions).values(row)], {
    facts: [{ type: "lead_bulk.started", subjectId: id, data: { kind: change.kind, total } }],
    audit: [
      {
        action: "lead_bulk.started",
        resourceType: "lead_bulk",
        resourceId: id,
        changes: { kind: change.kind, total },
      },
    ],
    jobs: [bulkJob(id, row.requestedBy)],
  });
  return await getBulk(ctx, id);
}

/** With who asked for it: what they may not do any more by then is not done (ROLE-07). */
export function bulkJob(bulkActionId: Id<"bulkAction">, asker: Id<"user"> | null) {
  return { queue: "delivery", type: "leads.bulk", payload: { bulkActionId, asker } } as const;
}

async function totalOf(ctx: Context, selection: BulkSelection): Promise<number> {
  if ("ids" in selection) return new Set(selection.ids).size;
  const { count, isExact } = await countLeads(
    ctx,
    await readFilters(ctx, selection.filters, "/select/condition"),
  );
  if (!isExact) return await exactCount(ctx, selection);
  if (count === 0) throw Invalid.field("/select", "nothing_selected", "No lead is selected by this.");
  return count;
}

/** Counted once for a promise about all of them. */
async function exactCount(
  ctx: Context,
  selection: Extract<BulkSelection, { filters: unknown }>,
): Promise<number> {
  const { count } = await countLeads(ctx, await readFilters(ctx, selection.filters), Number.MAX_SAFE_INTEGER);
  return count;
}

export async function getBulk(ctx: Context, id: Id<"bulkAction">): Promise<BulkAction> {
  const [row] = await ctx.db.select().from(bulkActions).where(isBulk(ctx, id));
  if (!row) throw new NotFound();
  return row;
}

export async function listBulk(
  ctx: Context,
  before: string | undefined,
  limit: number,
): Promise<BulkAction[]> {
  return await ctx.db
    .select()
    .from(bulkActions)
    .where(
      and(
        eq(bulkActions.organizationId, ctx.organization.id),
        // safe: only compared
        before === undefined ? undefined : lt(bulkActions.id, before as Id<"bulkAction">),
      ),
    )
    .orderBy(desc(bulkActions.id))
    .limit(limit + 1);
}

/** Gives back what each lead was, where nobody has changed it since. */
export async function undoBulk(ctx: Context, id: Id<"bulkAction">): Promise<BulkAction> {
  authorize(ctx, "leads:write");
  const action = await getBulk(ctx, id);
  if (action.kind === "delete") authorize(ctx, "leads:delete");
  if (action.kind === "assignee") authorize(ctx, "leads:assign");
  if (action.status === "running") throw stillRunning;
  if (action.status === "undone" || action.status === "undoing") return action;
  if ((action.undoUntil ?? 0) < ctx.now()) throw tooLate;
  const update = ctx.db
    .update(bulkActions)
    .set({ status: "undoing", cursor: null, updatedAt: ctx.now() })
    .where(and(isBulk(ctx, id), sql`status in ('completed', 'failed')`));
  await write(ctx, [update, orElse(stillRunning)], {
    facts: [{ type: "lead_bulk.undoing", subjectId: id, data: {} }],
    audit: [{ action: "lead_bulk.undone", resourceType: "lead_bulk", resourceId: id }],
    jobs: [bulkJob(id, ctx.actor.kind === "user" ? ctx.actor.id : null)],
  });
  return await getBulk(ctx, id);
}

const stillRunning = new Conflict("bulk_running", "This is still being done. Undo it when it is finished.");
const tooLate = new Conflict("undo_expired", `A bulk action can be undone for ${undoDays} days.`);

export function isBulk(ctx: Context, id: Id<"bulkAction">) {
  return and(eq(bulkActions.organizationId, ctx.organization.id), eq(bulkActions.id, id));
}
