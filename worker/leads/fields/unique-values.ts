import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context";
import type { CustomField } from "./custom-fields";
import { keptValue } from "../draft";
import type { JudgedRow, RowFault } from "../importing/judge-rows";
import type { Outcome } from "../pure/row-outcomes";
import type { Lead } from "../queries";

/** A value that only one lead may have, and which lead has it already. */
export type UniqueValue = {
  row: JudgedRow;
  field: CustomField;
  fieldId: string;
  value: string | number;
  takenBy: string | null;
};

export async function uniqueValues(
  ctx: Context,
  fields: readonly CustomField[],
  rows: readonly JudgedRow[],
): Promise<UniqueValue[]> {
  const claims = fields
    .filter(({ isUnique }) => isUnique)
    .flatMap((field) =>
      rows.flatMap((row) => {
        const value = row.custom[field.key];
        return value === undefined || value === null
          ? []
          : [{ row, field, fieldId: field.id, value: keptValue(value) }];
      }),
    );
  if (claims.length === 0) return [];
  const asked = JSON.stringify(claims.map(({ fieldId, value }) => ({ fieldId, value })));
  const taken = await ctx.db.all<{ place: number; leadId: string }>(
    sql`select claim.key as place, kept.lead_id as leadId from json_each(${asked}) as claim
      cross join lead_field_values as kept on kept.organization_id = ${ctx.organization.id}
      and kept.field_id = claim.value ->> 'fieldId' and kept.value = claim.value ->> 'value'`,
  );
  const holders = new Map(taken.map(({ place, leadId }) => [place, leadId]));
  return claims.map((claim, place) => ({ ...claim, takenBy: holders.get(place) ?? null }));
}

/** Rows that say what another lead, or an earlier row about somebody else, says already. */
export function doublesIn(
  outcomes: readonly Outcome<JudgedRow, Lead>[],
  unique: readonly UniqueValue[],
): Map<JudgedRow, RowFault[]> {
  const targetOf = new Map(outcomes.map(({ row, does, target }) => [row, does === "skip" ? null : target]));
  const firstTo = new Map<string, unknown>();
  const faults = new Map<JudgedRow, RowFault[]>();
  for (const { row, field, fieldId, value, takenBy } of unique) {
    const target = targetOf.get(row);
    if (!target) continue;
    const key = `${fieldId} ${value}`;
    const isFree = takenBy === null || takenBy === target.known?.id;
    if (isFree && (firstTo.get(key) ?? target) === target) firstTo.set(key, target);
    else
      faults.set(row, [
        { field: `custom.${field.key}`, detail: `Another lead has this ${field.label} already.` },
      ]);
  }
  return faults;
}
