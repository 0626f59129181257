import { and, eq } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { activities } from "../../db/schema/cell/activities";
import type { Context } from "../kernel/context";

/** Of a lead that is erased, what was done about them goes too (GDPR-01). */
export async function forgetActivitiesOf(ctx: Context, leadId: Id<"lead">): Promise<void> {
  await ctx.db
    .delete(activities)
    .where(and(eq(activities.organizationId, ctx.organization.id), eq(activities.leadId, leadId)));
}
