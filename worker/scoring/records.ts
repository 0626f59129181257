import { eq, and, inArray, type SQL } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Id } from "../../db/ids";
import { leads } from "../../db/schema/cell/leads";
import type { Context } from "../kernel/context";
import { type ConditionRecord, fieldsOf } from "../kernel/conditions";
import { idsIn } from "../kernel/id-list";
import type { Rule } from "./pure/rule";
import type { AskableFields } from "./rules";

/** What the rules ask of some leads, read by the very columns that a list is filtered by. */
export async function recordsOf(
  ctx: Context,
  leadIds: readonly Id<"lead">[],
  rules: readonly Rule[],
  fields: AskableFields,
): Promise<Map<Id<"lead">, ConditionRecord>> {
  const asked = new Set(
    rules.flatMap((rule) => (rule.kind === "property" ? [...fieldsOf(rule.condition)] : [])),
  );
  const names = [...asked].filter((name) => Object.hasOwn(fields, name));
  const columns = Object.fromEntries(
    // safe: a field's column is a column of leads, or an expression over them
    names.map((name, place) => [`f${place}`, fields[name]?.column as SQLiteColumn | SQL]),
  );
  const rows = await ctx.db
    .select({ ...columns, id: leads.id })
    .from(leads)
    .where(and(eq(leads.organizationId, ctx.organization.id), inArray(leads.id, idsIn(leadIds))));
  return new Map(
    rows.map((row: Record<string, unknown>) => [
      row["id"] as Id<"lead">, // safe: selected above
      Object.fromEntries(names.map((name, place) => [name, valueOf(row[`f${place}`], fields[name]?.key)])),
    ]),
  );
}

/** The column itself, or one property of the object in it. */
function valueOf(value: unknown, key: string | undefined): unknown {
  if (key === undefined) return value;
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return null;
  return (value as Record<string, unknown>)[key]; // safe: it is an object and has the key
}
