import { and, desc, eq, gt, isNull, lt, or } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { apiKeys } from "../../db/schema/control/access";
import { organizationMembers } from "../../db/schema/control/organizations";
import { users } from "../../db/schema/control/people";
import { authorize, type Context } from "../kernel/context";
import { NotFound } from "../kernel/errors";

export type ApiKey = Awaited<ReturnType<typeof selectKeys>>[number];

/** Newest first; the hash stays in its column. */
export async function listKeys(ctx: Context, before: Id<"apiKey"> | undefined, limit: number) {
  authorize(ctx, "api_keys:read");
  return await selectKeys(ctx, before && lt(apiKeys.id, before), limit);
}

export async function getKey(ctx: Context, id: Id<"apiKey">): Promise<ApiKey> {
  const [row] = await selectKeys(ctx, eq(apiKeys.id, id), 1);
  if (!row) throw new NotFound();
  return row;
}

/** Neither revoked, replaced nor run out: what a change or a rotation needs to be true when it is written. */
export function isInUse(ctx: Context, id: Id<"apiKey">) {
  return and(
    eq(apiKeys.id, id),
    eq(apiKeys.organizationId, ctx.organization.id),
    eq(apiKeys.isActive, true),
    isNull(apiKeys.revokedAt),
    or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, ctx.now())),
  );
}

async function selectKeys(ctx: Context, which: ReturnType<typeof and>, limit: number) {
  return await ctx.control
    .select({
      id: apiKeys.id,
      name: apiKeys.name,
      prefix: apiKeys.prefix,
      lastFour: apiKeys.lastFour,
      scopes: apiKeys.scopes,
      rateLimitPerHour: apiKeys.rateLimitPerHour,
      lastUsedAt: apiKeys.lastUsedAt,
      expiresAt: apiKeys.expiresAt,
      isActive: apiKeys.isActive,
      revokedAt: apiKeys.revokedAt,
      rotatedFrom: apiKeys.rotatedFrom,
      createdAt: apiKeys.createdAt,
      createdBy: { id: users.id, name: users.name },
      // Null where whoever made it has left: the key goes on, and somebody should look after it.
      makersMembership: organizationMembers.id,
    })
    .from(apiKeys)
    .innerJoin(users, eq(users.id, apiKeys.createdByUserId))
    .leftJoin(
      organizationMembers,
      and(
        eq(organizationMembers.organizationId, apiKeys.organizationId),
        eq(organizationMembers.userId, apiKeys.createdByUserId),
      ),
    )
    .where(and(eq(apiKeys.organizationId, ctx.organization.id), which))
    .orderBy(desc(apiKeys.id))
    .limit(limit);
}
