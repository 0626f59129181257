import { type SQL, sql } from "drizzle-orm";
import type { Id } from "../../../db/ids";
import type { leads } from "../../../db/schema/cell/leads";
import { authorize, type Context } from "../../kernel/context";
import { Invalid } from "../../kernel/errors";
import { assertMember } from "../../members";
import { customFieldsOf } from "../fields/custom-fields";
import type { Filters } from "../listing/filters";
import { columnsOfStage } from "../move";
import { type CustomValue, readCustomValues } from "../pure/custom-values";
import type { Lead } from "../queries";
import { stageFor } from "../catalogue/stages";
import { getTag } from "../catalogue/tags";
import type { Aspect } from "../upkeep";

export type BulkSelection = { ids: Id<"lead">[] } | { filters: Filters };
export type BulkChange =
  | { kind: "stage"; stageId: Id<"leadStage">; reason?: string | undefined }
  | { kind: "assignee"; assignedTo: Id<"user"> | null }
  | { kind: "tags"; add: Id<"leadTag">[]; remove: Id<"leadTag">[] }
  | { kind: "field"; key: string; value: CustomValue | null }
  | { kind: "delete" };

type Columns = Partial<typeof leads.$inferInsert>;
/** What a lead becomes; null where it is that already. */
export type Change = (lead: Lead) => Columns | null;

export const aspectsOfKind: Record<BulkChange["kind"], Aspect[]> = {
  stage: ["totals"],
  assignee: [],
  tags: ["tags"],
  field: ["fields"],
  delete: [],
};

/** Checked when it is asked for, and again when it is done (ROLE-04, ROLE-07). */
export async function prepareChange(ctx: Context, change: BulkChange): Promise<Change> {
  authorize(ctx, "leads:write");
  switch (change.kind) {
    case "stage":
      return await toStage(ctx, change);
    case "assignee":
      return await toAssignee(ctx, change.assignedTo);
    case "tags":
      return await withTags(ctx, change);
    case "field":
      return await withValue(ctx, change);
    case "delete":
      authorize(ctx, "leads:delete");
      return () => ({});
  }
}

async function toStage(
  ctx: Context,
  { stageId, reason }: Extract<BulkChange, { kind: "stage" }>,
): Promise<Change> {
  const stage = await stageFor(ctx, stageId, "/change/stageId");
  return (lead) => (lead.stageId === stage.id ? null : columnsOfStage(ctx, lead, stage, reason));
}

async function toAssignee(ctx: Context, to: Id<"user"> | null): Promise<Change> {
  authorize(ctx, "leads:assign");
  if (to) await assertMember(ctx, to, "/change/assignedTo");
  return (lead) => (lead.assignedTo === to ? null : { assignedTo: to, assignedAt: to ? ctx.now() : null });
}

async function withTags(
  ctx: Context,
  { add, remove }: Extract<BulkChange, { kind: "tags" }>,
): Promise<Change> {
  if (add.length + remove.length === 0)
    throw Invalid.field("/change/add", "required", "Name a tag to add or to remove.");
  for (const id of [...add, ...remove]) await getTag(ctx, id);
  return ({ tags }) => {
    const after = [...new Set([...tags, ...add])].filter((id) => !remove.some((gone) => gone === id));
    return JSON.stringify(after) === JSON.stringify(tags) ? null : { tags: after };
  };
}

async function withValue(
  ctx: Context,
  { key, value }: Extract<BulkChange, { kind: "field" }>,
): Promise<Change> {
  const fields = await customFieldsOf(ctx);
  const { values, errors } = readCustomValues(fields, { [key]: value }, "/change/value");
  const field = fields.find((each) => each.key === key);
  if (errors.length > 0) throw new Invalid(errors);
  if (field?.isUnique)
    throw Invalid.field("/change/key", "unique_field", "Every lead has a value of its own in this field.");
  if (field?.isRequired && value === null)
    throw Invalid.field("/change/value", "required", "This field is required.");
  return ({ customFields }) => {
    const { [key]: before, ...others } = customFields;
    const after = values[key];
    if (JSON.stringify(before ?? null) === JSON.stringify(after ?? null)) return null;
    return { customFields: after === null || after === undefined ? others : { ...others, [key]: after } };
  };
}

/** A column as SQL for the rows of a lot, each from its own entry of one JSON object. */
export function fromLot(lot: string, column: string, isJson: boolean): SQL {
  const entry = sql`(${lot} -> leads.id)`;
  return isJson ? sql`${entry} -> ${column}` : sql`${entry} ->> ${column}`;
}
