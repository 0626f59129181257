import type { Id } from "../../db/ids";
import { authorize, type Context } from "../kernel/context";
import { Invalid } from "../kernel/errors";
import {
  assertSource,
  type CustomFieldShape,
  customFieldsOf,
  getTag,
  type ImportRules,
  simplify,
  stageFor,
} from "../leads";
import { assertMember } from "../members";
import type { Plan } from "./plan";
import { ownTargets } from "./guess";
import type { Reading } from "./read-row";

export type NewField = { key: string; label: string; type: CustomFieldShape["type"] };
export type Resolved = {
  reading: Reading;
  rules: ImportRules;
  /** Fields to be made before the first row is read. */
  newFields: NewField[];
};

/** A plan held against this organization: every field and id in it is looked up here (TEN-02, ROLE-04). */
export async function resolvePlan(ctx: Context, plan: Plan, by: Id<"user"> | null): Promise<Resolved> {
  authorize(ctx, "leads:write");
  const fields = await customFieldsOf(ctx);
  const newFields = newFieldsOf(plan, new Set(fields.map(({ key }) => key)));
  const columns = plan.columns.flatMap(({ column, to, newField }, place) => {
    if (newField) return { column, to: `custom.${newFields.get(place)?.key}` };
    return to === undefined ? [] : { column, to };
  });
  const made = [...newFields.values()];
  assertTargets(
    columns,
    [...fields, ...made].map(({ key }) => key),
  );
  await assertRefersHere(ctx, plan, columns);
  if (newFields.size > 0) authorize(ctx, "leads:configure");
  const { currency, decimal, dates, duplicates, stageId, sourceId, assignedTo, tagIds } = plan;
  const shapes = made.map(({ key, type }) => ({ key, type, options: [], isRequired: false }));
  return {
    reading: { columns, currency, decimal, dates, fields: [...fields, ...shapes] },
    rules: { duplicates, stageId, sourceId, assignedTo, tagIds, by },
    newFields: made,
  };
}

/** By the place of their column; each with a key that no other field has. */
function newFieldsOf({ columns }: Plan, taken: Set<string>): Map<number, NewField> {
  const made = new Map<number, NewField>();
  for (const [place, { newField }] of columns.entries()) {
    if (!newField) continue;
    const stem = simplify(newField.label)
      .replaceAll(/[^a-z0-9]+/g, "_")
      .replaceAll(/^[_0-9]+|_+$/g, "");
    const base = (stem || "field").slice(0, 30);
    let key = base;
    for (let n = 2; taken.has(key); n++) key = `${base}_${n}`;
    taken.add(key);
    made.set(place, { key, ...newField });
  }
  return made;
}

function assertTargets(columns: Reading["columns"], keys: readonly string[]): void {
  const known = new Set<string>([...ownTargets, ...keys.map((key) => `custom.${key}`)]);
  const seen = new Set<string>();
  for (const [place, { to }] of columns.entries()) {
    const pointer = `/columns/${place}/to`;
    if (!known.has(to)) throw Invalid.field(pointer, "unknown_field", "There is no such field.");
    if (seen.has(to))
      throw Invalid.field(pointer, "taken_twice", "Two columns cannot become the same field.");
    seen.add(to);
  }
  if (columns.length === 0)
    throw Invalid.field("/columns", "required", "Say of at least one column what it is.");
}

async function assertRefersHere(ctx: Context, plan: Plan, columns: Reading["columns"]): Promise<void> {
  const { stageId, sourceId, assignedTo, tagIds } = plan;
  if (stageId) await stageFor(ctx, stageId, "/stageId");
  if (sourceId) await assertSource(ctx, sourceId, "/sourceId");
  if (assignedTo || columns.some(({ to }) => to === "assignee")) authorize(ctx, "leads:assign");
  if (assignedTo) await assertMember(ctx, assignedTo, "/assignedTo");
  for (const id of tagIds) await getTag(ctx, id);
}
