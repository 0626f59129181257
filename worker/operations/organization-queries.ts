import { and, desc, eq, gte, lt, or, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { organizations } from "../../db/schema/control/organizations";
import { users } from "../../db/schema/control/people";
import type { OperatorContext } from "../kernel/context";
import { cursorId } from "../kernel/page";

export type OrganizationFilter = { limit: number; cursor?: string; q?: string };

export type OperatedOrganization = Awaited<ReturnType<typeof selectOrganizations>>[number];

export async function selectOrganizations(ctx: OperatorContext, { q, cursor, limit }: OrganizationFilter) {
  const before = cursorId(cursor);
  return await ctx.control
    .select({
      id: organizations.id,
      name: organizations.name,
      slug: organizations.slug,
      planSlug: organizations.planSlug,
      status: organizations.status,
      ownerName: users.name,
      ownerEmail: users.email,
      createdAt: organizations.createdAt,
    })
    .from(organizations)
    .innerJoin(users, eq(users.id, organizations.ownerUserId))
    .where(
      and(
        q ? matching(q.trim().toLowerCase()) : undefined,
        before ? lt(organizations.id, before as Id<"organization">) : undefined, // safe: only compared
      ),
    )
    .orderBy(desc(organizations.id))
    .limit(limit + 1);
}

function matching(text: string) {
  const owner = sql`${organizations.ownerUserId} in (select ${users.id} from ${users} where ${users.email} = ${text})`;
  return or(
    sql`${organizations.id} = ${text}`,
    and(gte(organizations.slug, text), lt(organizations.slug, `${text}\u{10ffff}`)),
    owner,
  );
}
