import { type SQL, sql } from "drizzle-orm";
import type { Id } from "../../../db/ids";
import { companySizes } from "../../../db/schema/cell/leads";
import type { Context } from "../../kernel/context";
import { idsIn } from "../../kernel/id-list";
import type { Sample } from "./features";
import type { Lesson } from "./train";

/** The latest of each kind: what was long ago teaches little. */
const mostLessons = 5000;

type Row = {
  id: Id<"lead">;
  sourceId: string | null;
  hasCompany: 0 | 1;
  size: string | null;
  hasJobTitle: 0 | 1;
  value: number | null;
  cameByForm: 0 | 1;
  touches: number;
  closedAt: number | null;
};

export async function readLessons(ctx: Context, currency: string | null): Promise<Lesson[]> {
  const [won, lost] = await Promise.all([
    readClosed(ctx, sql`'closed_won'`, currency),
    readClosed(ctx, sql`'closed_lost'`, currency),
  ]);
  const lesson = (row: Row, isWon: boolean) => ({
    sample: sampleOf(row),
    won: isWon,
    closedAt: row.closedAt ?? 0,
  });
  return [...won.map((row) => lesson(row, true)), ...lost.map((row) => lesson(row, false))];
}

async function readClosed(ctx: Context, status: SQL, currency: string | null): Promise<Row[]> {
  return await ctx.db
    .all<Row>(sql`${selectSamples(currency)} where lead.organization_id = ${ctx.organization.id}
    and lead.is_listed = 1 and lead.status = ${status} and lead.closed_at is not null
    order by lead.id desc limit ${mostLessons}`);
}

export async function readSamples(
  ctx: Context,
  ids: readonly Id<"lead">[],
  currency: string | null,
): Promise<Map<Id<"lead">, Sample>> {
  const rows = await ctx.db.all<Row>(sql`${selectSamples(currency)}
    where lead.organization_id = ${ctx.organization.id} and lead.id in ${idsIn(ids)}`);
  return new Map(rows.map((row) => [row.id, sampleOf(row)]));
}

/** What most deals are valued in; a value in another currency counts as not known. */
export async function usualCurrency(ctx: Context): Promise<string | null> {
  const row = await ctx.db.get<{ currency: string }>(sql`select currency from lead_stage_totals
    where organization_id = ${ctx.organization.id} and currency <> '' group by currency
    order by sum(lead_count) desc, currency limit 1`);
  return row?.currency ?? null;
}

function selectSamples(currency: string | null): SQL {
  return sql`select lead.id, lead.source_id as sourceId, lead.closed_at as closedAt, company.size as size,
    (lead.company_id is not null or lead.company_name <> '') as hasCompany, lead.job_title <> '' as hasJobTitle,
    case when lead.value_currency = ${currency} then lead.predicted_value end as value,
    lead.form_id is not null as cameByForm,
    (select count(*) from (select 1 from touchpoints as touch where touch.organization_id = lead.organization_id
      and touch.lead_id = lead.id and touch.occurred_at < lead.created_at + 604800000 limit 50)) as touches
    from leads as lead left join companies as company
    on company.organization_id = lead.organization_id and company.id = lead.company_id`;
}

function sampleOf(row: Row): Sample {
  const size = companySizes.findIndex((each) => each === row.size);
  return {
    sourceId: row.sourceId,
    hasCompany: row.hasCompany === 1,
    companySize: size < 0 ? null : size + 1,
    hasJobTitle: row.hasJobTitle === 1,
    value: row.value,
    cameByForm: row.cameByForm === 1,
    touches: row.touches,
  };
}
