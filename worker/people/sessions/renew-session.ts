import { Buffer } from "node:buffer";
import { and, eq, gt, sql } from "drizzle-orm";
import type { Id } from "../../../db/ids";
import { sessions } from "../../../db/schema/control/people";
import type { Base } from "../../kernel/context";

/** Calls that were on their way with the old cookie still arrive; then it opens nothing. */
export const oldSessionMs = 30_000;

/**
 * The same sign-in under another id and token, which is answered; the old ones end in a moment. Null where another call
 * has renewed it already, or it has ended meanwhile.
 */
export async function renewSession(ctx: Base, id: Id<"session">): Promise<string | null> {
  const token = Buffer.from(ctx.random(24)).toString("base64url");
  const endsAt = new Date(ctx.now() + oldSessionMs);
  const asItWas = and(eq(sessions.id, id), gt(sessions.expiresAt, endsAt));
  const [{ meta }] = await ctx.control.batch([
    ctx.control.insert(sessions).select(
      ctx.control
        .select({
          id: sql<Id<"session">>`${ctx.newId("session")}`.as("id"),
          userId: sessions.userId,
          token: sql<string>`${token}`.as("token"),
          organizationId: sessions.organizationId,
          authenticatedAt: sessions.authenticatedAt,
          ipAddress: sessions.ipAddress,
          userAgent: sessions.userAgent,
          place: sessions.place,
          expiresAt: sessions.expiresAt,
          createdAt: sessions.createdAt,
          updatedAt: sessions.updatedAt,
        })
        .from(sessions)
        .where(asItWas),
    ),
    ctx.control.update(sessions).set({ expiresAt: endsAt }).where(asItWas),
  ]);
  return meta.changes > 0 ? token : null;
}
