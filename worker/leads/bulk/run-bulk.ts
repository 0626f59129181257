import type { Id } from "../../../db/ids";
import type { Context } from "../../kernel/context";
import { Conflict, DomainError } from "../../kernel/errors";
import { assertMayStill } from "../../members";
import { type BulkAction, getBulk, lotSize } from "./bulk";
import { type BulkChange, type BulkSelection, prepareChange } from "./bulk-change";
import { purgeJob } from "../deletion/deletion";
import { readFilters } from "../listing/filters";
import { listLeads } from "../listing/list";
import { readOrder, readPlace } from "../listing/order";
import { getLeads, type Lead } from "../queries";
import { advance, finish } from "./progress";
import { changeSteps, deleteSteps, handedOver } from "./change-steps";
import { undoLot } from "./undo-lot";

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
