import { and, eq, inArray } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { organizationMembers } from "../../db/schema/control/organizations";
import { users } from "../../db/schema/control/people";
import type { Context } from "../kernel/context";
import { Invalid } from "../kernel/errors";
import { idsIn } from "../kernel/id-list";
import type { FormSettings } from "./settings";

/** MAIL-03 A form tells only people who belong here; an address that somebody types is never written to. */
export async function assertMembers(ctx: Context, ids: readonly Id<"member">[]): Promise<void> {
  if (ids.length === 0) return;
  const known = new Set((await activeMembers(ctx, ids)).map(({ id }) => id));
  const faults = ids.flatMap((id, index) =>
    known.has(id)
      ? []
      : [
          {
            pointer: `/settings/notifyMemberIds/${index}`,
            code: "unknown_member",
            detail: "This is not an active member of your organization.",
          },
        ],
  );
  if (faults.length > 0) throw new Invalid(faults);
}

/** Whom to tell of a response: those named who are still here, at an address that they have shown to be theirs. */
export async function notifiedPeople(ctx: Context, { notifyMemberIds }: FormSettings) {
  if (notifyMemberIds.length === 0) return [];
  return (await activeMembers(ctx, notifyMemberIds)).filter(({ emailVerified }) => emailVerified);
}

async function activeMembers(ctx: Context, ids: readonly Id<"member">[]) {
  const { id, organizationId, status, userId } = organizationMembers;
  return await ctx.control
    .select({
      id,
      userId,
      email: users.email,
      name: users.name,
      emailVerified: users.emailVerified,
      language: users.language,
    })
    .from(organizationMembers)
    .innerJoin(users, eq(users.id, userId))
    .where(and(eq(organizationId, ctx.organization.id), eq(status, "active"), inArray(id, idsIn(ids))));
}
