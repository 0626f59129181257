import { and, asc, eq, gt, sql } from "drizzle-orm";
import type { Id } from "../../../db/ids";
import { bulkActionLeads } from "../../../db/schema/cell/lead-work";
import type { Context } from "../../kernel/context";
import { type Step } from "../../kernel/write";
import { type BulkAction, lotSize } from "./bulk";
import { type BulkChange, prepareChange } from "./bulk-change";
import { moveBackSteps } from "../deletion/deletion";
import { getLeads } from "../queries";
import { advance, finish } from "./progress";
import { type Changed, changeSteps, handedOver } from "./change-steps";

/** A lot of what it was: only columns that still are as the action left them are given back. */
export async function undoLot(ctx: Context, action: BulkAction, asker: Id<"user"> | null): Promise<void> {
  const rows = await ctx.db
    .select()
    .from(bulkActionLeads)
    .where(
      and(
        eq(bulkActionLeads.organizationId, ctx.organization.id),
        eq(bulkActionLeads.bulkActionId, action.id),
        // safe: only compared
        action.cursor === null ? undefined : gt(bulkActionLeads.leadId, action.cursor as Id<"lead">),
      ),
    )
    .orderBy(asc(bulkActionLeads.leadId))
    .limit(lotSize);
  const last = rows.at(-1);
  const ids = rows.map(({ leadId }) => leadId);
  const back = action.kind === "delete" ? [] : await changesBack(ctx, action, rows);
  const steps =
    action.kind === "delete" ? await bringBack(ctx, ids) : changeSteps(ctx, action, back).slice(1);
  const work = { steps, facts: handedOver(action, back, asker) };
  const progress = { undone: action.undone + rows.length };
  if (!last || rows.length < lotSize)
    return await finish(ctx, action, { ...progress, status: "undone" }, work, "undoing");
  await advance(ctx, action, { ...progress, cursor: last.leadId }, work, asker, "undoing");
}

/** But for those whose place somebody else has taken, and those that are back already. */
async function bringBack(ctx: Context, ids: readonly Id<"lead">[]): Promise<Step[]> {
  const free = await ctx.db.all<{ id: Id<"lead"> }>(
    sql`select gone.id from json_each(${JSON.stringify(ids)}) as wanted
      cross join deleted_leads as gone on gone.organization_id = ${ctx.organization.id} and gone.id = wanted.value
      where gone.match_key is null or not exists (select 1 from leads where leads.organization_id = gone.organization_id
      and leads.match_key = gone.match_key)`,
  );
  return free.length === 0
    ? []
    : await moveBackSteps(
        ctx,
        free.map(({ id }) => id),
      );
}

async function changesBack(
  ctx: Context,
  action: BulkAction,
  rows: (typeof bulkActionLeads.$inferSelect)[],
): Promise<Changed[]> {
  const found = await getLeads(
    ctx,
    rows.map(({ leadId }) => leadId),
  );
  const apply = await prepareChange(ctx, action.change as BulkChange); // safe: only startBulk writes it
  return found
    .filter((lead) => apply(lead) === null)
    .flatMap((lead) => {
      const before = rows.find(({ leadId }) => leadId === lead.id)?.before;
      return before ? [{ lead, set: before }] : [];
    });
}
