import { and, eq, sql } from "drizzle-orm";
import * as z from "zod";
import { type Id, isId } from "../../db/ids";
import { campaignEvents, visitorIdentities, visitors } from "../../db/schema/cell/visitors";
import type { Context } from "../kernel/context";
import { defineJob } from "../kernel/jobs";

const payload = z.object({
  leadId: z.string().refine((value): value is Id<"lead"> => isId("lead", value)),
});

/** Of a lead that is erased, its browsers go too, with all they did; the days they were counted in stay numbers (GDPR-01). */
const forgetLead = defineJob("visitors.forget_lead", { queue: "delivery", payload }, (ctx, { leadId }) =>
  forgetVisitorsOf(ctx, leadId),
);

export const visitorJobs = [forgetLead];

export async function forgetVisitorsOf(ctx: Context, leadId: Id<"lead">): Promise<void> {
  const ours = and(
    eq(visitorIdentities.organizationId, ctx.organization.id),
    eq(visitorIdentities.leadId, leadId),
  );
  const browsers = sql`(select visitor_id from visitor_identities where organization_id = ${ctx.organization.id}
    and lead_id = ${leadId} and undone_at is null)`;
  await ctx.db.batch([
    ctx.db
      .delete(campaignEvents)
      .where(
        and(
          eq(campaignEvents.organizationId, ctx.organization.id),
          sql`${campaignEvents.visitorId} in ${browsers}`,
        ),
      ),
    ctx.db
      .delete(visitors)
      .where(and(eq(visitors.organizationId, ctx.organization.id), sql`${visitors.id} in ${browsers}`)),
    ctx.db.delete(visitorIdentities).where(ours),
  ]);
}
