import type { Id } from "../../db/ids";
import { leadForms } from "../../db/schema/cell/forms";
import { authorize, type Base, type Context } from "../kernel/context";
import { NotFound } from "../kernel/errors";
import { orElse, write } from "../kernel/write";
import { forgetPublished, type PublishedForm } from "./published";
import { type Form, getForm, isForm } from "./queries";

const purpose = "form_challenge";

/** Sealed for this form alone, and never shown again. Null takes it away. */
export async function setChallengeSecret(ctx: Context, id: Id<"form">, secret: string | null): Promise<Form> {
  authorize(ctx, "forms:write");
  const binding = { organizationId: ctx.organization.id, recordId: id, purpose };
  const sealed =
    secret === null ? null : await ctx.sealer.seal(secret, binding, (count) => ctx.random(count));
  const steps = [
    ctx.db.update(leadForms).set({ challengeSecret: sealed, updatedAt: ctx.now() }).where(isForm(ctx, id)),
    orElse(new NotFound()),
  ];
  const action = secret === null ? "form.challenge_removed" : "form.challenge_set";
  await write(ctx, steps, { audit: [{ action, resourceType: "form", resourceId: id }] });
  forgetPublished(id);
  return await getForm(ctx, id);
}

/** Null where the owner wants no challenge: the site key and its secret are both needed. */
export async function openChallengeSecret(base: Base, form: PublishedForm): Promise<string | null> {
  const { challengeSecret, id, organization, settings } = form;
  if (challengeSecret === null || settings.challengeSiteKey === null) return null;
  return await base.sealer.open(challengeSecret, { organizationId: organization.id, recordId: id, purpose });
}
