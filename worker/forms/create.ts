import type { Id } from "../../db/ids";
import { leadForms } from "../../db/schema/cell/forms";
import { getBusiness } from "../businesses";
import { authorize, type Context } from "../kernel/context";
import { write } from "../kernel/write";
import { assertFeature } from "../plans";
import { assertCustomTargets } from "./custom-targets";
import { assertDefinition } from "./definition-faults";
import type { FormDefinition } from "./pure/form";
import { definitionColumns, type Form, getForm, refuseUnlessBusiness } from "./queries";
import { type FormSettings, plainSettings } from "./settings";
import { type TemplateKey, templateFor } from "./templates";

export type FormDraft = {
  businessId: Id<"business">;
  name?: string;
  template?: TemplateKey;
  definition?: FormDefinition;
};

/** From a template unless a definition is given; in the colours of its business. */
export async function createForm(ctx: Context, draft: FormDraft): Promise<Form> {
  authorize(ctx, "forms:write");
  await assertFeature(ctx, "forms");
  const business = await getBusiness(ctx, draft.businessId);
  const template = templateFor(draft.template ?? "contact", business);
  const definition = draft.definition ?? template.definition;
  assertDefinition(definition);
  await assertCustomTargets(ctx, definition);
  const name = draft.name ?? (draft.definition?.title || template.name);
  return await insertForm(ctx, {
    businessId: business.id,
    name,
    definition,
    settings: plainSettings,
    from: draft.definition ? {} : { template: draft.template ?? "contact" },
  });
}

/** The same form again, not published, with nobody's answers and without the secret of its challenge. */
export async function duplicateForm(ctx: Context, id: Id<"form">): Promise<Form> {
  authorize(ctx, "forms:write");
  await assertFeature(ctx, "forms");
  const { businessId, name, definition, settings } = await getForm(ctx, id);
  return await insertForm(ctx, {
    businessId,
    name: `${name.slice(0, 110)} (copy)`,
    definition,
    settings,
    from: { form: id },
  });
}

type NewForm = {
  businessId: Id<"business">;
  name: string;
  definition: FormDefinition;
  settings: FormSettings;
  from: Record<string, unknown>;
};

async function insertForm(
  ctx: Context,
  { businessId, name, definition, settings, from }: NewForm,
): Promise<Form> {
  const id = ctx.newId("form", ctx.organization.cell);
  const now = ctx.now();
  const steps = [
    ...refuseUnlessBusiness(ctx, businessId),
    ctx.db.insert(leadForms).values({
      id,
      organizationId: ctx.organization.id,
      businessId,
      name,
      ...definitionColumns(definition),
      formSettings: settings,
      createdAt: now,
      updatedAt: now,
    }),
  ];
  await write(ctx, steps, {
    facts: [{ type: "form.created", subjectId: id, data: { businessId, name } }],
    audit: [
      { action: "form.created", resourceType: "form", resourceId: id, changes: { after: { name, ...from } } },
    ],
  });
  return await getForm(ctx, id);
}
