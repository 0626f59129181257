import { and, eq, ne, type SQL, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { organizationMembers } from "../../db/schema/control/organizations";
import { actingMember, endLive, refuseUnlessStillActing } from "../organizations";
import { seatsPromised, withinPlan } from "../plans";
import { assertMayGrant, type Grant, ownerOnly, resolveGrant, type WantedRole } from "../roles";
import { authorize, type Context } from "../kernel/context";
import { Conflict, Invalid } from "../kernel/errors";
import { orElse, type Step, writeOrganization } from "../kernel/write";
import { getMember, levelOf, type Member, type MemberInTeams } from "./queries";
import { assertMayAct, type Ranked } from "./rank";

export type MemberChange = WantedRole & {
  permissionOverrides?: string[];
  status?: "active" | "suspended";
};

/** Another role, exceptions from it, or a pause. A new role begins without the exceptions of the old one. */
export async function changeMember(
  ctx: Context,
  id: Id<"member">,
  change: MemberChange,
): Promise<MemberInTeams> {
  authorize(ctx, "members:update");
  const target = await getMember(ctx, id);
  assertMayAct("change", rankOfActor(ctx), { ...target, level: levelOf(target) });
  const { grant, overrides } = await decideRights(ctx, target, change);
  const after = { role: grant.role, customRoleId: grant.customRoleId, permissions: overrides };
  const status = change.status ?? target.status;
  if (isSame(target, { ...after, status })) return target;
  const update = ctx.control
    .update(organizationMembers)
    .set({ ...after, status, updatedAt: ctx.now() })
    .where(asItWas(ctx, target));
  await writeOrganization(
    ctx,
    [
      refuseUnlessStillActing(ctx),
      ...(await seatSteps(ctx, target, status)),
      update,
      orElse(changedMeanwhile),
    ],
    {
      facts: factTypes(target, { ...after, status }).map((type) => ({ type, subjectId: id })),
      audit: [
        {
          action: "member.updated",
          resourceType: "member",
          resourceId: id,
          changes: { before: shown(target), after: { ...after, status } },
        },
      ],
    },
  );
  endLive(ctx, ctx.organization.id, [target.userId]);
  return await getMember(ctx, id);
}

export function rankOfActor(ctx: Context): Ranked {
  const { memberId, role, level } = actingMember(ctx);
  return { id: memberId, role, level };
}

/** What was judged is what is changed: a role that moved in between is looked at again. */
export function asItWas(ctx: Context, target: Member): SQL | undefined {
  return and(
    eq(organizationMembers.id, target.id),
    eq(organizationMembers.organizationId, ctx.organization.id),
    eq(organizationMembers.role, target.role),
    ne(organizationMembers.role, "owner"),
    sql`${organizationMembers.customRoleId} is ${target.customRoleId}`,
  );
}

export const changedMeanwhile = new Conflict(
  "member_changed",
  "Somebody else has just changed this member. Look again, then decide.",
);

type Rights = { grant: Grant; overrides: string[] };

async function decideRights(ctx: Context, target: Member, change: MemberChange): Promise<Rights> {
  const wantsRole = change.role !== undefined || change.customRoleId !== undefined;
  const grant = wantsRole ? await resolveGrant(ctx, change) : grantOf(target);
  const overrides = change.permissionOverrides ?? (wantsRole ? [] : target.overrides);
  if (wantsRole || change.permissionOverrides) {
    assertFitOverrides(overrides);
    assertMayGrant(ctx, grant, overrides);
  }
  return { grant, overrides };
}

function grantOf(target: Member): Grant {
  const { role, customRoleId, customRole } = target;
  return { role, customRoleId, level: levelOf(target), permissions: customRole?.permissions ?? [] };
}

function assertFitOverrides(overrides: string[]): void {
  for (const [index, override] of overrides.entries()) {
    const pointer = `/permissionOverrides/${index}`;
    if (ownerOnly.some((permission) => override === `+${permission}`)) {
      throw Invalid.field(pointer, "owner_only", "Deleting and handing over stay with the owner.");
    }
    if (override === "-organization:read") {
      throw Invalid.field(pointer, "needed_by_all", "Every member can see the organization, and leave it.");
    }
  }
}

/** Whoever comes back from a pause takes a seat again. */
async function seatSteps(ctx: Context, target: Member, status: Member["status"]): Promise<Step[]> {
  if (target.status !== "suspended" || status === "suspended") return [];
  return [await withinPlan(ctx, "seats", seatsPromised(ctx.organization.id, ctx.now()))];
}

type State = Pick<Member, "role" | "customRoleId" | "status"> & { permissions: string[] };

function shown({ role, customRoleId, overrides, status }: Member): State {
  return { role, customRoleId, permissions: overrides, status };
}

function isSame(before: Member, after: State): boolean {
  return !changesRights(before, after) && before.status === after.status;
}

function changesRights(before: Member, after: State): boolean {
  const { role, customRoleId, permissions } = shown(before);
  return (
    role !== after.role ||
    customRoleId !== after.customRoleId ||
    permissions.join() !== after.permissions.join()
  );
}

function factTypes(before: Member, after: State): string[] {
  return [
    ...(changesRights(before, after) ? ["member.role_changed"] : []),
    ...(before.status !== after.status
      ? [after.status === "suspended" ? "member.suspended" : "member.reactivated"]
      : []),
  ];
}
