import { and, eq, isNull } from "drizzle-orm";
import type { Id } from "../../../db/ids";
import { leadMerges } from "../../../db/schema/cell/duplicates";
import type { Context } from "../../kernel/context";
import { DomainError, NotFound } from "../../kernel/errors";
import { getLead, type Lead } from "../queries";

/** Of one that was merged it is told where it went. */
export async function getLeadOrItsWay(ctx: Context, id: Id<"lead">): Promise<Lead> {
  try {
    return await getLead(ctx, id);
  } catch (error) {
    const mergedInto = error instanceof NotFound ? await mergedIntoOf(ctx, id) : null;
    if (mergedInto === null) throw error;
    const detail = "This lead was merged into another one.";
    throw new DomainError("not_found", detail, { reason: "lead_merged", current: { mergedInto } });
  }
}

/** The lead that took this one up, or that took up the one that did. */
export async function mergedIntoOf(ctx: Context, id: Id<"lead">): Promise<Id<"lead"> | null> {
  const [merge] = await ctx.db
    .select({ leadId: leadMerges.leadId })
    .from(leadMerges)
    .where(
      and(
        eq(leadMerges.organizationId, ctx.organization.id),
        eq(leadMerges.mergedId, id),
        isNull(leadMerges.undoneAt),
      ),
    );
  return merge?.leadId ?? null;
}

const mostTold = 50;

/** The leads that this one has taken up: what was written of them under their own ids is part of its story. */
export async function mergedIdsOf(ctx: Context, id: Id<"lead">): Promise<Id<"lead">[]> {
  const rows = await ctx.db
    .select({ id: leadMerges.mergedId })
    .from(leadMerges)
    .where(
      and(
        eq(leadMerges.organizationId, ctx.organization.id),
        eq(leadMerges.leadId, id),
        isNull(leadMerges.undoneAt),
      ),
    )
    .limit(mostTold);
  return rows.map((row) => row.id);
}
