import { and, eq, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { type ImportedChange, leadImports } from "../../db/schema/cell/imports";
import type { Context } from "../kernel/context";
import type { FactDraft } from "../kernel/drafts";
import { isTaken, orElse, type Step, write } from "../kernel/write";
import {
  assignedFact,
  changeMany,
  clearWordsJob,
  getLeads,
  type Lead,
  type LeadSet,
  moveOutSteps,
  purgeJob,
} from "../leads";
import { getImport, type ImportLot, isImport, type LeadImport, lotsBelow } from "./queries";
import { isTold } from "./plan";
import { taken } from "./progress";

/** The last lot that is not undone yet; true where there is none. */
export async function undoLot(ctx: Context, id: Id<"leadImport">): Promise<boolean> {
  const work = await getImport(ctx, id);
  if (work.status !== "undoing") return true;
  const parts = await lotsBelow(ctx, id, work.nextLot);
  const [first] = parts;
  if (!first) {
    await advance(ctx, work, { status: "undone" }, [], []);
    return true;
  }
  const created = await untouched(ctx, first);
  const sets = await setsBack(
    ctx,
    parts.flatMap(({ changed }) => changed),
  );
  const asked = parts.reduce((sum, part) => sum + part.created.length + part.changed.length, 0);
  const progress = {
    nextLot: first.lot,
    removed: work.removed + created.length,
    restored: work.restored + sets.length,
    kept: work.kept + asked - created.length - sets.length,
  };
  try {
    await advance(ctx, work, progress, sets, created);
  } catch (error) {
    if (!isTaken(error, "leads.match_key")) throw error;
    await advance(ctx, work, progress, sets.map(besideDouble), created);
  }
  return false;
}

/** Made by this lot and since then left alone: by people, forms and automations alike. */
async function untouched(ctx: Context, { created, at }: ImportLot): Promise<Id<"lead">[]> {
  const rows = await ctx.db.all<{ id: Id<"lead"> }>(
    sql`select leads.id from json_each(${JSON.stringify(created)}) as made
      cross join leads on leads.organization_id = ${ctx.organization.id} and leads.id = made.value
      where leads.updated_at = ${at} and leads.last_activity_at = ${at}`,
  );
  return rows.map(({ id }) => id);
}

/** Column by column, and only those that still are as the import left them. */
async function setsBack(ctx: Context, changes: readonly ImportedChange[]): Promise<LeadSet[]> {
  const ids = changes.map(({ id }) => id as Id<"lead">); // safe: only ids of leads are ever kept there
  const found = new Map<string, Lead>((await getLeads(ctx, ids)).map((lead) => [lead.id, lead]));
  return changes.flatMap(({ id, before, after }) => {
    const lead = found.get(id);
    if (!lead) return [];
    const same = Object.keys(after).filter(
      // safe: a change names columns of a lead
      (name) => JSON.stringify(lead[name as keyof Lead]) === JSON.stringify(after[name]),
    );
    const set = Object.fromEntries(same.map((name) => [name, before[name]])) as LeadSet["set"]; // safe: as above
    const isAlone = lead.updatedAt === after["updatedAt"];
    if (!isAlone && same.length === 0) return [];
    return [{ lead, set: isAlone ? set : { ...set, updatedAt: ctx.now() } }];
  });
}

/** Somebody else is known by that by now. */
function besideDouble({ lead, set }: LeadSet): LeadSet {
  return { lead, set: { ...set, matchKey: lead.matchKey } };
}

/** Who was told that a lead is theirs is told that it is not. */
function handedBack({ id, undoneBy }: LeadImport, sets: readonly LeadSet[]): FactDraft[] {
  return sets.flatMap(({ lead, set: { assignedTo } }) =>
    assignedFact(lead, assignedTo, { data: { leadImportId: id }, actorId: undoneBy }),
  );
}

async function advance(
  ctx: Context,
  work: LeadImport,
  progress: Partial<LeadImport>,
  sets: readonly LeadSet[],
  created: readonly Id<"lead">[],
): Promise<void> {
  const claim = ctx.db
    .update(leadImports)
    .set({ ...progress, updatedAt: ctx.now() })
    .where(
      and(isImport(ctx, work.id), eq(leadImports.status, "undoing"), eq(leadImports.nextLot, work.nextLot)),
    );
  const steps: Step[] = [
    claim,
    orElse(taken),
    ...changeMany(ctx, sets),
    ...(created.length > 0 ? moveOutSteps(ctx, created, undefined, work.undoneBy) : []),
  ];
  await write(ctx, steps, {
    facts: [
      ...(isTold(work) ? handedBack(work, sets) : []),
      ...(progress.status
        ? [{ type: "lead_import.undone", subjectId: work.id, actorId: work.undoneBy } as const]
        : []),
    ],
    jobs: [
      ...(created.length > 0 ? [purgeJob(ctx, created)] : []),
      ...(progress.status ? [clearWordsJob()] : []),
    ],
  });
}
