import { and, eq } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { activities } from "../../db/schema/cell/activities";
import type { Context } from "../kernel/context";
import { write } from "../kernel/write";

/** What whoever had the lead had still to do about it is now up to whoever has it. */
export async function followLead(
  ctx: Context,
  { leadId, from, to }: { leadId: Id<"lead">; from: Id<"user">; to: Id<"user"> | null },
): Promise<void> {
  await write(ctx, [
    ctx.db
      .update(activities)
      .set({ assignedTo: to, updatedAt: ctx.now() })
      .where(
        and(
          eq(activities.organizationId, ctx.organization.id),
          eq(activities.leadId, leadId),
          eq(activities.state, "open"),
          eq(activities.assignedTo, from),
        ),
      ),
  ]);
}
