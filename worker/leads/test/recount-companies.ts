import { sql } from "drizzle-orm";
import { expect } from "vitest";
import type { World } from "../../test/world";

/** What is kept of companies, counted again from the leads themselves. */
export async function expectCompaniesTrue({ database, id }: World): Promise<void> {
  const kept = await database.all(
    sql`select company_id, stage_id, currency, lead_count, value_sum from company_stage_totals
      where organization_id = ${id} and (lead_count <> 0 or value_sum <> 0) order by 1, 2, 3`,
  );
  const counted = await database.all(
    sql`select company_id, stage_id, case when predicted_value is null then '' else coalesce(value_currency, '') end as currency,
      count(*) as lead_count, coalesce(sum(predicted_value), 0) as value_sum from leads
      where organization_id = ${id} and is_listed = 1 and company_id is not null group by 1, 2, 3 order by 1, 2, 3`,
  );
  expect(kept).toEqual(counted);
  const wrong = await database.all(
    sql`select name from companies where organization_id = ${id} and lead_count <> (select count(*) from leads
      where leads.organization_id = companies.organization_id and leads.company_id = companies.id and is_listed = 1)`,
  );
  expect(wrong).toEqual([]);
}
