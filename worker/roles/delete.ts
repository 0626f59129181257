import { and, eq, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { userInvites } from "../../db/schema/control/access";
import { organizationMembers, userRoles } from "../../db/schema/control/organizations";
import { authorize, type Context } from "../kernel/context";
import { Conflict, NotFound } from "../kernel/errors";
import { orElse, refuseWhen, type Step, writeOrganization } from "../kernel/write";
import { assertStandsBelow } from "./change";
import { countPendingInvites, findRole, holdersOf } from "./queries";

/** Only a role that nobody holds and no invite promises; else somebody would be left without one. */
export async function deleteRole(ctx: Context, id: Id<"role">): Promise<void> {
  authorize(ctx, "roles:write");
  const role = await findRole(ctx, id);
  if (!role) throw new NotFound();
  assertStandsBelow(ctx, role);
  const [holders, promised] = await Promise.all([holdersOf(ctx, id), countPendingInvites(ctx, id)]);
  if (holders.length + promised > 0) throw inUse(holders.length, promised);
  const { organizationId, name, permissions } = role;
  const gone = ctx.control
    .delete(userRoles)
    .where(and(eq(userRoles.id, id), eq(userRoles.organizationId, organizationId)));
  await writeOrganization(ctx, [refuseInUse(role.id, organizationId), gone, orElse(new NotFound())], {
    facts: [{ type: "role.deleted", subjectId: id }],
    audit: [
      {
        action: "role.deleted",
        resourceType: "role",
        resourceId: id,
        changes: { before: { name, permissions } },
      },
    ],
  });
}

function refuseInUse(id: Id<"role">, organizationId: Id<"organization">): Step {
  return refuseWhen(
    sql`exists (select 1 from ${organizationMembers} where organization_id = ${organizationId} and custom_role_id = ${id})
      or exists (select 1 from ${userInvites} where organization_id = ${organizationId} and status = 'pending' and custom_role_id = ${id})`,
    new Conflict("role_in_use", "Somebody has just been given this role. Give them another one first."),
  );
}

function inUse(members: number, invites: number): Conflict {
  const who = [
    members === 1 ? "1 member has" : members > 1 ? `${members} members have` : "",
    invites === 1 ? "1 open invite promises" : invites > 1 ? `${invites} open invites promise` : "",
  ].filter(Boolean);
  return new Conflict("role_in_use", `${who.join(" and ")} this role. Give them another one first.`);
}
