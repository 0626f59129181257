import * as z from "zod";
import type { Base } from "../kernel/context";
import { idOf, route } from "../kernel/contract";
import { cursorId, pageOf, pageQuery, toPage } from "../kernel/page";
import { changePlan } from "./change";
import { listPlans } from "./definitions";
import { readUsage } from "./usage";
import { planToWire, planWire, usageToWire, usageWire } from "./wire";

const listPlansRoute = route(
  {
    method: "get",
    path: "/v1/plans",
    operation: "listPlans",
    tag: "Plans",
    summary: "List the plans",
    access: "public",
    query: pageQuery,
    answer: { status: 200, schema: pageOf(planWire) },
  },
  (base, { query }) => pageOfPlans(base, query),
);

/** The few there are come from the isolate's memory; the page is cut from it as it would be from a table. */
async function pageOfPlans(base: Base, { limit, cursor }: { limit: number; cursor?: string | undefined }) {
  const after = cursorId(cursor);
  const plans = await listPlans(base);
  const from = after === undefined ? 0 : plans.findIndex(({ slug }) => slug === after) + 1;
  return toPage(plans.slice(from), limit, ({ slug }) => [slug], planToWire);
}

const readUsageRoute = route(
  {
    method: "get",
    path: "/v1/usage",
    operation: "readUsage",
    tag: "Plans",
    summary: "See what the plan includes and what is used",
    access: "organization",
    permission: "usage:read",
    answer: { status: 200, schema: usageWire },
  },
  async (ctx) => usageToWire(await readUsage(ctx)),
);

const changePlanRoute = route(
  {
    method: "put",
    path: "/v1/operator/organizations/{organizationId}/plan",
    operation: "changeOrganizationPlan",
    tag: "Operator",
    summary: "Put an organization on another plan",
    description: "By hand, and audited in the organization's own log. Limits of the new plan hold at once.",
    access: "operator",
    recentAuthentication: true,
    rate: "write",
    params: z.object({ organizationId: idOf("organization") }),
    body: z.strictObject({ planSlug: z.string().min(1).max(60) }),
    answer: { status: 200, schema: planWire },
    problems: ["conflict", "reauthentication_required"],
  },
  async (ctx, { params, body }) => planToWire(await changePlan(ctx, params.organizationId, body.planSlug)),
);

export const planRoutes = [listPlansRoute, readUsageRoute, changePlanRoute];
