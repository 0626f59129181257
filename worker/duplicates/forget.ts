import { and, eq, isNull, or, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { leadDuplicates, leadMerges } from "../../db/schema/cell/duplicates";
import type { Context } from "../kernel/context";
import { write } from "../kernel/write";
import { eraseMerged } from "../leads";

/**
 * Of a lead that is gone for good nothing stays here either (GDPR-01): no pair, no earlier value, and whom it had taken
 * up goes with it. A merge whose other half is gone can no longer be undone, and keeps only where that one went.
 */
export async function forgetMerges(ctx: Context, leadId: Id<"lead">): Promise<void> {
  const here = eq(leadMerges.organizationId, ctx.organization.id);
  const mine = and(here, eq(leadMerges.leadId, leadId));
  const taken = await ctx.db
    .select({ id: leadMerges.mergedId })
    .from(leadMerges)
    .where(and(mine, isNull(leadMerges.undoneAt)));
  await eraseMerged(
    ctx,
    taken.map(({ id }) => id),
  );
  const pairs = and(
    eq(leadDuplicates.organizationId, ctx.organization.id),
    or(eq(leadDuplicates.leadId, leadId), eq(leadDuplicates.otherLeadId, leadId)),
  );
  await write(ctx, [
    ctx.db.delete(leadDuplicates).where(pairs),
    ctx.db.delete(leadMerges).where(mine),
    ctx.db
      .update(leadMerges)
      .set({ before: {}, after: {}, moved: {}, sealedAt: ctx.now() })
      .where(and(here, sql`id in ${throughIt(ctx, leadId)}`)),
  ]);
}

/** The merge that took it up, and those by which it had taken up others before. */
function throughIt(ctx: Context, leadId: Id<"lead">) {
  return sql`(select through.id from lead_merges as its cross join lead_merges as through
    on through.organization_id = its.organization_id and through.lead_id = its.lead_id
    where its.organization_id = ${ctx.organization.id} and its.merged_id = ${leadId} and its.undone_at is null
    and (through.id = its.id or through.into_lead_id = ${leadId}))`;
}
