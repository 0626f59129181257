import { sql } from "drizzle-orm";
import type { Context } from "../kernel/context";
import { stagesOf } from "../leads";
import { type OpenLeads, type Pipeline, weighPipeline } from "./pure/pipeline";
import { type DayTotals, sumOf } from "./pure/series";

const weekMs = 7 * 86_400_000;
const open = ["new", "contacted", "qualified", "proposal", "negotiation", "nurturing"];
/** After a year nobody asks how many weeks it has been. */
const mostWeeks = 52;

/** What is open and worth something in this currency, by stage and by how long it has been there. */
export async function readPipeline(
  ctx: Context,
  currency: string,
  days: readonly DayTotals[],
): Promise<Pipeline> {
  const stages = (await stagesOf(ctx)).filter(({ status }) => open.includes(status));
  const rows = await ctx.db.all<OpenLeads>(sql`select stage_id as stageId,
    cast(min(max(${ctx.now()} - stage_since, 0) / ${weekMs}, ${mostWeeks}) as integer) as weeks,
    count(*) as leads, sum(predicted_value) as value
    from leads where organization_id = ${ctx.organization.id} and is_listed = 1
    and status in (select value from json_each(${JSON.stringify(open)}))
    and value_currency = ${currency} and predicted_value is not null group by 1, 2`);
  const asked = stages.map(({ id, name, winProbability }) => ({ stageId: id, name, winProbability }));
  return weighPipeline(rows, asked, sumOf(days));
}
