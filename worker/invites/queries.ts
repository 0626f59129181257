import { and, desc, eq, gt, lt, lte, type SQL, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { referralRewards, userInvites } from "../../db/schema/control/access";
import { organizationMembers, organizations, userRoles } from "../../db/schema/control/organizations";
import { users } from "../../db/schema/control/people";
import { can, type Base, type Context, type PersonContext } from "../kernel/context";
import { NotFound } from "../kernel/errors";
import type { InviteState } from "./state";

const columns = {
  id: userInvites.id,
  organizationId: userInvites.organizationId,
  inviterUserId: userInvites.inviterUserId,
  inviterName: users.name,
  email: userInvites.email,
  codeHash: userInvites.codeHash,
  type: userInvites.inviteType,
  role: userInvites.role,
  customRoleId: userInvites.customRoleId,
  customRole: { name: userRoles.name, permissions: userRoles.permissions, level: userRoles.hierarchyLevel },
  teamId: userInvites.teamId,
  status: userInvites.status,
  expiresAt: userInvites.expiresAt,
  sentAt: userInvites.sentAt,
  acceptedAt: userInvites.acceptedAt,
  createdAt: userInvites.createdAt,
};

function selectInvites(base: Base) {
  return base.control
    .select(columns)
    .from(userInvites)
    .innerJoin(users, eq(users.id, userInvites.inviterUserId))
    .leftJoin(userRoles, eq(userRoles.id, userInvites.customRoleId));
}

export type Invite = Awaited<ReturnType<typeof selectInvites>>[number];
export type InviteFilter = { cursor?: string; limit: number; type?: Invite["type"]; status?: InviteState };

/** Newest first. Whoever may not read invites sees those that they sent. */
export async function listInvites(ctx: Context, filter: InviteFilter): Promise<Invite[]> {
  const { cursor: before, limit, type, status } = filter;
  return await selectInvites(ctx)
    .where(
      and(
        visible(ctx),
        before === undefined ? undefined : lt(userInvites.id, sql`${before}`),
        type && eq(userInvites.inviteType, type),
        status && inState(status, ctx.now()),
      ),
    )
    .orderBy(desc(userInvites.id))
    .limit(limit + 1);
}

export async function getInvite(ctx: Context, id: Id<"invite">): Promise<Invite> {
  const [row] = await selectInvites(ctx).where(and(visible(ctx), eq(userInvites.id, id)));
  if (!row) throw new NotFound();
  return row;
}

function visible(ctx: Context): SQL | undefined {
  const here = eq(userInvites.organizationId, ctx.organization.id);
  if (can(ctx, "invites:read") || ctx.actor.kind !== "user") return here;
  return and(here, eq(userInvites.inviterUserId, ctx.actor.id));
}

function inState(state: InviteState, now: number): SQL | undefined {
  if (state === "pending") return and(eq(userInvites.status, "pending"), gt(userInvites.expiresAt, now));
  if (state === "expired") return and(eq(userInvites.status, "pending"), lte(userInvites.expiresAt, now));
  return eq(userInvites.status, state);
}

/** By what was in the mail: whoever has the code may see what it is for. */
export async function findByCodeHash(base: Base, codeHash: string): Promise<Invite | undefined> {
  const [row] = await selectInvites(base).where(eq(userInvites.codeHash, codeHash));
  return row;
}

/** What the inviter may do in the organization now; none when they are no active member any more. */
export async function findInviter(base: Base, organizationId: Id<"organization">, userId: Id<"user">) {
  const [row] = await base.control
    .select({
      role: organizationMembers.role,
      overrides: organizationMembers.permissions,
      customRole: { permissions: userRoles.permissions, level: userRoles.hierarchyLevel },
    })
    .from(organizationMembers)
    .leftJoin(userRoles, eq(userRoles.id, organizationMembers.customRoleId))
    .where(
      and(
        eq(organizationMembers.organizationId, organizationId),
        eq(organizationMembers.userId, userId),
        eq(organizationMembers.status, "active"),
      ),
    );
  return row;
}

export type Inviter = NonNullable<Awaited<ReturnType<typeof findInviter>>>;

export type Reward = typeof referralRewards.$inferSelect;

export async function listRewards(
  ctx: PersonContext,
  before: string | undefined,
  limit: number,
): Promise<Reward[]> {
  return await ctx.control
    .select()
    .from(referralRewards)
    .where(
      and(
        eq(referralRewards.userId, ctx.person.id),
        before === undefined ? undefined : lt(referralRewards.id, sql`${before}`),
      ),
    )
    .orderBy(desc(referralRewards.id))
    .limit(limit + 1);
}

/** Earned, and with an organization to put them into that still works. */
export async function listRewardsToGrant(base: Base, which: SQL): Promise<Reward[]> {
  const rows = await base.control
    .select({ reward: referralRewards })
    .from(referralRewards)
    .innerJoin(organizations, eq(organizations.id, referralRewards.organizationId))
    .where(and(which, eq(referralRewards.status, "pending"), eq(organizations.status, "active")))
    .limit(100);
  return rows.map(({ reward }) => reward);
}
