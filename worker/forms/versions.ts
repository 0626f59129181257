import { and, desc, eq, lt, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { formVersions } from "../../db/schema/cell/forms";
import { authorize, type Context } from "../kernel/context";
import { NotFound } from "../kernel/errors";
import { orElse, type Step, write } from "../kernel/write";
import { assertEditable, assertRevision, changedMeanwhile, saveStep } from "./change";
import { assertDefinition } from "./definition-faults";
import type { FormDefinition } from "./pure/form";
import { type Form, getForm, isVersionOf } from "./queries";

export type VersionRow = Omit<typeof formVersions.$inferSelect, "definition">;
export type Version = VersionRow & { definition: FormDefinition };

const listed = {
  id: formVersions.id,
  organizationId: formVersions.organizationId,
  createdAt: formVersions.createdAt,
  formId: formVersions.formId,
  number: formVersions.number,
  reason: formVersions.reason,
  createdBy: formVersions.createdBy,
};

/** The latest first, without what is in them. */
export async function listVersions(
  ctx: Context,
  formId: Id<"form">,
  before: number | undefined,
  limit: number,
): Promise<VersionRow[]> {
  return await ctx.db
    .select(listed)
    .from(formVersions)
    .where(and(isVersionOf(ctx, formId), before === undefined ? undefined : lt(formVersions.number, before)))
    .orderBy(desc(formVersions.number))
    .limit(limit + 1);
}

export async function getVersion(ctx: Context, formId: Id<"form">, id: Id<"formVersion">): Promise<Version> {
  const [row] = await ctx.db
    .select()
    .from(formVersions)
    .where(and(isVersionOf(ctx, formId), eq(formVersions.id, id)));
  if (!row) throw new NotFound();
  return { ...row, definition: row.definition as FormDefinition }; // safe: a version is a copy of a checked definition
}

/** To work on again. What stood there is kept as a version of its own, and visitors see no change before it is published. */
export async function restoreVersion(
  ctx: Context,
  formId: Id<"form">,
  versionId: Id<"formVersion">,
  revision: number,
): Promise<Form> {
  authorize(ctx, "forms:write");
  const form = await getForm(ctx, formId);
  const { definition, number } = await getVersion(ctx, formId, versionId);
  assertEditable(form);
  assertRevision(ctx, form, revision);
  assertDefinition(definition);
  const isKeptAlready = form.publishedRevision === form.definitionRevision;
  const steps = [
    ...(isKeptAlready
      ? []
      : [versionStep(ctx, form, { id: ctx.newId("formVersion", ctx.organization.cell), reason: "kept" })]),
    saveStep(ctx, form, { ...form, definition }, ["definition"]),
    orElse(changedMeanwhile(ctx, form)),
  ];
  await write(ctx, steps, {
    facts: [
      {
        type: "form.updated",
        subjectId: formId,
        data: { fields: ["definition"], revision: form.revision + 1 },
      },
    ],
    audit: [
      {
        action: "form.version_restored",
        resourceType: "form",
        resourceId: formId,
        changes: { after: { number } },
      },
    ],
  });
  return await getForm(ctx, formId);
}

type NewVersion = { id: Id<"formVersion">; reason: VersionRow["reason"] };

/** The form as it is worked on, under the next number; never changed again. */
export function versionStep(ctx: Context, form: Form, { id, reason }: NewVersion): Step {
  const number = sql<number>`(select coalesce(max(number), 0) + 1 from form_versions
    where organization_id = ${ctx.organization.id} and form_id = ${form.id})`;
  return ctx.db.insert(formVersions).values({
    id,
    organizationId: ctx.organization.id,
    formId: form.id,
    number,
    reason,
    definition: form.definition,
    createdBy: personBehind(ctx),
    createdAt: ctx.now(),
  });
}

/** The person who stands behind an act: a key acts for whoever made it. */
function personBehind({ actor }: Context): Id<"user"> | null {
  if (actor.kind === "api_key") return actor.createdBy;
  return actor.kind === "user" ? actor.id : null;
}
