import { and, asc, eq, gt, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { bulkActionLeads } from "../../db/schema/cell/lead-work";
import { leads } from "../../db/schema/cell/leads";
import type { Context } from "../kernel/context";
import type { FactDraft, JobDraft } from "../kernel/drafts";
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
  const last = ids.length === lotSize ? ids.at(-1) : undefined;
  await rescoreLot(ctx, ids, last ? [again("scoring.bulk", { bulkActionId, after: last })] : []);
}

type Since = { at: number; after: string };

/** Everybody who was changed since then, such as by an import, which tells of no lead alone. */
export async function rescoreSince(ctx: Context, { at, after }: Since): Promise<void> {
  const rows = await ctx.db
    .select({ id: leads.id, updatedAt: leads.updatedAt })
    .from(leads)
    .where(
      and(
        eq(leads.organizationId, ctx.organization.id),
        sql`leads.is_listed = 1`,
        sql`(leads.updated_at, leads.id) > (${at}, ${after})`,
      ),
    )
    .orderBy(asc(leads.updatedAt), asc(leads.id))
    .limit(lotSize);
  const last = rows.length === lotSize ? rows.at(-1) : undefined;
  const next = last ? [again("scoring.since", { at: last.updatedAt, after: last.id })] : [];
  await rescoreLot(
    ctx,
    rows.map(({ id }) => id),
    next,
  );
}

function again(type: string, payload: Record<string, unknown>): JobDraft {
  return { queue: "events", type, payload };
}

async function rescoreLot(ctx: Context, ids: readonly Id<"lead">[], jobs: JobDraft[]): Promise<void> {
  const { steps, scored } = await keepScores(ctx, ids, await scoringOf(ctx));
  if (steps.length > 0 || jobs.length > 0) await write(ctx, steps, { facts: toldOne(scored), jobs });
}

/** Of many, only who changes its band is told one by one. */
function toldOne(scored: readonly FactDraft[]): FactDraft[] {
  return scored.filter(({ data }) => data?.["wasBand"] && data["band"] !== data["wasBand"]);
}
