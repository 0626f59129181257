import { eq, sql } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/sqlite-core";
import type { Database } from "../../db/client";
import { fixedQuery } from "../../db/fixed-query";
import { apiKeys } from "../../db/schema/control/access";
import { organizations } from "../../db/schema/control/organizations";

const columns = {
  key: {
    id: apiKeys.id,
    createdByUserId: apiKeys.createdByUserId,
    scopes: apiKeys.scopes,
    rateLimitPerHour: apiKeys.rateLimitPerHour,
    isActive: apiKeys.isActive,
    expiresAt: apiKeys.expiresAt,
    lastUsedAt: apiKeys.lastUsedAt,
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
};

const byHash = fixedQuery(columns, () =>
  new QueryBuilder()
    .select(columns)
    .from(apiKeys)
    .innerJoin(organizations, eq(organizations.id, apiKeys.organizationId))
    .where(eq(apiKeys.keyHash, sql.placeholder("keyHash"))),
);

/** One indexed read: it is on the hot path of every API call. Whether the key still counts is the caller's decision. */
export async function findKeyByHash(control: Database, keyHash: string) {
  const [row] = await byHash(control, { keyHash });
  return row;
}

export type KeyInOrganization = NonNullable<Awaited<ReturnType<typeof findKeyByHash>>>;
