import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { leadForms } from "../../db/schema/cell/forms";
import type { Context } from "../kernel/context";
import type { Step } from "../kernel/write";

/** As it stands in the row at that moment, for whoever judges by it in a statement of their own; null where there is none. */
export function responseLimitOf(ctx: Context, id: Id<"form">): SQL<number | null> {
  return sql`(select form_settings ->> 'responseLimit' from lead_forms
    where id = ${id} and organization_id = ${ctx.organization.id})`;
}

/** How many there are, from whoever counted them. */
export function responseCountStep(ctx: Context, id: Id<"form">, count: SQL<number>): Step {
  return ctx.db
    .update(leadForms)
    .set({ responseCount: count })
    .where(and(eq(leadForms.id, id), eq(leadForms.organizationId, ctx.organization.id)));
}
