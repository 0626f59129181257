import { and, eq, inArray, isNotNull } from "drizzle-orm";
import type { Id } from "../../../db/ids";
import { bulkActionLeads } from "../../../db/schema/cell/lead-work";
import { conversions, deletedLeads, leads, touchpoints } from "../../../db/schema/cell/leads";
import { getCompany } from "../../companies";
import { authorize, type Context } from "../../kernel/context";
import { NotFound } from "../../kernel/errors";
import { idsIn } from "../../kernel/id-list";
import { type Step, write } from "../../kernel/write";
import { deletedIn, stillDeleted } from "./deletion";
import { mergedIdsOf } from "./merged";
import { getDeletedLead, getLead, type Lead } from "../queries";
import { takeOut } from "../upkeep";

/** For good, whether it was deleted before or not (GDPR-01). The log keeps that it happened, and no word of who it was. */
export async function eraseLead(ctx: Context, id: Id<"lead">): Promise<void> {
  authorize(ctx, "leads:delete");
  await wherever(ctx, id);
  await write(ctx, eraseSteps(ctx, [id]), {
    facts: [{ type: "lead.erased", subjectId: id }],
    audit: [{ action: "lead.erased", resourceType: "lead", resourceId: id }],
  });
}

/** Thirty days after they were deleted. */
export async function purgeLeads(ctx: Context, ids: readonly Id<"lead">[], deletedAt: number): Promise<void> {
  const due = await stillDeleted(ctx, ids, deletedAt);
  if (due.length === 0) return;
  await write(ctx, eraseSteps(ctx, due), {
    facts: due.map((id) => ({ type: "lead.erased", subjectId: id })),
    audit: [{ action: "lead.purged", resourceType: "lead", changes: { count: due.length } }],
  });
}

/** Those that the one who is gone had taken up. */
export async function eraseMerged(ctx: Context, ids: readonly Id<"lead">[]): Promise<void> {
  if (ids.length === 0) return;
  const rows = await ctx.db
    .select({ id: deletedLeads.id })
    .from(deletedLeads)
    .where(and(deletedIn(ctx, ids), isNotNull(deletedLeads.mergedInto)));
  if (rows.length === 0) return;
  const merged = rows.map(({ id }) => id);
  await write(ctx, eraseSteps(ctx, merged), {
    facts: merged.map((id) => ({ type: "lead.erased", subjectId: id })),
    audit: [{ action: "lead.purged", resourceType: "lead", changes: { count: merged.length } }],
  });
}

/** Its words leave the search by a trigger of the table. What other domains keep of it, they erase when they hear of it. */
function eraseSteps(ctx: Context, ids: readonly Id<"lead">[]): Step[] {
  const here = ctx.organization.id;
  const wanted = idsIn(ids);
  return [
    ...takeOut(ctx, ids),
    ctx.db
      .delete(touchpoints)
      .where(and(eq(touchpoints.organizationId, here), inArray(touchpoints.leadId, wanted))),
    ctx.db
      .delete(conversions)
      .where(and(eq(conversions.organizationId, here), inArray(conversions.leadId, wanted))),
    ctx.db
      .delete(bulkActionLeads)
      .where(and(eq(bulkActionLeads.organizationId, here), inArray(bulkActionLeads.leadId, wanted))),
    ctx.db.delete(leads).where(and(eq(leads.organizationId, here), inArray(leads.id, wanted))),
    ctx.db.delete(deletedLeads).where(deletedIn(ctx, ids)),
  ];
}

/** A lead as it is kept, also where it was deleted, with its company and as they were before it took them up, its merged ones. */
export async function keptLead(ctx: Context, id: Id<"lead">) {
  const [lead, mergedIds] = await Promise.all([wherever(ctx, id), mergedIdsOf(ctx, id)]);
  const mergedLeads =
    mergedIds.length === 0 ? [] : await ctx.db.select().from(deletedLeads).where(deletedIn(ctx, mergedIds));
  const company = lead.companyId ? await getCompany(ctx, lead.companyId) : null;
  return { lead, company, mergedLeads, ids: [id, ...mergedIds] };
}

/** In the lists or among what was deleted. */
async function wherever(ctx: Context, id: Id<"lead">): Promise<Lead> {
  try {
    return await getLead(ctx, id);
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    return { ...(await getDeletedLead(ctx, id)), isListed: false };
  }
}
