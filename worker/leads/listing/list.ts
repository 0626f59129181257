import { type Asked, type Phase, type Walked, lookAlong, walkOf } from "./walk";
import { leavesFew, readNarrow } from "./narrow";
import type { Context } from "../../kernel/context";
import { encodeCursor, type Page } from "../../kernel/page";
import { type Order, type OrderedLead, type Place, placeToCursor } from "./order";
import type { Lead } from "../queries";

/** How many leads one call looks at before it says: nothing yet, go on from here. */
const firstLook = 1000;
const mostLooked = 10_000;

/**
 * A page of leads in an order, by the index that has the order. Where many leads have to be passed by, the index of a
 * filter is tried that leaves few; and where nothing helps, the page is short and says where to go on.
 */
export async function listLeads(ctx: Context, asked: Asked): Promise<Page<Lead>> {
  const found: OrderedLead[] = [];
  const want = asked.limit + 1;
  let place = asked.after;
  for (const phase of phasesOf(asked.order, asked.after)) {
    const from = phase === phaseOf(asked.order, place) ? place : undefined;
    const walk = await walkPhase(ctx, asked, phase, from, want - found.length);
    found.push(...walk.rows);
    place = walk.stoppedAt;
    if (found.length >= want || place) break;
  }
  const shown = found.slice(0, asked.limit);
  const last = shown.at(-1);
  const next = found.length > asked.limit && last ? { key: last.walkKey, id: last.id } : place;
  return { data: shown, nextCursor: next ? encodeCursor(placeToCursor(asked.order, next)) : null };
}

function phasesOf(order: Order, after: Place | undefined): Phase[] {
  if (!order.mayMiss) return ["keyed"];
  return after?.key === null ? ["unkeyed"] : ["keyed", "unkeyed"];
}

function phaseOf(order: Order, place: Place | undefined): Phase | null {
  if (!place) return null;
  return order.mayMiss && place.key === null ? "unkeyed" : "keyed";
}

async function walkPhase(
  ctx: Context,
  asked: Asked,
  phase: Phase,
  from: Place | undefined,
  want: number,
): Promise<Walked> {
  const { filters, order } = asked;
  const isById = order.key === null || (order.fieldId !== undefined && phase === "unkeyed");
  const drive = isById ? filters.indexed[0] : undefined;
  const walk = walkOf(ctx, asked, phase, drive);
  const first = drive || filters.indexed.length === 0 ? mostLooked : firstLook;
  const look = await lookAlong(ctx, walk, from, want, first);
  if (!look.stoppedAt || first === mostLooked) return look;
  const [narrow] = filters.indexed;
  if (narrow && (await leavesFew(ctx, filters, narrow)))
    return { rows: await readNarrow(ctx, asked, phase, narrow, from, want), stoppedAt: undefined };
  const further = await lookAlong(ctx, walk, look.stoppedAt, want - look.rows.length, mostLooked);
  return { rows: [...look.rows, ...further.rows], stoppedAt: further.stoppedAt };
}
