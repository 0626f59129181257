import { and, eq, gt, inArray } from "drizzle-orm";
import type { Database } from "../../db/client";
import type { Id } from "../../db/ids";
import { organizationMembers, organizations, userRoles } from "../../db/schema/control/organizations";
import { sessions, users } from "../../db/schema/control/people";
import { effectivePermissions } from "../kernel/permissions";
import { idsIn } from "../kernel/id-list";

/** What these sessions may do in the organization now; one that is missing here may nothing. */
export async function rightsOfSessions(
  control: Database,
  organizationId: Id<"organization">,
  sessionIds: string[],
  now: number,
): Promise<Map<string, string[]>> {
  if (sessionIds.length === 0) return new Map();
  const rows = await control
    .select({
      sessionId: sessions.id,
      role: organizationMembers.role,
      overrides: organizationMembers.permissions,
      customPermissions: userRoles.permissions,
    })
    .from(sessions)
    // Cross joins keep their order: from those who ask to their membership, never through everybody in the organization.
    .crossJoin(users)
    .crossJoin(organizationMembers)
    .innerJoin(organizations, and(eq(organizations.id, organizationId), eq(organizations.status, "active")))
    .leftJoin(userRoles, eq(userRoles.id, organizationMembers.customRoleId))
    .where(
      and(
        inArray(sessions.id, idsIn(sessionIds)),
        gt(sessions.expiresAt, new Date(now)),
        eq(users.id, sessions.userId),
        eq(users.status, "active"),
        eq(organizationMembers.organizationId, organizationId),
        eq(organizationMembers.userId, users.id),
        eq(organizationMembers.status, "active"),
      ),
    );
  return new Map(
    rows.map(({ sessionId, role, customPermissions, overrides }) => [
      sessionId,
      [...effectivePermissions(role, customPermissions ?? [], overrides)],
    ]),
  );
}
