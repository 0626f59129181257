import { and, asc, eq, gt, inArray, ne, or, sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import type { Cell, Id } from "../../db/ids";
import { organizationMembers, organizations, userRoles } from "../../db/schema/control/organizations";
import type { Base, Context, PersonContext } from "../kernel/context";
import { NotFound } from "../kernel/errors";
import { idsIn } from "../kernel/id-list";

export async function findOrganization(control: Database, id: Id<"organization">) {
  const [row] = await control
    .select({
      id: organizations.id,
      cell: organizations.cell,
      name: organizations.name,
      slug: organizations.slug,
      planSlug: organizations.planSlug,
      seatLimit: organizations.seatLimit,
      status: organizations.status,
      eraseAfter: organizations.eraseAfter,
    })
    .from(organizations)
    .where(eq(organizations.id, id));
  return row;
}

/** Where each of these has its rows; those that are gone are left out. */
export async function cellsOfOrganizations(
  control: Database,
  ids: readonly Id<"organization">[],
): Promise<Map<Id<"organization">, Cell>> {
  const rows = await control
    .select({ id: organizations.id, cell: organizations.cell })
    .from(organizations)
    .where(inArray(organizations.id, idsIn(ids)));
  return new Map(rows.map(({ id, cell }) => [id, cell]));
}

export type Profile = typeof organizations.$inferSelect;

export async function getProfile(ctx: Context): Promise<Profile> {
  const [row] = await ctx.control
    .select()
    .from(organizations)
    .where(eq(organizations.id, ctx.organization.id));
  if (!row) throw new NotFound();
  return row;
}

/** By somebody who owns it, whatever state it is in; anybody else does not see that it is there. */
export async function findOwnedProfile(ctx: PersonContext, id: Id<"organization">): Promise<Profile> {
  const [row] = await ctx.control
    .select()
    .from(organizations)
    .where(and(eq(organizations.id, id), eq(organizations.ownerUserId, ctx.person.id)));
  if (!row) throw new NotFound();
  return row;
}

export async function findOwnMembership(ctx: PersonContext, organizationId: Id<"organization">) {
  const [row] = await ctx.control
    .select({ id: organizationMembers.id })
    .from(organizationMembers)
    .where(
      and(
        eq(organizationMembers.organizationId, organizationId),
        eq(organizationMembers.userId, ctx.person.id),
        eq(organizationMembers.role, "owner"),
      ),
    );
  if (!row) throw new NotFound();
  return row;
}

/** In the order of joining. A deleted one is shown to its owner alone, who may still bring it back. */
export async function listMine(ctx: PersonContext, after: string | undefined, limit: number) {
  return await ctx.control
    .select({
      id: organizations.id,
      name: organizations.name,
      slug: organizations.slug,
      planSlug: organizations.planSlug,
      status: organizations.status,
      branding: organizations.branding,
      eraseAfter: organizations.eraseAfter,
      memberId: organizationMembers.id,
      role: organizationMembers.role,
      customRoleId: organizationMembers.customRoleId,
      customRoleName: userRoles.name,
      joinedAt: organizationMembers.joinedAt,
    })
    .from(organizationMembers)
    .innerJoin(organizations, eq(organizations.id, organizationMembers.organizationId))
    .leftJoin(userRoles, eq(userRoles.id, organizationMembers.customRoleId))
    .where(
      and(
        eq(organizationMembers.userId, ctx.person.id),
        eq(organizationMembers.status, "active"),
        or(ne(organizations.status, "deleted"), eq(organizationMembers.role, "owner")),
        after === undefined ? undefined : gt(organizationMembers.id, sql`${after}`),
      ),
    )
    .orderBy(asc(organizationMembers.id))
    .limit(limit + 1);
}

export type Mine = Awaited<ReturnType<typeof listMine>>[number];

export async function userIdsOfMembers(ctx: Base, organizationId: Id<"organization">): Promise<Id<"user">[]> {
  const rows = await ctx.control
    .select({ userId: organizationMembers.userId })
    .from(organizationMembers)
    .where(eq(organizationMembers.organizationId, organizationId));
  return rows.map(({ userId }) => userId);
}
