import { and, eq, or, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { leadDuplicates, leadMerges } from "../../db/schema/cell/duplicates";
import { leads } from "../../db/schema/cell/leads";
import { authorize, type Context } from "../kernel/context";
import { Conflict, Invalid } from "../kernel/errors";
import { orElse, refuseWhen, type Step, write } from "../kernel/write";
import {
  assignedFact,
  changedKeys,
  changedMeanwhile,
  getLead,
  isLead,
  type Lead,
  moveOutSteps,
  purgeJob,
  searchSteps,
  withUpkeep,
} from "../leads";
import { type Choices, type MergeField, mergedColumns, mergeFieldsOf } from "./merge-fields";
import { countBelongings, moveAlongSteps } from "./move-along";
import { getMerge, type LeadMerge } from "./queries";

export type MergePlan = { leadId: Id<"lead">; mergedId: Id<"lead">; choices: Choices };
export type MergePreview = {
  kept: Lead;
  merged: Lead;
  fields: MergeField[];
  belongings: { kind: string; count: number }[];
};

/** What a merge would do, before it is done. */
export async function previewMerge(
  ctx: Context,
  { leadId, mergedId }: Pick<MergePlan, "leadId" | "mergedId">,
): Promise<MergePreview> {
  authorize(ctx, "leads:contact");
  const [kept, merged] = await bothLeads(ctx, leadId, mergedId);
  const belongings = await countBelongings(ctx, mergedId);
  return { kept, merged, fields: mergeFieldsOf(kept, merged), belongings };
}

/**
 * One lead takes up another, with everything that belongs to it, in one batch. The other one lies among the deleted ones
 * for thirty days: so long this can be undone. Who comes again with its address is known as the one that stayed.
 */
export async function mergeLeads(ctx: Context, { leadId, mergedId, choices }: MergePlan): Promise<LeadMerge> {
  authorize(ctx, "leads:contact");
  authorize(ctx, "leads:write");
  const [kept, merged] = await bothLeads(ctx, leadId, mergedId);
  assertKnownFields(kept, merged, choices);
  const set = changesOf(kept, mergedColumns(kept, merged, choices));
  if (set.assignedTo !== undefined && kept.assignedTo !== null) authorize(ctx, "leads:assign");
  const after = { ...kept, ...set };
  const id = ctx.newId("leadMerge", ctx.organization.cell);
  const change = { ...set, ...changedKeys(kept, after), updatedAt: laterThan(kept.updatedAt, ctx.now()) };
  const steps: Step[] = [
    ...unchanged(ctx, kept),
    ...unchanged(ctx, merged),
    insertMerge(ctx, id, kept, merged, change),
    ...moveAlongSteps(ctx, { id, keptId: leadId, mergedId }),
    closePairs(ctx, id, mergedId),
    ...moveOutSteps(ctx, [mergedId], leadId),
    ...withUpkeep(
      ctx,
      [leadId],
      [ctx.db.update(leads).set(change).where(isLead(ctx, leadId)), orElse(changedMeanwhile)],
    ),
    ...searchSteps(ctx, [after]),
  ];
  await write(ctx, steps, {
    facts: [
      { type: "lead.merged", subjectId: leadId, data: { mergedId, leadMergeId: id } },
      ...assignedFact(kept, set.assignedTo, { data: { leadMergeId: id } }),
    ],
    audit: [
      { action: "lead.merged", resourceType: "lead", resourceId: leadId, changes: { mergedId, choices } },
    ],
    jobs: [purgeJob(ctx, [mergedId])],
  });
  return await getMerge(ctx, id);
}

async function bothLeads(ctx: Context, keptId: Id<"lead">, mergedId: Id<"lead">): Promise<[Lead, Lead]> {
  const both = await Promise.all([getLead(ctx, keptId), getLead(ctx, mergedId)]);
  if (keptId === mergedId) throw Invalid.field("/mergedId", "same_lead", "These are one lead already.");
  if (both.some((lead) => !lead.isListed)) throw stillSettling;
  return both;
}

const stillSettling = new Conflict(
  "still_settling",
  "One of these has only just come in. Try again in a moment.",
);

function assertKnownFields(kept: Lead, merged: Lead, choices: Choices): void {
  const known = new Set(mergeFieldsOf(kept, merged).map(({ name }) => name));
  for (const [name, choice] of Object.entries(choices)) {
    if (!known.has(name))
      throw Invalid.field(`/choices/${name}`, "unknown_field", "Neither lead has this field.");
    if (choice === "both" && name !== "notes")
      throw Invalid.field(`/choices/${name}`, "one_of_them", "Only notes can be kept of both.");
  }
}

function changesOf(before: Lead, columns: Partial<Lead>): Partial<Lead> {
  const names = Object.keys(columns) as (keyof Lead)[]; // safe: the keys of a lead
  const changed = names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(columns[name]));
  return Object.fromEntries(changed.map((name) => [name, columns[name]]));
}

/** By this time others see that it changed, even where two changes fall in one millisecond. */
function laterThan(before: number, now: number): number {
  return Math.max(now, before + 1);
}

/** Nobody's change in between is lost. */
function unchanged(ctx: Context, { id, updatedAt }: Lead): Step[] {
  const still = sql`exists (select 1 from leads where organization_id = ${ctx.organization.id} and id = ${id} and updated_at = ${updatedAt})`;
  return [refuseWhen(sql`not ${still}`, changedMeanwhile)];
}

function insertMerge(
  ctx: Context,
  id: Id<"leadMerge">,
  kept: Lead,
  merged: Lead,
  change: Partial<Lead>,
): Step {
  const names = Object.keys(change) as (keyof Lead)[]; // safe: the keys of a lead
  const keyNow = change.matchKey === undefined ? kept.matchKey : change.matchKey;
  return ctx.db.insert(leadMerges).values({
    id,
    organizationId: ctx.organization.id,
    createdAt: ctx.now(),
    leadId: kept.id,
    intoLeadId: kept.id,
    mergedId: merged.id,
    otherKey: keyNow === merged.matchKey ? kept.matchKey : merged.matchKey,
    before: Object.fromEntries(names.map((name) => [name, kept[name]])),
    after: change,
    moved: {},
    mergedBy: ctx.actor.id,
  });
}

function closePairs(ctx: Context, mergeId: Id<"leadMerge">, mergedId: Id<"lead">): Step {
  return ctx.db
    .update(leadDuplicates)
    .set({ status: "merged", mergeId, updatedAt: ctx.now() })
    .where(
      and(
        eq(leadDuplicates.organizationId, ctx.organization.id),
        or(eq(leadDuplicates.leadId, mergedId), eq(leadDuplicates.otherLeadId, mergedId)),
        sql`+lead_duplicates.status = 'open'`,
      ),
    );
}
