import { and, type SQL, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context";
import { type ReadFilters, whereAll } from "./filters";

/** Beyond that nobody needs the number, and counting has a price. */
const mostCounted = 10_000;

export type Count = { count: number; isExact: boolean };

/** Everything there is, from the totals of the stages; what a filter leaves, up to ten thousand. */
export async function countLeads(ctx: Context, filters: ReadFilters, most = mostCounted): Promise<Count> {
  if (isEverything(filters)) {
    const row = await ctx.db.get<{ n: number }>(
      sql`select coalesce(sum(lead_count), 0) as n from lead_stage_totals where organization_id = ${ctx.organization.id}`,
    );
    return { count: row?.n ?? 0, isExact: true };
  }
  const row = await ctx.db.get<{ n: number }>(
    sql`select count(*) as n from (select 1 from ${some(ctx, filters)} limit ${most + 1})`,
  );
  const n = row?.n ?? 0;
  return { count: Math.min(n, most), isExact: n <= most };
}

const groupings = {
  stage: sql`leads.stage_id`,
  status: sql`leads.status`,
  assignee: sql`leads.assigned_to`,
  source: sql`leads.source_id`,
  company: sql`leads.company_id`,
};
export type Grouping = keyof typeof groupings;
export const groupingNames = ["stage", "status", "assignee", "source", "company"] as const;
const mostGroups = 200;

export async function groupLeads(
  ctx: Context,
  filters: ReadFilters,
  by: Grouping,
): Promise<{ data: { key: string | null; count: number }[]; isExact: boolean }> {
  if (isEverything(filters) && (by === "stage" || by === "status"))
    return { data: await stageGroups(ctx, by), isExact: true };
  const key = groupings[by];
  const rows = await ctx.db.all<{ key: string | null; count: number }>(
    sql`select key, count(*) as count from (select ${key} as key from ${some(ctx, filters)} limit ${mostCounted + 1})
      group by key order by count desc, key limit ${mostGroups}`,
  );
  const total = rows.reduce((sum, { count }) => sum + count, 0);
  return { data: rows, isExact: total <= mostCounted && rows.length < mostGroups };
}

async function stageGroups(ctx: Context, by: "stage" | "status") {
  const key =
    by === "stage"
      ? sql`stage_id`
      : sql`(select stage.status from lead_stages as stage where stage.id = stage_id)`;
  return await ctx.db.all<{ key: string | null; count: number }>(
    sql`select ${key} as key, sum(lead_count) as count from lead_stage_totals
      where organization_id = ${ctx.organization.id} group by key having sum(lead_count) > 0 order by count desc, key`,
  );
}

function isEverything({ indexed, rest }: ReadFilters): boolean {
  return indexed.length === 0 && rest === undefined;
}

/** By the index of the first filter; a condition alone looks along the latest. */
function some(ctx: Context, filters: ReadFilters): SQL {
  const [drive, ...others] = filters.indexed;
  const rest = whereAll({ ...filters, indexed: others });
  const here = sql`leads.organization_id = ${ctx.organization.id} and leads.is_listed = 1`;
  if (drive?.by !== "tag") return sql`leads where ${and(here, drive?.asked, rest)}`;
  const link = sql`link.organization_id = ${ctx.organization.id} and link.tag_id = ${filters.tagId}`;
  return sql`lead_tag_links as link cross join leads on leads.organization_id = link.organization_id
    and leads.id = link.lead_id where ${and(link, rest)}`;
}
