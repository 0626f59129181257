import { and, eq, ne } from "drizzle-orm";
import { cellOf, type Id } from "../../db/ids";
import { organizations } from "../../db/schema/control/organizations";
import type { OperatorContext } from "../kernel/context";
import { Conflict, Invalid, NotFound } from "../kernel/errors";
import { orElse, writeControl } from "../kernel/write";
import { listPlans, type PlanDefinition } from "./definitions";

/** By the platform's own hand. What is over the new limits stays and can be read; only more of it is refused. */
export async function changePlan(
  ctx: OperatorContext,
  organizationId: Id<"organization">,
  planSlug: string,
): Promise<PlanDefinition> {
  const plan = (await listPlans(ctx)).find(({ slug }) => slug === planSlug);
  if (!plan) throw Invalid.field("/planSlug", "unknown_plan", "There is no plan with this name.");
  const before = await findPlanSlug(ctx, organizationId);
  if (before === planSlug) return plan;
  await writeControl(
    ctx,
    { organizationId, cell: cellOf(organizationId), actor: ctx.actor },
    [
      ctx.control
        .update(organizations)
        .set({ planSlug, updatedAt: ctx.now() })
        .where(and(eq(organizations.id, organizationId), eq(organizations.planSlug, before))),
      orElse(new Conflict("plan_changed", "Somebody else has just changed this plan.")),
    ],
    {
      facts: [{ type: "organization.plan_changed", subjectId: organizationId, data: { planSlug } }],
      audit: [
        {
          action: "organization.plan_changed",
          resourceType: "organization",
          resourceId: organizationId,
          changes: { before: { planSlug: before }, after: { planSlug } },
        },
      ],
    },
  );
  return plan;
}

async function findPlanSlug(ctx: OperatorContext, organizationId: Id<"organization">): Promise<string> {
  const [row] = await ctx.control
    .select({ planSlug: organizations.planSlug })
    .from(organizations)
    .where(and(eq(organizations.id, organizationId), ne(organizations.status, "deleted")));
  if (!row) throw new NotFound();
  return row.planSlug;
}
