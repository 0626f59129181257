import { and, asc, eq, gt } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { bulkActionLeads } from "../../db/schema/cell/lead-work";
import type { Context } from "../kernel/context";
import { write } from "../kernel/write";
import { keepScores } from "./keep-scores";
import { scoringOf } from "./rules";
import { lotSize } from "./run";

/** Scores these leads as they are now, and tells of those whose score changes. */
export async function rescore(ctx: Context, leadIds: readonly Id<"lead">[]): Promise<void> {
  const { steps, scored } = await keepScores(ctx, leadIds, await scoringOf(ctx));
  if (steps.length > 0) await write(ctx, steps, { facts: scored });
}

type BulkLot = { bulkActionId: Id<"bulkAction">; after: string };

/** Everybody whom a bulk action was about, a lot at a time. */
export async function rescoreBulk(ctx: Context, { bulkActionId, after }: BulkLot): Promise<void> {
  const rows = await ctx.db
    .select({ leadId: bulkActionLeads.leadId })
    .from(bulkActionLeads)
    .where(
      and(
        eq(bulkActionLeads.organizationId, ctx.organization.id),
        eq(bulkActionLeads.bulkActionId, bulkActionId),
        // safe: only compared
        gt(bulkActionLeads.leadId, after as Id<"lead">),
      ),
    )
    .orderBy(asc(bulkActionLeads.leadId))
    .limit(lotSize);
  const ids = rows.map(({ leadId }) => leadId);
  const { steps, scored } = await keepScores(ctx, ids, await scoringOf(ctx));
  const last = rows.length === lotSize ? ids.at(-1) : undefined;
  const jobs = last
    ? [{ queue: "events" as const, type: "scoring.bulk", payload: { bulkActionId, after: last } }]
    : [];
  if (steps.length > 0 || jobs.length > 0) await write(ctx, steps, { facts: scored, jobs });
}
