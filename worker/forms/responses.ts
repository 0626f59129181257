import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { leadForms } from "../../db/schema/cell/forms";
import type { Context } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { orElse, type Step } from "../kernel/write";
import type { PublishedForm } from "./published";

/**
 * For the batch of one response: counted and judged in the same statement, so a limit of ten is ten however many come at
 * once. The limit is read from the row, not from what was cached.
 */
export function countResponseSteps(ctx: Context, { id }: Pick<PublishedForm, "id">): Step[] {
  const { archivedAt, formSettings, organizationId, publishedVersionId, responseCount } = leadForms;
  const limit = sql`${formSettings} ->> 'responseLimit'`;
  return [
    ctx.db
      .update(leadForms)
      .set({ responseCount: sql`${responseCount} + 1` })
      .where(
        and(
          eq(leadForms.id, id),
          eq(organizationId, ctx.organization.id),
          isNull(archivedAt),
          isNotNull(publishedVersionId),
          sql`(${limit} is null or ${responseCount} < ${limit})`,
        ),
      ),
    orElse(new DomainError("gone", "This form takes no more answers.", { reason: "form_full" })),
  ];
}

/** For a response that turned out not to be one: its place is free again. */
export function uncountResponseStep(ctx: Context, { id }: Pick<PublishedForm, "id">): Step {
  const { organizationId, responseCount } = leadForms;
  return ctx.db
    .update(leadForms)
    .set({ responseCount: sql`max(0, ${responseCount} - 1)` })
    .where(and(eq(leadForms.id, id), eq(organizationId, ctx.organization.id)));
}
