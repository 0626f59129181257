import { and, eq } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { userInvites } from "../../db/schema/control/access";
import type { Context } from "../kernel/context";

/** Somebody has been erased: what they still promised is off, and the address at which they were invited is nobody's. */
export async function forgetPerson(ctx: Context, userId: Id<"user">): Promise<void> {
  await ctx.control.batch([
    ctx.control
      .update(userInvites)
      .set({ status: "cancelled" })
      .where(and(eq(userInvites.inviterUserId, userId), eq(userInvites.status, "pending"))),
    ctx.control
      .update(userInvites)
      .set({ email: `${userId}@erased.invalid` })
      .where(eq(userInvites.acceptedByUserId, userId)),
  ]);
}
