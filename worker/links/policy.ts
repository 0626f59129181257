import { eq, sql } from "drizzle-orm";
import { organizations } from "../../db/schema/control/organizations";
import { authorize, type Context } from "../kernel/context";
import { Invalid, NotFound } from "../kernel/errors";
import { orElse, writeOrganization } from "../kernel/write";
import { hostIn, readPolicy, type TargetPolicy } from "./pure/policy";
import { forgetLinksOf } from "./redirect/known";

export async function getTargetPolicy(ctx: Context): Promise<TargetPolicy> {
  const [row] = await ctx.control
    .select({ settings: organizations.settings })
    .from(organizations)
    .where(eq(organizations.id, ctx.organization.id));
  if (!row) throw new NotFound();
  return readPolicy(row.settings);
}

/**
 * Counts for every link at once, also for those that are there: who follows one that leads elsewhere is told so, and it leads on
 * when the rule is gone. It stands in the row that following a link reads anyway.
 */
export async function setTargetPolicy(ctx: Context, wanted: TargetPolicy): Promise<TargetPolicy> {
  authorize(ctx, "organization:update");
  const before = await getTargetPolicy(ctx);
  const after = {
    allowedHosts: hostsOf(wanted.allowedHosts, "/allowedHosts"),
    blockedHosts: hostsOf(wanted.blockedHosts, "/blockedHosts"),
  };
  const update = ctx.control
    .update(organizations)
    .set({
      settings: sql`json_set(${organizations.settings}, '$.linkTargets', json(${JSON.stringify(after)}))`,
      updatedAt: ctx.now(),
    })
    .where(eq(organizations.id, ctx.organization.id));
  await writeOrganization(ctx, [update, orElse(new NotFound())], {
    facts: [
      { type: "organization.updated", subjectId: ctx.organization.id, data: { fields: ["linkTargets"] } },
    ],
    audit: [
      {
        action: "link_targets.updated",
        resourceType: "organization",
        resourceId: ctx.organization.id,
        changes: { before, after },
      },
    ],
  });
  forgetLinksOf(ctx.organization.id);
  return after;
}

function hostsOf(typed: readonly string[], pointer: string): string[] {
  const hosts = typed.map((each, at) => {
    const host = hostIn(each);
    if (host !== null) return host;
    throw Invalid.field(`${pointer}/${at}`, "not_a_host", `“${each}” is no host name, such as example.com.`);
  });
  return [...new Set(hosts)];
}
