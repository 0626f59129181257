import { and, eq, isNull } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { leadForms } from "../../db/schema/cell/forms";
import { authorize, type Context } from "../kernel/context";
import { Conflict, DomainError } from "../kernel/errors";
import type { AuditDraft } from "../kernel/drafts";
import { orElse, type Step, write } from "../kernel/write";
import { assertCustomTargets } from "./custom-targets";
import { assertDefinition } from "./definition-faults";
import { assertMembers } from "./notified";
import { forgetPublished } from "./published";
import type { FormDefinition } from "./pure/form";
import { definitionColumns, type Form, getForm, isForm } from "./queries";
import { changedSettings, type SettingsChange } from "./settings";
import { formToWire } from "./wire";

export type FormChange = {
  revision: number;
  name?: string;
  definition?: FormDefinition;
  settings?: SettingsChange;
  aiPersonalizationEnabled?: boolean;
};

/** The builder saves by this. What it says is saved, not shown: visitors see it when it is published; settings count at once. */
export async function updateForm(ctx: Context, id: Id<"form">, change: FormChange): Promise<Form> {
  authorize(ctx, "forms:write");
  const before = await getForm(ctx, id);
  assertEditable(before);
  const after = await changed(ctx, before, change);
  const fields = changedParts(before, after);
  if (fields.length === 0) return before;
  assertRevision(ctx, before, change.revision);
  await save(ctx, before, after, fields);
  return await getForm(ctx, id);
}

type Parts = Pick<Form, "name" | "definition" | "settings" | "aiPersonalizationEnabled">;
const parts = ["name", "definition", "settings", "aiPersonalizationEnabled"] as const;

async function changed(ctx: Context, before: Form, change: FormChange): Promise<Parts> {
  const { definition = before.definition, settings = {}, name = before.name } = change;
  if (change.definition) {
    assertDefinition(definition);
    await assertCustomTargets(ctx, definition);
  }
  if (settings.notifyMemberIds) await assertMembers(ctx, settings.notifyMemberIds);
  return {
    name,
    definition,
    settings: changedSettings(before.settings, settings),
    aiPersonalizationEnabled: change.aiPersonalizationEnabled ?? before.aiPersonalizationEnabled,
  };
}

function changedParts(before: Parts, after: Parts): (keyof Parts)[] {
  return parts.filter((part) => canonical(before[part]) !== canonical(after[part]));
}

/** Equal whatever order its properties came in. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

async function save(ctx: Context, before: Form, after: Parts, fields: string[]): Promise<void> {
  const steps = [saveStep(ctx, before, after, fields), orElse(changedMeanwhile(ctx, before))];
  try {
    await write(ctx, steps, {
      facts: [
        { type: "form.updated", subjectId: before.id, data: { fields, revision: before.revision + 1 } },
      ],
      audit: auditOf(before, after, fields),
    });
  } catch (error) {
    if (error instanceof DomainError && error.reason === "changed_meanwhile")
      throw changedMeanwhile(ctx, await getForm(ctx, before.id));
    throw error;
  }
  forgetPublished(before.id);
}

/** What counts at once is written down at once. A draft is saved every few seconds; what visitors see of it has a version. */
function auditOf(before: Form, after: Parts, fields: string[]): AuditDraft[] {
  const atOnce = fields.filter((field) => field !== "definition");
  if (atOnce.length === 0) return [];
  const changes = { before: pick(before, atOnce), after: pick(after, atOnce) };
  return [{ action: "form.updated", resourceType: "form", resourceId: before.id, changes }];
}

/** The form as it is now, if nobody was faster. Only a changed definition waits to be published. */
export function saveStep(ctx: Context, before: Form, after: Parts, fields: string[]): Step {
  const revision = before.revision + 1;
  return ctx.db
    .update(leadForms)
    .set({
      name: after.name,
      ...definitionColumns(after.definition),
      formSettings: after.settings,
      aiPersonalizationEnabled: after.aiPersonalizationEnabled,
      revision,
      ...(fields.includes("definition") ? { definitionRevision: revision } : {}),
      updatedAt: ctx.now(),
    })
    .where(
      and(isForm(ctx, before.id), eq(leadForms.revision, before.revision), isNull(leadForms.archivedAt)),
    );
}

function pick(form: Parts, names: string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(form).filter(([name]) => names.includes(name)));
}

export function assertEditable({ archivedAt }: Form): void {
  if (archivedAt !== null) throw new Conflict("form_archived", "This form is archived. Restore it first.");
}

export function assertRevision(ctx: Context, form: Form, revision: number): void {
  if (revision !== form.revision) throw changedMeanwhile(ctx, form);
}

/** Nobody overwrites in silence: whoever began from an older form gets the newer one to look at. */
export function changedMeanwhile(ctx: Context, newer: Form): DomainError {
  return new DomainError("conflict", "Somebody changed this form meanwhile. Look at their version first.", {
    reason: "changed_meanwhile",
    current: formToWire(newer, ctx.settings.APP_URL),
  });
}
