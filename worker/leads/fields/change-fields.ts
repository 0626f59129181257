import { sql } from "drizzle-orm";
import type { Id } from "../../../db/ids";
import { leadCustomFields } from "../../../db/schema/cell/lead-catalogue";
import { authorize, type Context } from "../../kernel/context";
import { Conflict, Invalid, NotFound } from "../../kernel/errors";
import type { JobDraft } from "../../kernel/drafts";
import { isTaken, orElse, refuseWhen, write } from "../../kernel/write";
import { type CustomField, getCustomField, isCustomField, maxCustomFields } from "./custom-fields";

export type FieldDraft = Pick<
  CustomField,
  "key" | "label" | "type" | "description" | "options" | "isRequired" | "isUnique" | "isFilterable"
>;
export type FieldChange = Partial<Omit<FieldDraft, "key" | "type">> & {
  position?: number | undefined;
  archived?: boolean | undefined;
};

export async function createCustomField(ctx: Context, draft: FieldDraft): Promise<CustomField> {
  authorize(ctx, "leads:configure");
  assertOptions(draft);
  const id = ctx.newId("customField", ctx.organization.cell);
  const now = ctx.now();
  const count = sql`(select count(*) from lead_custom_fields where organization_id = ${ctx.organization.id} and archived_at is null)`;
  const row = {
    ...draft,
    id,
    organizationId: ctx.organization.id,
    position: sql<number>`${count}`,
    createdAt: now,
    updatedAt: now,
  };
  const isFull = refuseWhen(
    sql`${count} >= ${maxCustomFields}`,
    new Conflict("too_many_fields", `There are at most ${maxCustomFields} fields.`),
  );
  try {
    await write(ctx, [isFull, ctx.db.insert(leadCustomFields).values(row)], {
      facts: [{ type: "custom_field.created", subjectId: id, data: { key: draft.key } }],
      audit: [
        {
          action: "custom_field.created",
          resourceType: "custom_field",
          resourceId: id,
          changes: { after: draft },
        },
      ],
    });
  } catch (error) {
    throw isTaken(error, "lead_custom_fields.key")
      ? new Conflict("key_taken", "There is a field with this key already.")
      : error;
  }
  return await getCustomField(ctx, id);
}

/** Key and type stay, so that values stay what they are. A field that becomes filterable gets its index by a job. */
export async function updateCustomField(
  ctx: Context,
  id: Id<"customField">,
  change: FieldChange,
): Promise<CustomField> {
  authorize(ctx, "leads:configure");
  const before = await getCustomField(ctx, id);
  assertOptions({ ...before, ...change });
  const { archived, ...plain } = change;
  const archivedAt = archived === undefined ? {} : { archivedAt: archived ? ctx.now() : null };
  const update = ctx.db
    .update(leadCustomFields)
    .set({ ...plain, ...archivedAt, updatedAt: ctx.now() })
    .where(isCustomField(ctx, id));
  await write(ctx, [update, orElse(new NotFound())], {
    facts: [{ type: "custom_field.updated", subjectId: id }],
    audit: [
      {
        action: "custom_field.updated",
        resourceType: "custom_field",
        resourceId: id,
        changes: { before, after: change },
      },
    ],
    jobs: indexJobs(before, { ...before, ...plain }),
  });
  return await getCustomField(ctx, id);
}

function indexJobs(before: CustomField, after: CustomField): JobDraft[] {
  const [was, is] = [before, after].map((field) => field.isFilterable || field.isUnique);
  return was === is
    ? []
    : [{ queue: "delivery", type: "leads.index_field", payload: { fieldId: before.id, after: null } }];
}

function assertOptions({ type, options }: Pick<FieldDraft, "type" | "options">): void {
  const chooses = type === "select" || type === "multiselect";
  if (chooses === options.length > 0) return;
  const detail = chooses ? "Give at least one option to choose." : "Only fields that choose have options.";
  throw Invalid.field("/options", "options", detail);
}
