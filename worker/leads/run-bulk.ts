import { and, asc, eq, getTableColumns, gt, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { bulkActionLeads, bulkActions } from "../../db/schema/cell/lead-work";
import { leads } from "../../db/schema/cell/leads";
import type { Context } from "../kernel/context";
import { Conflict, DomainError } from "../kernel/errors";
import type { FactDraft } from "../kernel/drafts";
import { orElse, type Spine, type Step, write } from "../kernel/write";
import { assertMayStill } from "../members";
import { type BulkAction, bulkJob, getBulk, isBulk, undoDays } from "./bulk";
import {
  aspectsOfKind,
  type BulkChange,
  type BulkSelection,
  type Change,
  fromLot,
  prepareChange,
} from "./bulk-change";
import { moveBackSteps, moveOutSteps, purgeJob } from "./deletion";
import { readFilters } from "./filters";
import { listLeads } from "./listing";
import { readOrder, readPlace } from "./order";
import { getLeads, type Lead, leadIdsIn } from "./queries";
import { clearWordsJob } from "./search-index";
import { withUpkeep } from "./upkeep";

const lotSize = 200;

/** One lot, then the next by a job of its own: a browser hears of each, and a stop in between loses nothing. */
export async function runBulk(ctx: Context, id: Id<"bulkAction">, asker: Id<"user"> | null): Promise<void> {
  const action = await getBulk(ctx, id);
  if (action.status === "undoing") return await undoLot(ctx, action, asker);
  if (action.status !== "running") return;
  try {
    if (asker) await assertMayStill(ctx, asker, neededFor[action.kind]);
    await doLot(ctx, action, asker);
  } catch (error) {
    if (!(error instanceof DomainError) || error instanceof Conflict) throw error;
    await finish(ctx, action, { status: "failed", errorMessage: error.message });
  }
}

const neededFor = {
  stage: "leads:write",
  assignee: "leads:assign",
  tags: "leads:write",
  field: "leads:write",
  delete: "leads:delete",
} as const;

async function doLot(ctx: Context, action: BulkAction, asker: Id<"user"> | null): Promise<void> {
  // safe: only startBulk writes these two, as these types
  const [change, selection] = [action.change as BulkChange, action.selection as BulkSelection];
  const apply = await prepareChange(ctx, change);
  const { found, cursor, asked } = await nextLot(ctx, selection, action.cursor);
  const changed = found.flatMap((lead) => {
    const set = apply(lead);
    return set === null ? [] : [{ lead, set }];
  });
  const steps =
    change.kind === "delete" ? deleteSteps(ctx, action, found) : changeSteps(ctx, action, changed);
  const progress = {
    done: action.done + asked,
    changed: action.changed + changed.length,
    failed: action.failed + asked - found.length,
  };
  const ids = found.map(({ id }) => id);
  const jobs = change.kind === "delete" && found.length > 0 ? [purgeJob(ctx, ids)] : [];
  const work = { steps, jobs, facts: handedOver(action, changed, asker) };
  if (cursor === null) return await finish(ctx, action, { ...progress, status: "completed" }, work);
  await advance(ctx, action, { ...progress, cursor }, work, asker);
}

type Lot = { found: Lead[]; cursor: string | null; asked: number };

/** By id from the oldest, so that what the action itself changes is neither passed by nor met twice. */
async function nextLot(ctx: Context, selection: BulkSelection, from: string | null): Promise<Lot> {
  if ("ids" in selection) {
    const ids = [...new Set(selection.ids)].toSorted();
    const start = from === null ? 0 : ids.findIndex((id) => id > from);
    const lot = start < 0 ? [] : ids.slice(start, start + lotSize);
    const last = lot.at(-1);
    const isLast = last === undefined || last === ids.at(-1);
    return { found: await getLeads(ctx, lot), cursor: isLast ? null : last, asked: lot.length };
  }
  const order = await readOrder(ctx, "createdAt");
  const filters = await readFilters(ctx, selection.filters);
  const page = await listLeads(ctx, {
    filters,
    order,
    after: readPlace(order, from ?? undefined),
    limit: lotSize,
  });
  return { found: page.data, cursor: page.nextCursor, asked: page.data.length };
}

type Changed = { lead: Lead; set: NonNullable<ReturnType<Change>> };

/** The same as where one lead is handed over: what is still to be done about each goes along. */
function handedOver({ id, kind }: BulkAction, changed: Changed[], asker: Id<"user"> | null): FactDraft[] {
  if (kind !== "assignee") return [];
  return changed.map(({ lead, set }) => ({
    type: "lead.assigned",
    subjectId: lead.id,
    data: { from: lead.assignedTo, to: set.assignedTo, bulkActionId: id },
    actorId: asker,
  }));
}

function changeSteps(ctx: Context, action: BulkAction, changed: Changed[]): Step[] {
  const names = [...new Set(changed.flatMap(({ set }) => Object.keys(set)))];
  if (names.length === 0) return [];
  const columns = getTableColumns(leads);
  const lot = JSON.stringify(Object.fromEntries(changed.map(({ lead, set }) => [lead.id, set])));
  const set = Object.fromEntries(
    // safe: a change sets columns of a lead
    names.map((name) => [
      name,
      fromLot(lot, name, columns[name as keyof typeof columns].dataType === "json"),
    ]),
  );
  const ids = changed.map(({ lead }) => lead.id);
  // safe: only what is set was taken, and only columns are set
  const before = changed.map(({ lead }) => ({
    id: lead.id,
    before: Object.fromEntries(names.map((name) => [name, lead[name as keyof Lead]])),
  }));
  const update = ctx.db
    .update(leads)
    .set({ ...set, updatedAt: ctx.now() })
    .where(leadIdsIn(ctx, ids));
  return [...keepSteps(ctx, action, before), ...withUpkeep(ctx, ids, [update], aspectsOfKind[action.kind])];
}

function deleteSteps(ctx: Context, action: BulkAction, found: Lead[]): Step[] {
  if (found.length === 0) return [];
  return [
    ...keepSteps(
      ctx,
      action,
      found.map(({ id }) => ({ id, before: null })),
    ),
    ...moveOutSteps(
      ctx,
      found.map(({ id }) => id),
      undefined,
      action.requestedBy,
    ),
  ];
}

function keepSteps(ctx: Context, { id }: BulkAction, before: { id: string; before: unknown }[]): Step[] {
  return [
    ctx.db
      .insert(bulkActionLeads)
      .select(
        sql`select null, ${ctx.organization.id}, ${id}, value ->> 'id', value -> 'before'
        from json_each(${JSON.stringify(before)}) where true`,
      )
      .onConflictDoNothing(),
  ];
}

/** A lot of what it was: only columns that still are as the action left them are given back. */
async function undoLot(ctx: Context, action: BulkAction, asker: Id<"user"> | null): Promise<void> {
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

type Progress = Partial<
  Pick<BulkAction, "done" | "changed" | "failed" | "undone" | "cursor" | "status" | "errorMessage">
>;
type Work = { steps: Step[] } & Pick<Spine, "facts" | "jobs">;

async function advance(
  ctx: Context,
  action: BulkAction,
  progress: Progress,
  { steps, facts = [], jobs = [] }: Work,
  asker: Id<"user"> | null,
  was = "running",
): Promise<void> {
  await write(ctx, [claim(ctx, action, progress, was), orElse(taken), ...steps], {
    facts: [...facts, factOf(action, progress)],
    jobs: [...jobs, bulkJob(action.id, asker)],
  });
}

async function finish(
  ctx: Context,
  action: BulkAction,
  progress: Progress,
  { steps, facts = [], jobs = [] }: Work = { steps: [] },
  was = "running",
): Promise<void> {
  const end = {
    ...progress,
    cursor: null,
    finishedAt: ctx.now(),
    undoUntil: ctx.now() + undoDays * 86_400_000,
  };
  await write(ctx, [claim(ctx, action, end, was), orElse(taken), ...steps], {
    facts: [...facts, factOf(action, progress)],
    jobs: action.kind === "delete" && was === "running" ? [...jobs, clearWordsJob()] : jobs,
  });
}

/** Who comes second finds the place moved on, and stops. */
function claim(ctx: Context, action: BulkAction, progress: Progress, was: string): Step {
  const here = and(isBulk(ctx, action.id), sql`status = ${was}`, sql`cursor is ${action.cursor}`);
  return ctx.db
    .update(bulkActions)
    .set({ ...progress, updatedAt: ctx.now() })
    .where(here);
}

const taken = new Conflict("lot_taken", "Somebody else has done this part.");

function factOf(
  action: BulkAction,
  { done = action.done, undone = action.undone, status = action.status }: Progress,
) {
  return {
    type: "lead_bulk.progressed",
    subjectId: action.id,
    data: { kind: action.kind, total: action.total, done, undone, status },
  };
}
