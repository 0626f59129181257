import { and, eq } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { organizationMembers } from "../../db/schema/control/organizations";
import type { Context } from "../kernel/context";
import { Invalid } from "../kernel/errors";

/** For what is handed to a person: somebody who does not work here is refused like any other unknown id (TEN-02). */
export async function assertMember(ctx: Context, userId: Id<"user">, pointer: string): Promise<void> {
  const [row] = await ctx.control
    .select({ id: organizationMembers.id })
    .from(organizationMembers)
    .where(
      and(
        eq(organizationMembers.organizationId, ctx.organization.id),
        eq(organizationMembers.userId, userId),
        eq(organizationMembers.status, "active"),
      ),
    );
  if (!row) throw Invalid.field(pointer, "unknown_member", "Nobody with this id works here.");
}
