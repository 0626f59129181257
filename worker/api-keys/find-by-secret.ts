import { eq } from "drizzle-orm";
import type { Database } from "../../db/client";
import { apiKeys } from "../../db/schema/control/access";
import { organizations } from "../../db/schema/control/organizations";

/** One indexed read: it is on the hot path of every API call. Whether the key still counts is the caller's decision. */
export async function findKeyByHash(control: Database, keyHash: string) {
  const [row] = await control
    .select({
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
    })
    .from(apiKeys)
    .innerJoin(organizations, eq(organizations.id, apiKeys.organizationId))
    .where(eq(apiKeys.keyHash, keyHash));
  return row;
}

export type KeyInOrganization = NonNullable<Awaited<ReturnType<typeof findKeyByHash>>>;
