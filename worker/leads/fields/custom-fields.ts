import { and, asc, eq } from "drizzle-orm";
import type { Id } from "../../../db/ids";
import { leadCustomFields } from "../../../db/schema/cell/lead-catalogue";
import type { Context } from "../../kernel/context";
import { NotFound } from "../../kernel/errors";

export type CustomField = typeof leadCustomFields.$inferSelect;
export const maxCustomFields = 100;

/** All of them in their order; archived ones too, because leads still have their values. */
export async function allCustomFields(ctx: Context): Promise<CustomField[]> {
  return await ctx.db
    .select()
    .from(leadCustomFields)
    .where(eq(leadCustomFields.organizationId, ctx.organization.id))
    .orderBy(asc(leadCustomFields.key))
    .limit(maxCustomFields * 2)
    .then((rows) => rows.toSorted((a, b) => a.position - b.position));
}

/** Those that are in use. */
export async function customFieldsOf(ctx: Context): Promise<CustomField[]> {
  return (await allCustomFields(ctx)).filter(({ archivedAt }) => archivedAt === null);
}

export async function getCustomField(ctx: Context, id: Id<"customField">): Promise<CustomField> {
  const [row] = await ctx.db.select().from(leadCustomFields).where(isCustomField(ctx, id));
  if (!row) throw new NotFound();
  return row;
}

export function isCustomField(ctx: Context, id: Id<"customField">) {
  return and(eq(leadCustomFields.id, id), eq(leadCustomFields.organizationId, ctx.organization.id));
}

/** Fields that say how to reach somebody are seen by those who may see that. */
export function isContactField({ type }: Pick<CustomField, "type">): boolean {
  return type === "email" || type === "phone";
}
