import { sql } from "drizzle-orm";
import { usageLedger, userUsageTracking } from "../../db/schema/cell/usage";
import type { Context } from "../kernel/context";
import { Conflict, LimitReached } from "../kernel/errors";
import { idsIn } from "../kernel/id-list";
import { refuseWhen, type Step } from "../kernel/write";
import { isCounter, openCounter } from "./counter";
import type { MeteredFeature } from "./features";
import { limitOf } from "./limits";
import { bonusPeriod, monthOf } from "./period";
import { assertReservation } from "./reserve";

export type ManyUses = { feature: MeteredFeature; keys: readonly string[]; expiresInMs: number };

/**
 * One use a key, all of them or none: of any number of orders at once, only those get through that fit as a whole
 * (QUOTA-01). Every key is a new one; what a key stands for is committed and released one by one like any other use.
 */
export async function reserveManySteps(ctx: Context, uses: ManyUses): Promise<Step[]> {
  const { feature, keys, expiresInMs } = uses;
  if (keys.length === 0) return [];
  for (const key of keys) assertReservation({ feature, key, quantity: 1, expiresInMs });
  const limit = await limitOf(ctx, feature);
  const month = monthOf(ctx.now());
  const order: Order = {
    ...uses,
    month: month.start,
    rows: keys.map((key) => ({ id: ctx.newId("usage", ctx.organization.cell), key })),
  };
  return [
    openCounter(ctx, ctx.organization.id, feature, month),
    refuseWhen(isAnyTaken(ctx, keys), keyTaken),
    ...(limit === null ? [] : [refuseWhen(exceeds(ctx, order, limit), new LimitReached(feature, limit))]),
    insertAll(ctx, order),
    countInMonth(ctx, order),
    takeFromBonus(ctx, order),
  ];
}

type Order = ManyUses & { month: number; rows: { id: string; key: string }[] };

const keyTaken = new Conflict("usage_key_reused", "One of these uses was held before.");

function isAnyTaken(ctx: Context, keys: readonly string[]) {
  return sql`exists (select 1 from usage_ledger where organization_id = ${ctx.organization.id}
    and key in ${idsIn(keys)})`;
}

function exceeds(ctx: Context, order: Order, limit: number) {
  return sql`(select usage_count - bonus_used from ${counterOf(ctx, order.feature, order.month)})
    + max(${order.keys.length} - ${bonusLeft(ctx, order)}, 0) > ${limit}`;
}

/** In the order of the table's columns. The bonus is used up from the first of them on. */
function insertAll(ctx: Context, order: Order): Step {
  const now = ctx.now();
  return ctx.db.insert(usageLedger).select(
    sql`select value ->> 'id', ${ctx.organization.id}, ${now}, ${order.feature},
      (select id from ${counterOf(ctx, order.feature, order.month)}), value ->> 'key', 1,
      case when json_each.key < ${bonusLeft(ctx, order)} then 1 else 0 end, null, 'reserved',
      ${now + order.expiresInMs}, ${now}
      from json_each(${JSON.stringify(order.rows)}) where true`,
  );
}

function bonusLeft(ctx: Context, { feature }: Order) {
  return sql`coalesce((select bonus_count - bonus_used from ${counterOf(ctx, feature, bonusPeriod.start)}), 0)`;
}

function counterOf(ctx: Context, feature: MeteredFeature, periodStart: number) {
  return sql`user_usage_tracking where organization_id = ${ctx.organization.id}
    and feature = ${feature} and period_start = ${periodStart}`;
}

function countInMonth(ctx: Context, order: Order): Step {
  const { usageCount, reservedCount, bonusUsed } = userUsageTracking;
  return ctx.db
    .update(userUsageTracking)
    .set({
      usageCount: sql`${usageCount} + taken.uses`,
      reservedCount: sql`${reservedCount} + taken.uses`,
      bonusUsed: sql`${bonusUsed} + taken.bonus`,
      updatedAt: ctx.now(),
    })
    .from(taken(order))
    .where(isCounter(ctx.organization.id, order.feature, order.month));
}

function takeFromBonus(ctx: Context, order: Order): Step {
  return ctx.db
    .update(userUsageTracking)
    .set({ bonusUsed: sql`${userUsageTracking.bonusUsed} + taken.bonus`, updatedAt: ctx.now() })
    .from(taken(order))
    .where(sql`${isCounter(ctx.organization.id, order.feature, bonusPeriod.start)} and taken.bonus > 0`);
}

/** What was inserted a moment ago, in this very batch. */
function taken({ rows }: Order) {
  return sql`(select sum(quantity) as uses, sum(bonus_quantity) as bonus from usage_ledger
    where id in ${idsIn(rows.map(({ id }) => id))}) as taken`;
}
