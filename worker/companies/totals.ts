import { and, eq, inArray, ne } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { companyStageTotals, leadStages } from "../../db/schema/cell/lead-catalogue";
import type { Context } from "../kernel/context";
import { idsIn } from "../kernel/id-list";
import { getCompany } from "./queries";

export type Money = { amount: number; currency: string };
/** A sum for each currency. */
export type Worth = { openValues: Money[]; wonValues: Money[] };
export type StageTotal = { stageId: Id<"leadStage">; count: number; values: Money[] };

const over = new Set(["closed_lost", "unqualified"]);

/** What the leads of some companies are worth: of each a row for a stage and a currency is read, and no lead. */
export async function worthOf(
  ctx: Context,
  ids: readonly Id<"company">[],
): Promise<(id: Id<"company">) => Worth> {
  const rows = ids.length === 0 ? [] : await readTotals(ctx, ids);
  const ofCompany = Map.groupBy(
    rows.filter(({ currency, status }) => currency !== "" && !over.has(status)),
    ({ companyId }) => companyId,
  );
  return (id) => {
    const { won = [], open = [] } = Object.groupBy(ofCompany.get(id) ?? [], ({ status }) =>
      status === "closed_won" ? "won" : "open",
    );
    return { openValues: sumUp(open), wonValues: sumUp(won) };
  };
}

/** In the order of the stages, those without a lead left out. */
export async function stageTotalsOf(ctx: Context, id: Id<"company">): Promise<StageTotal[]> {
  const company = await getCompany(ctx, id);
  const byStage = Map.groupBy(await readTotals(ctx, [company.id]), ({ stageId }) => stageId);
  return [...byStage].map(([stageId, rows]) => ({
    stageId,
    count: rows.reduce((sum, { leadCount }) => sum + leadCount, 0),
    values: sumUp(rows.filter(({ currency }) => currency !== "")),
  }));
}

async function readTotals(ctx: Context, ids: readonly Id<"company">[]) {
  const { companyId, currency, leadCount, organizationId, stageId, valueSum } = companyStageTotals;
  return await ctx.db
    .select({ companyId, currency, leadCount, stageId, valueSum, status: leadStages.status })
    .from(companyStageTotals)
    .innerJoin(
      leadStages,
      and(eq(leadStages.id, stageId), eq(leadStages.organizationId, ctx.organization.id)),
    )
    .where(
      and(eq(organizationId, ctx.organization.id), inArray(companyId, idsIn([...ids])), ne(leadCount, 0)),
    )
    .orderBy(leadStages.position, currency);
}

function sumUp(rows: readonly { currency: string; valueSum: number }[]): Money[] {
  const sums = new Map<string, number>();
  for (const { currency, valueSum } of rows) sums.set(currency, (sums.get(currency) ?? 0) + valueSum);
  return [...sums].map(([currency, amount]) => ({ amount, currency }));
}
