import { and, eq, gt } from "drizzle-orm";
import { sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { organizations } from "../../db/schema/control/organizations";
import { authorize, type Context, type PersonContext } from "../kernel/context";
import { Conflict, DomainError } from "../kernel/errors";
import { roleLevel } from "../kernel/permissions";
import { orElse, writeControl, writeOrganization } from "../kernel/write";
import { actorAs, endLive, workIn } from "./acting";
import { refuseOwningTooMany } from "./create";
import { findOwnedProfile, findOwnMembership, type Profile, userIdsOfMembers } from "./queries";

const graceMs = 30 * 86_400_000;

/**
 * Everything stops at once, nothing is lost for thirty days (TEN-13): work that falls due rests. No fact is written: whoever would react to it has
 * stopped as well.
 */
export async function deleteOrganization(ctx: Context): Promise<void> {
  authorize(ctx, "organization:delete");
  await endOrganization(ctx);
}

/** For who owns it, and for one that nobody is left to own. */
export async function endOrganization(ctx: Context): Promise<void> {
  const { id } = ctx.organization;
  const now = ctx.now();
  const eraseAfter = now + graceMs;
  await writeOrganization(
    ctx,
    [
      ctx.control
        .update(organizations)
        .set({ status: "deleted", deletedAt: now, eraseAfter, updatedAt: now })
        .where(and(eq(organizations.id, id), eq(organizations.status, "active"))),
      orElse(new Conflict("already_deleted", "This organization is deleted already.")),
    ],
    {
      audit: [
        {
          action: "organization.deleted",
          resourceType: "organization",
          resourceId: id,
          changes: { after: { eraseAfter } },
        },
      ],
      jobs: [
        { queue: "delivery", type: "organizations.deletion_mail", payload: {} },
        { queue: "delivery", type: "organizations.erase", payload: {}, runAt: eraseAfter, maxAttempts: 20 },
      ],
    },
  );
  endLive(ctx, id, await userIdsOfMembers(ctx, id));
}

/** Its owner brings a deleted organization back while there is something to bring back. */
export async function restoreOrganization(ctx: PersonContext, id: Id<"organization">): Promise<Profile> {
  const { cell, status, eraseAfter } = await findOwnedProfile(ctx, id);
  if (status !== "deleted" || eraseAfter === null)
    throw new Conflict("not_deleted", "This organization is not deleted.");
  const member = await findOwnMembership(ctx, id);
  const actor = actorAs(ctx, { memberId: member.id, role: "owner", level: roleLevel.owner });
  const now = ctx.now();
  await writeControl(
    ctx,
    { organizationId: id, cell, actor },
    [
      refuseOwningTooMany(sql`${ctx.person.id}`),
      ctx.control
        .update(organizations)
        .set({ status: "active", deletedAt: null, eraseAfter: null, updatedAt: now })
        .where(
          and(
            eq(organizations.id, id),
            eq(organizations.status, "deleted"),
            eq(organizations.ownerUserId, ctx.person.id),
            eq(organizations.eraseAfter, eraseAfter),
            gt(organizations.eraseAfter, now),
          ),
        ),
      orElse(new DomainError("gone", "The thirty days are over; this organization is being erased.")),
      ...workIn(ctx, id),
    ],
    {
      facts: [{ type: "organization.restored", subjectId: id }],
      audit: [{ action: "organization.restored", resourceType: "organization", resourceId: id }],
      jobs: [{ queue: "delivery", type: "organizations.resume", payload: { restedUntil: eraseAfter } }],
    },
  );
  return await findOwnedProfile(ctx, id);
}
