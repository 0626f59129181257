import { and, eq, gt, type SQL, sql } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/sqlite-core";
import type { Database } from "../../db/client";
import { fixedQuery } from "../../db/fixed-query";
import type { Id } from "../../db/ids";
import { organizationMembers, organizations, userRoles } from "../../db/schema/control/organizations";
import { sessions, users } from "../../db/schema/control/people";

const placeholder = {
  token: sql.placeholder("token"),
  now: sql.placeholder("now"),
  named: sql.placeholder("named"),
};

const columns = {
  session: {
    id: sessions.id,
    createdAt: sessions.createdAt,
    updatedAt: sessions.updatedAt,
    authenticatedAt: sessions.authenticatedAt,
    organizationId: sessions.organizationId,
    expiresAt: sessions.expiresAt,
  },
  user: {
    id: users.id,
    email: users.email,
    emailVerified: users.emailVerified,
    name: users.name,
    platformRole: users.platformRole,
    status: users.status,
    twoFactorEnabled: users.twoFactorEnabled,
    firstName: users.firstName,
    lastName: users.lastName,
    image: users.image,
    timezone: users.timezone,
    language: users.language,
    preferences: users.preferences,
    createdAt: users.createdAt,
  },
  member: {
    id: organizationMembers.id,
    role: organizationMembers.role,
    customRoleId: organizationMembers.customRoleId,
    permissions: organizationMembers.permissions,
    createdAt: organizationMembers.createdAt,
    updatedAt: organizationMembers.updatedAt,
  },
  organization: {
    id: organizations.id,
    cell: organizations.cell,
    name: organizations.name,
    slug: organizations.slug,
    planSlug: organizations.planSlug,
    seatLimit: organizations.seatLimit,
    status: organizations.status,
  },
  customRole: {
    permissions: userRoles.permissions,
    level: userRoles.hierarchyLevel,
    updatedAt: userRoles.updatedAt,
  },
};

const inNamed = fixedQuery(columns, () =>
  select(membership(sql`and m.organization_id = ${placeholder.named}`)),
);
const inLastUsed = fixedQuery(columns, () => select(lastUsedOrFirst()));

/**
 * Who holds this session and what they may do where: one read, because every call from the web app makes it. Where is
 * the organization that was named, or the last one used, or the first one joined; a deleted one is none of them.
 */
export async function findSessionMembership(
  control: Database,
  token: string,
  organizationId: Id<"organization"> | null,
  now: number,
) {
  const values = { token, now, named: organizationId };
  const [row] = await (organizationId ? inNamed : inLastUsed)(control, values);
  return row;
}

/** The only query that joins people with their organizations. */
function select(chosenMembership: SQL) {
  return new QueryBuilder()
    .select(columns)
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .leftJoin(organizationMembers, eq(organizationMembers.id, chosenMembership))
    .leftJoin(organizations, eq(organizations.id, organizationMembers.organizationId))
    .leftJoin(userRoles, eq(userRoles.id, organizationMembers.customRoleId))
    .where(and(eq(sessions.token, placeholder.token), gt(sessions.expiresAt, placeholder.now)));
}

function lastUsedOrFirst(): SQL {
  const lastUsed = sql`coalesce(${sessions.organizationId}, ${users.lastOrganizationId})`;
  return sql`coalesce(${membership(sql`and m.organization_id = ${lastUsed}`)}, ${membership(sql`order by m.id limit 1`)})`;
}

function membership(which: SQL): SQL {
  return sql`(
    select m.id from organization_members m
    join organizations o on o.id = m.organization_id and o.status <> 'deleted'
    where m.user_id = ${users.id} and m.status = 'active' ${which})`;
}

export type SessionMembership = NonNullable<Awaited<ReturnType<typeof findSessionMembership>>>;
