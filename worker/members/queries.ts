import { and, asc, eq, gt, ne, or, type SQL, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { apiKeys } from "../../db/schema/control/access";
import { organizationMembers, userRoles } from "../../db/schema/control/organizations";
import { users } from "../../db/schema/control/people";
import { type TeamOfMember, teamsOf } from "../teams";
import type { Base, Context } from "../kernel/context";
import { NotFound } from "../kernel/errors";
import { type RoleName, roleLevel } from "../kernel/permissions";

const columns = {
  id: organizationMembers.id,
  userId: organizationMembers.userId,
  name: users.name,
  email: users.email,
  avatarUrl: users.image,
  role: organizationMembers.role,
  customRoleId: organizationMembers.customRoleId,
  customRole: { name: userRoles.name, permissions: userRoles.permissions, level: userRoles.hierarchyLevel },
  overrides: organizationMembers.permissions,
  status: organizationMembers.status,
  joinedAt: organizationMembers.joinedAt,
  createdAt: organizationMembers.createdAt,
};

function selectMembers(ctx: Context) {
  return ctx.control
    .select(columns)
    .from(organizationMembers)
    .innerJoin(users, eq(users.id, organizationMembers.userId))
    .leftJoin(userRoles, eq(userRoles.id, organizationMembers.customRoleId));
}

export type Member = Awaited<ReturnType<typeof selectMembers>>[number];
export type MemberInTeams = Member & { teams: TeamOfMember[] };
export type MemberFilter = { cursor?: string; limit: number; q?: string; status?: Member["status"] };

/** In the order of joining, so that the founder comes first. */
export async function listMembers(ctx: Context, filter: MemberFilter): Promise<MemberInTeams[]> {
  const { cursor: after, limit, q, status } = filter;
  const rows = await selectMembers(ctx)
    .where(
      and(
        eq(organizationMembers.organizationId, ctx.organization.id),
        after === undefined ? undefined : gt(organizationMembers.id, sql`${after}`),
        status && eq(organizationMembers.status, status),
        q === undefined ? undefined : or(contains(sql`${users.name}`, q), contains(sql`${users.email}`, q)),
      ),
    )
    .orderBy(asc(organizationMembers.id))
    .limit(limit + 1);
  return await withTeams(ctx, rows);
}

export async function getMember(ctx: Context, id: Id<"member">): Promise<MemberInTeams> {
  const rows = await selectMembers(ctx).where(
    and(eq(organizationMembers.id, id), eq(organizationMembers.organizationId, ctx.organization.id)),
  );
  const [row] = await withTeams(ctx, rows);
  if (!row) throw new NotFound();
  return row;
}

export function levelOf({
  role,
  customRole,
}: {
  role: RoleName;
  customRole: { level: number } | null;
}): number {
  return role === "custom" ? (customRole?.level ?? 0) : roleLevel[role];
}

/** Keys belong to the organization and outlive who made them; these are the ones that somebody should look at now. */
export async function activeKeysMadeBy(ctx: Context, userId: Id<"user">): Promise<Id<"apiKey">[]> {
  const rows = await ctx.control
    .select({ id: apiKeys.id })
    .from(apiKeys)
    .where(
      and(
        eq(apiKeys.organizationId, ctx.organization.id),
        eq(apiKeys.createdByUserId, userId),
        eq(apiKeys.isActive, true),
      ),
    );
  return rows.map(({ id }) => id);
}

export async function listPlacesOf(base: Base, userId: Id<"user">) {
  return await base.control
    .select({ organizationId: organizationMembers.organizationId, memberId: organizationMembers.id })
    .from(organizationMembers)
    .where(eq(organizationMembers.userId, userId));
}

/** Who stands highest below the owner, and of those who has been here longest. */
export async function findHeir(ctx: Context): Promise<Id<"member"> | undefined> {
  const rows = await selectMembers(ctx)
    .where(
      and(
        eq(organizationMembers.organizationId, ctx.organization.id),
        eq(organizationMembers.status, "active"),
        ne(organizationMembers.role, "owner"),
        eq(users.status, "active"),
      ),
    )
    .orderBy(asc(organizationMembers.id))
    .limit(1000);
  return rows.toSorted((one, other) => levelOf(other) - levelOf(one))[0]?.id;
}

async function withTeams(ctx: Context, rows: Member[]): Promise<MemberInTeams[]> {
  const memberships = await teamsOf(
    ctx,
    rows.map(({ id }) => id),
  );
  const byMember = Map.groupBy(memberships, ({ memberId }) => memberId);
  return rows.map((row) => ({ ...row, teams: byMember.get(row.id) ?? [] }));
}

/** Not LIKE: what is typed is looked for as it stands, whatever signs are in it. */
function contains(column: SQL, words: string): SQL {
  return sql`instr(lower(${column}), lower(${words})) > 0`;
}
