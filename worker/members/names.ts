import { eq } from "drizzle-orm";
import { organizationMembers } from "../../db/schema/control/organizations";
import { users } from "../../db/schema/control/people";
import type { Context } from "../kernel/context";

/** Who works in the organization, or did, by the person's id. */
export async function namesOfMembers(ctx: Context): Promise<Map<string, string>> {
  const rows = await ctx.control
    .select({ id: users.id, name: users.name })
    .from(organizationMembers)
    .innerJoin(users, eq(users.id, organizationMembers.userId))
    .where(eq(organizationMembers.organizationId, ctx.organization.id))
    .limit(2000);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
