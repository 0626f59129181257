import { sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { contentPieces } from "../../db/schema/cell/content";
import { getBundle, type Bundle } from "../bundles";
import { type Business, getBusiness } from "../businesses";
import { authorize, type Context } from "../kernel/context";
import { Conflict } from "../kernel/errors";
import { isTaken, refuseWhen, write } from "../kernel/write";
import type { PieceRow } from "../pieces";
import { takenBetween, waitingOfBundle, type Window } from "./queries";
import { dueJob, slotTaken } from "./schedule";
import { rhythmOf, type Rhythm, type Slot, slotsIn, spread } from "./slots";
import { addDays, instantOf } from "./wall-time";

const mostPieces = 500;

export type Placement = { piece: PieceRow; slot: Slot };
export type BundlePlan = {
  timezone: string;
  placements: Placement[];
  /** For these the period has no time left that is free. */
  left: PieceRow[];
  basis: Record<string, Rhythm["basis"]>;
};

/** The approved pieces of a bundle over what is left of its period, at the business's posting times. */
export async function planBundle(ctx: Context, id: Id<"bundle">): Promise<BundlePlan> {
  authorize(ctx, "content:publish");
  const bundle = await getBundle(ctx, id);
  const business = await getBusiness(ctx, bundle.businessId);
  const window = periodOf(ctx, bundle, business);
  const waiting = await waitingOfBundle(ctx, id, mostPieces);
  const plan: BundlePlan = { timezone: business.timezone, placements: [], left: [], basis: {} };
  for (const [channel, pieces] of Map.groupBy(waiting, (piece) => piece.channel)) {
    const rhythm = rhythmOf(business.postingTimes, channel);
    const free = await freeSlots(ctx, business, channel, rhythm, window);
    const placed = spread(pieces, free).map(({ item, slot }) => ({ piece: item, slot }));
    plan.basis[channel] = rhythm.basis;
    plan.placements.push(...placed);
    plan.left.push(...pieces.slice(placed.length));
  }
  plan.placements.sort((a, b) => a.slot.at - b.slot.at);
  return plan;
}

/** All in one batch: each as it was planned, or none. */
export async function scheduleBundle(ctx: Context, id: Id<"bundle">): Promise<BundlePlan> {
  const plan = await planBundle(ctx, id);
  if (plan.placements.length === 0) return plan;
  const rows = plan.placements.map(({ piece, slot }) => ({
    id: piece.id,
    revision: piece.revision,
    at: slot.at,
  }));
  const placed = { pieces: rows.length, left: plan.left.length };
  try {
    await write(ctx, [refuseWhen(stoodOtherwise(ctx, rows), changedMeanwhile), placeAll(ctx, rows)], {
      facts: [{ type: "bundle.scheduled", subjectId: id, data: { bundleId: id, ...placed } }],
      audit: [
        { action: "bundle.scheduled", resourceType: "bundle", resourceId: id, changes: { after: placed } },
      ],
      jobs: rows.map((row) => dueJob(row.id, row.at)),
    });
  } catch (error) {
    throw isTaken(error, "scheduled_for") ? slotTaken : error;
  }
  return plan;
}

export async function freeSlots(
  ctx: Context,
  { id, timezone }: Pick<Business, "id" | "timezone">,
  channel: string,
  rhythm: Rhythm,
  window: Window,
): Promise<Slot[]> {
  const ahead = { from: Math.max(window.from, ctx.now() + 1), to: window.to };
  if (ahead.from >= ahead.to) return [];
  const taken = await takenBetween(ctx, ahead, { businessId: id, channel });
  return slotsIn(rhythm, timezone, ahead).filter(({ at }) => !taken.has(at));
}

/** From its first midnight to the one after its last day, where the business is. */
function periodOf(ctx: Context, { periodStart, periodEnd }: Bundle, { timezone }: Business): Window {
  const midnight = (day: string) => instantOf({ day, minutes: 0 }, timezone);
  return { from: Math.max(midnight(periodStart), ctx.now()), to: midnight(addDays(periodEnd, 1)) };
}

type Row = { id: Id<"piece">; revision: number; at: number };

function placeAll(ctx: Context, rows: Row[]) {
  return ctx.db
    .update(contentPieces)
    .set({ scheduledFor: sql`placing.value ->> 'at'`, status: "scheduled", updatedAt: ctx.now() })
    .from(sql`json_each(${JSON.stringify(rows)}) as placing`)
    .where(
      sql`${contentPieces.id} = placing.value ->> 'id' and +${contentPieces.organizationId} = ${ctx.organization.id}`,
    );
}

function stoodOtherwise(ctx: Context, rows: Row[]) {
  return sql`(select count(*) from json_each(${JSON.stringify(rows)}) as placing
    join ${contentPieces} on ${contentPieces.id} = placing.value ->> 'id'
    where +${contentPieces.organizationId} = ${ctx.organization.id} and ${contentPieces.status} = 'approved'
    and ${contentPieces.revision} = placing.value ->> 'revision') <> ${rows.length}`;
}

const changedMeanwhile = new Conflict(
  "changed_meanwhile",
  "Some of these pieces were changed meanwhile. Look at the plan again.",
);
