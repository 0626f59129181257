import { and, eq, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { userRoles } from "../../db/schema/control/organizations";
import { actingMember, endLive } from "../organizations";
import { assertFeature } from "../plans";
import { authorize, type Context } from "../kernel/context";
import { Conflict, Invalid, NotFound } from "../kernel/errors";
import { type Permission, systemRoleNames } from "../kernel/permissions";
import { isTaken, orElse, refuseWhen, type Step, writeOrganization } from "../kernel/write";
import { aboveOwn, assertHolds, ownerOnly } from "./grant";
import { type CustomRole, findRole, holdersOf } from "./queries";

const mostRoles = 50;

export type RoleDraft = { name: string; description: string; permissions: Permission[]; level: number };

export async function createRole(ctx: Context, draft: RoleDraft): Promise<CustomRole> {
  authorize(ctx, "roles:write");
  await assertFeature(ctx, "custom_roles");
  assertMayShape(ctx, draft);
  const id = ctx.newId("role");
  const now = ctx.now();
  const { name, description, level } = draft;
  const permissions = withBasics(draft.permissions);
  const row = {
    id,
    organizationId: ctx.organization.id,
    name,
    description,
    permissions,
    hierarchyLevel: level,
  };
  const times = { createdAt: now, updatedAt: now };
  await refuseTakenName(
    writeOrganization(ctx, [refuseTooMany(ctx), ctx.control.insert(userRoles).values({ ...row, ...times })], {
      facts: [{ type: "role.created", subjectId: id }],
      audit: [
        {
          action: "role.created",
          resourceType: "role",
          resourceId: id,
          changes: { after: { name, description, permissions, level } },
        },
      ],
    }),
  );
  return { ...row, ...times, isSystemRole: false };
}

/** What holders of the role may do changes at once, in what they have open too. */
export async function updateRole(
  ctx: Context,
  id: Id<"role">,
  change: Partial<RoleDraft>,
): Promise<CustomRole> {
  authorize(ctx, "roles:write");
  const before = await findRole(ctx, id);
  if (!before) throw new NotFound();
  await assertFeature(ctx, "custom_roles");
  if (Object.keys(change).length === 0) return before;
  assertStandsBelow(ctx, before);
  assertMayShape(ctx, change);
  const after: CustomRole = {
    ...before,
    name: change.name ?? before.name,
    description: change.description ?? before.description,
    permissions: change.permissions ? withBasics(change.permissions) : before.permissions,
    hierarchyLevel: change.level ?? before.hierarchyLevel,
    updatedAt: ctx.now(),
  };
  const { name, description, permissions, hierarchyLevel, updatedAt } = after;
  const update = ctx.control
    .update(userRoles)
    .set({ name, description, permissions, hierarchyLevel, updatedAt })
    .where(and(eq(userRoles.id, id), eq(userRoles.organizationId, ctx.organization.id)));
  await refuseTakenName(
    writeOrganization(ctx, [update, orElse(new NotFound())], {
      facts: [{ type: "role.updated", subjectId: id }],
      audit: [
        {
          action: "role.updated",
          resourceType: "role",
          resourceId: id,
          changes: { before: shown(before), after: shown(after) },
        },
      ],
    }),
  );
  if (change.permissions || change.level !== undefined) {
    endLive(ctx, ctx.organization.id, await holdersOf(ctx, id));
  }
  return after;
}

function shown({ name, description, permissions, hierarchyLevel: level }: CustomRole) {
  return { name, description, permissions, level };
}

/** A role is changed from above, so nobody ever widens the one they hold (ROLE-02). */
export function assertStandsBelow(ctx: Context, { hierarchyLevel }: CustomRole): void {
  if (hierarchyLevel < actingMember(ctx).level) return;
  throw aboveOwn("You can change only roles that stand below your own.");
}

function assertMayShape(ctx: Context, { name, permissions = [], level = 0 }: Partial<RoleDraft>): void {
  if (level >= actingMember(ctx).level) throw aboveOwn("A role that you make stands below your own.");
  if (permissions.some((permission) => ownerOnly.includes(permission))) {
    throw Invalid.field("/permissions", "owner_only", "Deleting and handing over stay with the owner.");
  }
  assertHolds(ctx, permissions);
  if (name !== undefined && systemRoleNames.some((role) => role === name.toLowerCase())) throw nameTaken;
}

/** Every member can see where they are, and leave. */
function withBasics(permissions: readonly Permission[]): Permission[] {
  return [...new Set<Permission>(["organization:read", ...permissions])];
}

function refuseTooMany(ctx: Context): Step {
  const count = sql`(select count(*) from ${userRoles} where organization_id = ${ctx.organization.id})`;
  const tooMany = new Conflict("too_many_roles", `An organization has at most ${mostRoles} custom roles.`);
  return refuseWhen(sql`${count} >= ${mostRoles}`, tooMany);
}

const nameTaken = new Conflict("name_taken", "There is a role with this name already.");

async function refuseTakenName(work: Promise<void>): Promise<void> {
  try {
    return await work;
  } catch (error) {
    throw isTaken(error, "user_roles.name") ? nameTaken : error;
  }
}
