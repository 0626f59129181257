import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import type { Id } from "../../db/ids";
import { usageLedger, userUsageTracking } from "../../db/schema/cell/usage";
import type { Context } from "../kernel/context";
import { Conflict, Invalid, LimitReached } from "../kernel/errors";
import { refuseWhen, type Step, write } from "../kernel/write";
import { isCounter, openCounter } from "./counter";
import type { MeteredFeature } from "./features";
import { limitOf } from "./limits";
import { bonusPeriod, monthOf } from "./period";

export type Reservation = {
  feature: MeteredFeature;
  quantity: number;
  /** Names the use: reserving the same one again changes nothing. */
  key: string;
  /** After this it is given back by itself: longer than whatever it is reserved for may take. */
  expiresInMs: number;
};

export async function reserveUsage(ctx: Context, reservation: Reservation): Promise<void> {
  await write(ctx, await reservationSteps(ctx, reservation));
}

/** For a batch that needs the use it reserves. The limit is judged where it is counted, so a burst cannot pass it (QUOTA-01). */
export async function reservationSteps(ctx: Context, reservation: Reservation): Promise<Step[]> {
  assertReservation(reservation);
  const limit = await limitOf(ctx, reservation.feature);
  const month = monthOf(ctx.now());
  const organizationId = ctx.organization.id;
  const id = ctx.newId("usage", ctx.organization.cell);
  const draft: Draft = { ...reservation, id, organizationId, month: month.start, now: ctx.now() };
  return [
    openCounter(ctx, organizationId, draft.feature, month),
    refuseWhen(isUsedOtherwise(draft), keyReused),
    ...(limit === null ? [] : [refuseWhen(exceeds(draft, limit), new LimitReached(draft.feature, limit))]),
    insertReserved(ctx.db, draft),
    countInMonth(ctx.db, draft),
    takeFromBonus(ctx.db, draft),
  ];
}

type Draft = Reservation & {
  id: Id<"usage">;
  organizationId: Id<"organization">;
  month: number;
  now: number;
};

const keyReused = new Conflict(
  "usage_key_reused",
  "This key already stands for another use, or for one that was given back.",
);

const most = 1_000_000;
const longestMs = 31 * 86_400_000;

export function assertReservation({ quantity, key, expiresInMs }: Reservation): void {
  const isWhole = (value: number, max: number) => Number.isSafeInteger(value) && value >= 1 && value <= max;
  if (!isWhole(quantity, most)) throw Invalid.field("/quantity", "invalid_quantity", `Use 1 to ${most}.`);
  if (!isWhole(expiresInMs, longestMs)) throw new RangeError("A reservation lasts from 1 ms to 31 days.");
  if (!/^(?!grant:).{1,200}$/.test(key)) throw new RangeError("A key has 1 to 200 characters, no “grant:”.");
}

function isUsedOtherwise({ organizationId, key, feature, quantity }: Draft): SQL {
  return sql`exists (select 1 from usage_ledger where organization_id = ${organizationId} and key = ${key}
    and (feature <> ${feature} or quantity <> ${quantity} or state not in ('reserved', 'committed')))`;
}

/** What the bonus does not cover has to fit into what the plan pays for this month. */
function exceeds(draft: Draft, limit: number): SQL {
  const { organizationId, key, quantity } = draft;
  return sql`not exists (select 1 from usage_ledger where organization_id = ${organizationId} and key = ${key})
    and (select usage_count - bonus_used from ${counterOf(draft, draft.month)})
      + max(${quantity} - ${bonusLeft(draft)}, 0) > ${limit}`;
}

function insertReserved(database: Database, draft: Draft): Step {
  const { id, organizationId, feature, key, quantity, now, expiresInMs } = draft;
  return database
    .insert(usageLedger)
    .values({
      id,
      organizationId,
      feature,
      counterId: sql`(select id from ${counterOf(draft, draft.month)})`,
      key,
      quantity,
      bonusQuantity: sql`min(${quantity}, ${bonusLeft(draft)})`,
      state: "reserved",
      expiresAt: now + expiresInMs,
      createdAt: now,
      updatedAt: now,
    })
    .onConflictDoNothing();
}

function bonusLeft(draft: Draft): SQL {
  return sql`coalesce((select bonus_count - bonus_used from ${counterOf(draft, bonusPeriod.start)}), 0)`;
}

function counterOf({ organizationId, feature }: Draft, periodStart: number): SQL {
  return sql`user_usage_tracking
    where organization_id = ${organizationId} and feature = ${feature} and period_start = ${periodStart}`;
}

/** This and the next find nothing where the key was there before: then this id was not inserted. */
function countInMonth(database: Database, { id, now }: Draft): Step {
  const { usageCount, reservedCount, bonusUsed } = userUsageTracking;
  return database
    .update(userUsageTracking)
    .set({
      usageCount: sql`${usageCount} + taken.quantity`,
      reservedCount: sql`${reservedCount} + taken.quantity`,
      bonusUsed: sql`${bonusUsed} + taken.bonus_quantity`,
      updatedAt: now,
    })
    .from(sql`(select counter_id, quantity, bonus_quantity from usage_ledger where id = ${id}) as taken`)
    .where(sql`${userUsageTracking.id} = taken.counter_id`);
}

function takeFromBonus(database: Database, { id, organizationId, feature, now }: Draft): Step {
  return database
    .update(userUsageTracking)
    .set({ bonusUsed: sql`${userUsageTracking.bonusUsed} + taken.bonus_quantity`, updatedAt: now })
    .from(sql`(select bonus_quantity from usage_ledger where id = ${id} and bonus_quantity > 0) as taken`)
    .where(isCounter(organizationId, feature, bonusPeriod.start));
}
