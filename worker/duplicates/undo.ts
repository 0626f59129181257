import { and, eq, isNull, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { leadDuplicates, leadMerges } from "../../db/schema/cell/duplicates";
import { leads } from "../../db/schema/cell/leads";
import { authorize, type Context } from "../kernel/context";
import { Conflict } from "../kernel/errors";
import { isTaken, orElse, type Step, write } from "../kernel/write";
import {
  assignedFact,
  changedKeys,
  changedMeanwhile,
  getLead,
  isLead,
  type Lead,
  leadExists,
  moveBackSteps,
  searchSteps,
  withUpkeep,
} from "../leads";
import { moveBackAlongSteps } from "./move-along";
import { getMerge, isMerge, type LeadMerge } from "./queries";

/** Both are what they were, row by row; what somebody has changed since stays as it is. */
export async function undoMerge(ctx: Context, id: Id<"leadMerge">): Promise<LeadMerge> {
  authorize(ctx, "leads:contact");
  authorize(ctx, "leads:write");
  const merge = await getMerge(ctx, id);
  assertCanBeUndone(merge);
  const { intoLeadId: keptId, mergedId } = merge;
  const kept = await getLead(ctx, keptId);
  const set = givenBack(kept, merge, ctx.now());
  const steps: Step[] = [
    claim(ctx, merge),
    orElse(laterFirst),
    ...withUpkeep(
      ctx,
      [keptId],
      [
        ctx.db
          .update(leads)
          .set(set)
          .where(and(isLead(ctx, keptId), eq(leads.updatedAt, kept.updatedAt))),
        orElse(changedMeanwhile),
      ],
    ),
    ...searchSteps(ctx, [{ ...kept, ...set }]),
    ...(await moveBackSteps(ctx, [mergedId])),
    ...moveBackAlongSteps(ctx, { id, keptId, mergedId }),
    reopenPairs(ctx, id),
    forgetValues(ctx, id),
  ];
  try {
    await write(ctx, steps, {
      facts: [
        { type: "lead.unmerged", subjectId: keptId, data: { mergedId, leadMergeId: id } },
        ...assignedFact(kept, set.assignedTo, { data: { leadMergeId: id } }),
      ],
      audit: [{ action: "lead.unmerged", resourceType: "lead", resourceId: keptId, changes: { mergedId } }],
    });
  } catch (error) {
    throw isTaken(error, "leads.match_key") ? leadExists : error;
  }
  return await getMerge(ctx, id);
}

function assertCanBeUndone({ undoneAt, sealedAt, leadId, intoLeadId }: LeadMerge): void {
  if (undoneAt !== null) throw new Conflict("already_undone", "This merge was undone already.");
  if (sealedAt !== null) throw new Conflict("merge_sealed", "After thirty days a merge cannot be undone.");
  if (leadId !== intoLeadId) throw laterFirst;
}

const laterFirst = new Conflict("later_merge_first", "Undo the later merge of this lead first.");

function claim(ctx: Context, { id, intoLeadId }: LeadMerge): Step {
  return ctx.db
    .update(leadMerges)
    .set({ undoneAt: ctx.now(), undoneBy: ctx.actor.id })
    .where(
      and(
        isMerge(ctx, id),
        isNull(leadMerges.undoneAt),
        isNull(leadMerges.sealedAt),
        eq(leadMerges.leadId, intoLeadId),
        sql`not exists (select 1 from lead_merges as later where later.organization_id = ${ctx.organization.id}
          and later.into_lead_id = ${intoLeadId} and later.lead_id = ${intoLeadId} and later.id > ${id}
          and later.undone_at is null)`,
      ),
    );
}

/** Each column that still is as the merge left it. */
function givenBack(kept: Lead, { before, after }: LeadMerge, now: number): Partial<Lead> {
  const names = Object.keys(after) as (keyof Lead)[]; // safe: the merge wrote columns of a lead
  const untouched = names.filter((name) => JSON.stringify(kept[name]) === JSON.stringify(after[name]));
  // safe: what was written down are values of these very columns
  const values = Object.fromEntries(untouched.map((name) => [name, before[name]])) as Partial<Lead>;
  const changed = { ...kept, ...values };
  return { updatedAt: Math.max(now, kept.updatedAt + 1), ...values, ...changedKeys(kept, changed) };
}

/** Nobody needs them again, and they are somebody's. */
function forgetValues(ctx: Context, id: Id<"leadMerge">): Step {
  return ctx.db
    .update(leadMerges)
    .set({ before: {}, after: {}, moved: {}, otherKey: null })
    .where(isMerge(ctx, id));
}

function reopenPairs(ctx: Context, mergeId: Id<"leadMerge">): Step {
  return ctx.db
    .update(leadDuplicates)
    .set({ status: "open", mergeId: null })
    .where(and(eq(leadDuplicates.organizationId, ctx.organization.id), eq(leadDuplicates.mergeId, mergeId)));
}
