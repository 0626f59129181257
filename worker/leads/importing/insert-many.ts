import { getTableColumns, type SQL, sql } from "drizzle-orm";
import { leads } from "../../../db/schema/cell/leads";
import type { Context } from "../../kernel/context";
import type { Step } from "../../kernel/write";
import type { Lead, LeadDraft } from "../queries";
import { firstSearchSteps } from "../listing/search-index";
import { putIn } from "../upkeep";

/** Leads that are in every list at once, however many, in five statements. */
export function insertMany(ctx: Context, drafts: readonly LeadDraft[]): Step[] {
  if (drafts.length === 0) return [];
  const said = new Set(drafts.flatMap((draft) => Object.keys(draft)));
  const columns = Object.entries(getTableColumns(leads));
  const values = columns.map(([name, column]) => valueOf(name, column, said.has(name)));
  const rows = JSON.stringify(drafts.map((draft) => withDefaults(draft, said)));
  return [
    ctx.db.insert(leads).select(sql`select ${sql.join(values, sql`, `)} from json_each(${rows}) where true`),
    ...putIn(
      ctx,
      drafts.map(({ id }) => id),
    ),
    ...firstSearchSteps(
      ctx,
      drafts.map((draft) => ({ ...blank, ...draft })),
    ),
  ];
}

const blank = {
  firstName: "",
  lastName: "",
  jobTitle: "",
  email: null,
  phone: null,
  notes: "",
  companyName: "",
};

type Column = (typeof leads)[keyof Lead];

function valueOf(name: string, column: Column, isSaid: boolean): SQL {
  if (!isSaid) return sql`${plain(column.default)}`;
  return column.dataType === "json" ? sql`nullif(value -> ${name}, 'null')` : sql`value ->> ${name}`;
}

/** A row of a lot may leave out what another one says. */
function withDefaults(draft: LeadDraft, said: ReadonlySet<string>): Record<string, unknown> {
  const columns = getTableColumns(leads);
  const row: Record<string, unknown> = { ...draft };
  // safe: a draft names columns of a lead
  for (const name of said) row[name] ??= columns[name as keyof Lead].default ?? null;
  return row;
}

function plain(value: unknown): string | number | null {
  if (value === undefined || value === null) return null;
  if (typeof value === "boolean") return Number(value);
  return typeof value === "object" ? JSON.stringify(value) : (value as string | number); // safe: what is left of a column's default
}
