import { type SQL, sql } from "drizzle-orm";
import { companyStageTotals } from "../../db/schema/cell/lead-catalogue";
import { companies } from "../../db/schema/cell/leads";
import type { Context } from "../kernel/context";
import type { Step } from "../kernel/write";

/** What the leads of a lot are to the companies they work for, by stage and currency. */
export function countInCompanies(ctx: Context, lot: SQL, sign: 1 | -1): Step {
  const { companyId, currency, organizationId, stageId } = companyStageTotals;
  return ctx.db
    .insert(companyStageTotals)
    .select(
      sql`select null, lead.organization_id, lead.company_id, lead.stage_id,
      case when lead.predicted_value is null then '' else coalesce(lead.value_currency, '') end as money,
      ${sign} * count(*), ${sign} * coalesce(sum(lead.predicted_value), 0)
      from ${lot} where lead.company_id is not null group by lead.company_id, lead.stage_id, money`,
    )
    .onConflictDoUpdate({
      target: [organizationId, companyId, stageId, currency],
      set: {
        leadCount: sql`lead_count + excluded.lead_count`,
        valueSum: sql`value_sum + excluded.value_sum`,
      },
    });
}

/** How many leads a company has, in its own row: companies are listed by it. */
export function countOfCompanies(ctx: Context, lot: SQL, sign: 1 | -1): Step {
  return (
    ctx.db
      .update(companies)
      .set({ leadCount: sql`lead_count + ${sign} * mine.leads` })
      .from(
        sql`(select lead.organization_id, lead.company_id, count(*) as leads from ${lot}
        where lead.company_id is not null group by lead.company_id) as mine`,
      )
      // By both from the lot: a constant organization would make SQLite go through all of its companies.
      .where(sql`companies.organization_id = mine.organization_id and companies.id = mine.company_id`)
  );
}
