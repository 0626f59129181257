import { and, asc, between, desc, eq, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { aiCostTracking } from "../../db/schema/cell/ai";
import { authorize, type Context } from "../kernel/context";
import { Invalid } from "../kernel/errors";
import { dayOf } from "./periods";

export const spendGroupings = ["day", "task", "model", "promptVersion"] as const;
export type SpendGrouping = (typeof spendGroupings)[number];

const longestDays = 92;
const mostGroups = 200;

const columns = {
  day: aiCostTracking.day,
  task: aiCostTracking.task,
  model: aiCostTracking.model,
  promptVersion: aiCostTracking.promptVersion,
};

export type SpendQuery = { from?: string | undefined; to?: string | undefined; by: SpendGrouping };

/** What writing cost in some days, summed by one of its sides. Reads the rows of those days, a handful each. */
export async function readSpend(ctx: Context, query: SpendQuery) {
  authorize(ctx, "spend:read");
  const to = query.to ?? dayOf(ctx.now());
  const from = query.from ?? dayOf(Date.parse(to) - 29 * 86_400_000);
  assertSpan(from, to);
  const of = and(
    eq(aiCostTracking.organizationId, ctx.organization.id),
    between(aiCostTracking.day, from, to),
  );
  const key = columns[query.by];
  const cost = sum(aiCostTracking.costMicros);
  const groups = await ctx.db
    .select({
      key: sql<string>`${key}`,
      costMicros: cost,
      count: sum(aiCostTracking.count),
      failedCount: sum(aiCostTracking.failedCount),
      promptTokens: sum(aiCostTracking.promptTokens),
      completionTokens: sum(aiCostTracking.completionTokens),
    })
    .from(aiCostTracking)
    .where(of)
    .groupBy(key)
    .orderBy(query.by === "day" ? asc(key) : desc(cost), asc(key))
    .limit(mostGroups);
  const totalMicros = groups.reduce((total, group) => total + group.costMicros, 0);
  return { from, to, by: query.by, totalMicros, groups };
}

function sum(column: SQLiteColumn) {
  return sql<number>`sum(${column})`;
}

function assertSpan(from: string, to: string): void {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  if (days < 0) throw Invalid.field("/from", "after_to", "The first day comes before the last.");
  if (days >= longestDays) throw Invalid.field("/from", "too_long", `Ask for at most ${longestDays} days.`);
}
