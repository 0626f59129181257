import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { formVersions, leadForms } from "../../db/schema/cell/forms";
import { directory } from "../../db/schema/control/platform";
import { authorize, type Context } from "../kernel/context";
import { Conflict, Invalid } from "../kernel/errors";
import { orElse, type Step, write, writeOrganization } from "../kernel/write";
import { assertFeature } from "../plans";
import { assertEditable, assertRevision, changedMeanwhile } from "./change";
import { assertDefinition } from "./definition-faults";
import { forgetPublished } from "./published";
import { asksSomething } from "./pure/form";
import { type Form, getForm, isForm, isVersionOf } from "./queries";
import { versionStep } from "./versions";

/** Visitors see it as it is now, and go on seeing it so until it is published again. */
export async function publishForm(ctx: Context, id: Id<"form">, revision: number): Promise<Form> {
  authorize(ctx, "forms:write");
  await assertFeature(ctx, "forms");
  const form = await getForm(ctx, id);
  assertEditable(form);
  assertRevision(ctx, form, revision);
  assertPublishable(form);
  const isShown = form.publishedVersionId !== null && form.publishedRevision === form.definitionRevision;
  if (isShown) return form;
  await enterDirectory(ctx, id);
  const versionId = ctx.newId("formVersion", ctx.organization.cell);
  const steps = [
    versionStep(ctx, form, { id: versionId, reason: "published" }),
    markPublished(ctx, form, versionId),
    orElse(changedMeanwhile(ctx, form)),
  ];
  await write(ctx, steps, {
    facts: [{ type: "form.published", subjectId: id, data: { name: form.name, versionId } }],
    audit: [
      { action: "form.published", resourceType: "form", resourceId: id, changes: { after: { versionId } } },
    ],
  });
  forgetPublished(id);
  return await getForm(ctx, id);
}

/** Its address answers no more; what came in stays, and it can be published again. */
export async function unpublishForm(ctx: Context, id: Id<"form">): Promise<Form> {
  authorize(ctx, "forms:write");
  const form = await getForm(ctx, id);
  if (form.publishedVersionId === null) return form;
  const steps = [
    ctx.db
      .update(leadForms)
      .set({ ...notPublished, updatedAt: ctx.now() })
      .where(and(isForm(ctx, id), isNotNull(leadForms.publishedVersionId))),
    orElse(new Conflict("not_published", "This form is not published any more.")),
  ];
  await write(ctx, steps, {
    facts: [{ type: "form.unpublished", subjectId: id, data: { name: form.name } }],
    audit: [{ action: "form.unpublished", resourceType: "form", resourceId: id }],
  });
  forgetPublished(id);
  return await getForm(ctx, id);
}

export const notPublished = { publishedVersionId: null, publishedRevision: null, publishedAt: null };

/** A form that was kept by earlier rules is looked at again before anybody sees it. */
function assertPublishable({ definition }: Form): void {
  assertDefinition(definition);
  if (!definition.fields.some((field) => asksSomething(field) && field.type !== "hidden"))
    throw Invalid.field("/definition/fields", "nothing_asked", "Add at least one field before you publish.");
}

function markPublished(ctx: Context, form: Form, versionId: Id<"formVersion">): Step {
  return ctx.db
    .update(leadForms)
    .set({
      publishedVersionId: versionId,
      publishedRevision: form.definitionRevision,
      publishedAt: ctx.now(),
      updatedAt: ctx.now(),
    })
    .where(
      and(
        isForm(ctx, form.id),
        eq(leadForms.revision, form.revision),
        isNull(leadForms.archivedAt),
        sql`exists (select 1 from ${formVersions} where ${isVersionOf(ctx, form.id)} and ${formVersions.id} = ${versionId})`,
      ),
    );
}

/**
 * Where its public name leads. The directory is in another database than the form, so the name is entered first: whatever
 * fails in between leaves a name that leads to a form which is not published, and so to nothing.
 */
async function enterDirectory(ctx: Context, id: Id<"form">): Promise<void> {
  const { id: organizationId, cell } = ctx.organization;
  const now = ctx.now();
  await writeOrganization(ctx, [
    ctx.control
      .insert(directory)
      .values({
        id: ctx.newId("directory"),
        kind: "form",
        key: id,
        resourceId: id,
        organizationId,
        cell,
        createdAt: now,
        updatedAt: now,
      })
      .onConflictDoNothing(),
  ]);
}
