import { and, eq } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { sessions, users } from "../../db/schema/control/people";
import type { Base } from "../kernel/context";
import type { SessionMembership } from "./session-membership";

const dayMs = 86_400_000;
const idleMs = 14 * dayMs;
const longestMs = 90 * dayMs;

/** Keeps a used session alive, up to its longest life, and remembers where the person is working. */
export function noteSessionUse(base: Base, row: SessionMembership, named: Id<"organization"> | null): void {
  const now = base.now();
  const isStale = now - row.session.updatedAt.getTime() > dayMs;
  const moved = named !== null && row.organization?.id === named && row.session.organizationId !== named;
  if (!isStale && !moved) return;
  const expiresAt = new Date(Math.min(now + idleMs, row.session.createdAt.getTime() + longestMs));
  base.defer(
    base.control
      .update(sessions)
      .set({ expiresAt, updatedAt: new Date(now), ...(moved ? { organizationId: named } : {}) })
      // As it was read: one that has been renewed or cut short meanwhile is not prolonged.
      .where(and(eq(sessions.id, row.session.id), eq(sessions.expiresAt, row.session.expiresAt))),
  );
  const seen = { lastActiveAt: now, ...(moved ? { lastOrganizationId: named } : {}) };
  base.defer(base.control.update(users).set(seen).where(eq(users.id, row.user.id)));
}
