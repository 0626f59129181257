import { and, isNotNull, isNull } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { leadForms } from "../../db/schema/cell/forms";
import { authorize, type Context } from "../kernel/context";
import { write } from "../kernel/write";
import { forgetPublished } from "./published";
import { notPublished } from "./publish";
import { type Form, getForm, isForm, refuseUnlessBusiness } from "./queries";

/** Taken down and put away; its answers stay, and it can come back. Doing it twice changes nothing. */
export async function archiveForm(ctx: Context, id: Id<"form">): Promise<Form> {
  authorize(ctx, "forms:write");
  const { archivedAt, name } = await getForm(ctx, id);
  if (archivedAt === null) {
    const steps = [
      ctx.db
        .update(leadForms)
        .set({ ...notPublished, archivedAt: ctx.now(), updatedAt: ctx.now() })
        .where(and(isForm(ctx, id), isNull(leadForms.archivedAt))),
    ];
    await write(ctx, steps, {
      facts: [{ type: "form.archived", subjectId: id, data: { name } }],
      audit: [{ action: "form.archived", resourceType: "form", resourceId: id }],
    });
    forgetPublished(id);
  }
  return await getForm(ctx, id);
}

/** Back among the others, not published. */
export async function restoreForm(ctx: Context, id: Id<"form">): Promise<Form> {
  authorize(ctx, "forms:write");
  const { archivedAt, businessId, name } = await getForm(ctx, id);
  if (archivedAt !== null) {
    const steps = [
      ...refuseUnlessBusiness(ctx, businessId),
      ctx.db
        .update(leadForms)
        .set({ archivedAt: null, updatedAt: ctx.now() })
        .where(and(isForm(ctx, id), isNotNull(leadForms.archivedAt))),
    ];
    await write(ctx, steps, {
      facts: [{ type: "form.restored", subjectId: id, data: { name } }],
      audit: [{ action: "form.restored", resourceType: "form", resourceId: id }],
    });
  }
  return await getForm(ctx, id);
}
