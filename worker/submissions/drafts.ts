import { and, eq, isNull } from "drizzle-orm";
import { formDrafts } from "../../db/schema/cell/submissions";
import { asksSomething, type PublishedForm, type RawAnswers } from "../forms";
import type { Context } from "../kernel/context";
import { NotFound } from "../kernel/errors";
import { write } from "../kernel/write";
import { type Draft, findDraft } from "./queries";
import { draftIdOf } from "./submission-id";

const keptMs = 30 * 86_400_000;

/** As typed, checked only when it is sent. Under the secret that the visitor holds, and only where the form keeps drafts. */
export async function keepDraft(
  ctx: Context,
  form: PublishedForm,
  secret: string,
  { answers, lastKey }: { answers: RawAnswers; lastKey: string },
): Promise<void> {
  const asked = assertKept(form);
  if (!asked.has(lastKey)) throw new NotFound();
  const id = await draftIdOf(ctx.organization.cell, form.id, secret);
  const known = Object.fromEntries(Object.entries(answers).filter(([key]) => asked.has(key)));
  const now = ctx.now();
  const row = {
    id,
    organizationId: ctx.organization.id,
    createdAt: now,
    formId: form.id,
    formVersion: form.versionNumber,
    answers: known,
    lastKey,
    expiresAt: now + keptMs,
    updatedAt: now,
  };
  const change = { answers: known, lastKey, formVersion: form.versionNumber, updatedAt: now };
  const save = ctx.db
    .insert(formDrafts)
    .values(row)
    .onConflictDoUpdate({
      target: formDrafts.id,
      set: change,
      setWhere: and(isNull(formDrafts.sentAt), eq(formDrafts.organizationId, ctx.organization.id)),
    });
  await write(ctx, [save], {
    jobs: [
      {
        queue: "delivery",
        type: "submissions.drop_draft",
        payload: { draftId: id },
        runAt: row.expiresAt,
        dedupeKey: `draft:${id}`,
      },
    ],
  });
}

/** For whoever comes back with the secret; what was sent or has expired is no draft any more. */
export async function resumeDraft(ctx: Context, form: PublishedForm, secret: string): Promise<Draft> {
  assertKept(form);
  const draft = await findDraft(ctx, await draftIdOf(ctx.organization.cell, form.id, secret));
  if (!draft || draft.sentAt !== null || draft.expiresAt <= ctx.now()) throw new NotFound();
  return draft;
}

/** The questions whose answers may be kept: files are not, nor what nobody typed. */
function assertKept({ settings, definition }: PublishedForm): Set<string> {
  if (!settings.keepsDrafts) throw new NotFound();
  const kept = definition.fields.filter(
    (field) => asksSomething(field) && field.type !== "file" && field.type !== "hidden",
  );
  return new Set(kept.map(({ key }) => key));
}
