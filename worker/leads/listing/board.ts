import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context";
import { encodeCursor, type Page } from "../../kernel/page";
import { type ReadFilters, whereAll } from "./filters";
import { readRows } from "./rows";
import type { Lead } from "../queries";
import { type Stage, stagesOf } from "../catalogue/stages";

export type Total = { stageId: string; currency: string; leadCount: number; valueSum: number };
export type Column = Page<Lead> & {
  stage: Stage;
  count: number;
  values: { amount: number; currency: string }[];
};

/** A filter that leaves few in a stage looks at this many of it, and goes on where it is asked to. */
const mostLooked = 2000;

/** Every stage with its whole count and worth, and the first of its leads. */
export async function readBoard(ctx: Context, filters: ReadFilters, limit: number): Promise<Column[]> {
  const [stages, totals] = await Promise.all([stagesOf(ctx), readTotals(ctx)]);
  const pages = await Promise.all(stages.map((stage) => readColumn(ctx, stage, filters, undefined, limit)));
  return stages.map((stage, index) => {
    const own = totals.filter(({ stageId }) => stageId === stage.id);
    const count = own.reduce((sum, { leadCount }) => sum + leadCount, 0);
    const values = own
      .filter(({ currency }) => currency !== "")
      .map(({ currency, valueSum }) => ({ amount: valueSum, currency }));
    return {
      ...(pages[index] ?? { data: [], nextCursor: null }),
      stage,
      count,
      values: values.filter(({ amount }) => amount > 0),
    };
  });
}

/** From the top, in the order that people gave it. */
export async function readColumn(
  ctx: Context,
  stage: Stage,
  filters: ReadFilters,
  after: string | undefined,
  limit: number,
): Promise<Page<Lead>> {
  const rest = whereAll(filters);
  const place = after === undefined ? sql`` : sql`and leads.position > ${after}`;
  const looked = sql`leads where leads.organization_id = ${ctx.organization.id} and leads.stage_id = ${stage.id}
    and leads.is_listed = 1 ${place} order by leads.position`;
  const most = rest ? mostLooked : limit + 1;
  const rows = await readRows(
    ctx,
    sql`(select leads.* from ${looked} limit ${most}) as leads`,
    rest,
    limit + 1,
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  if (rows.length > limit && last) return { data: shown, nextCursor: encodeCursor([last.position]) };
  if (!rest) return { data: shown, nextCursor: null };
  const end = await ctx.db.get<{ position: string }>(
    sql`select position from ${looked} limit 1 offset ${most - 1}`,
  );
  return { data: shown, nextCursor: end ? encodeCursor([end.position]) : null };
}

export async function readTotals(ctx: Context): Promise<Total[]> {
  return await ctx.db
    .all<Total>(sql`select stage_id as stageId, currency, lead_count as leadCount, value_sum as valueSum
    from lead_stage_totals where organization_id = ${ctx.organization.id} and lead_count > 0`);
}
