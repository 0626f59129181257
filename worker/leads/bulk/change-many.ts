import { getTableColumns, type SQL, sql } from "drizzle-orm";
import { leads } from "../../../db/schema/cell/leads";
import type { Context } from "../../kernel/context";
import type { Step } from "../../kernel/write";
import { isLeadNamed, type Lead, type LeadDraft } from "../queries";
import { searchSteps } from "../listing/search-index";
import { aspectsOf, withUpkeep } from "../upkeep";

export type LeadSet = { lead: Lead; set: Partial<LeadDraft> };

const searched = new Set(["firstName", "lastName", "jobTitle", "email", "phone", "notes", "companyName"]);

/** Each lead its own columns, in one statement; what a lead's entry does not name stays as it is. */
export function changeMany(ctx: Context, changes: readonly LeadSet[]): Step[] {
  if (changes.length === 0) return [];
  const names = [...new Set(changes.flatMap(({ set }) => Object.keys(set)))];
  const columns = getTableColumns(leads);
  const lot = JSON.stringify(Object.fromEntries(changes.map(({ lead, set }) => [lead.id, set])));
  const set = Object.fromEntries(
    // safe: a change names columns of a lead
    names.map((name) => [name, saidOr(name, columns[name as keyof typeof columns])]),
  );
  const update = ctx.db
    .update(leads)
    .set(set)
    .from(sql`json_each(${lot}) as said`)
    .where(isLeadNamed(ctx, sql`said.key`));
  const ids = changes.map(({ lead }) => lead.id);
  const moved = changes.filter(({ set: given }) => Object.keys(given).some((name) => searched.has(name)));
  return [
    ...withUpkeep(ctx, ids, [update], aspectsOf(names)),
    ...searchSteps(
      ctx,
      moved.map(({ lead, set: given }) => ({ ...lead, ...given })),
    ),
  ];
}

function saidOr(name: string, column: (typeof leads)[keyof typeof leads.$inferSelect]): SQL {
  const given =
    column.dataType === "json" ? sql`nullif(said.value -> ${name}, 'null')` : sql`said.value ->> ${name}`;
  return sql`case when said.value -> ${name} is null then ${column} else ${given} end`;
}
