import { and, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { leadDuplicates } from "../../db/schema/cell/duplicates";
import { authorize, type Context } from "../kernel/context";
import { Conflict } from "../kernel/errors";
import { orElse, write } from "../kernel/write";
import { type Duplicate, getDuplicate, isDuplicate } from "./queries";

/** Two people after all: the pair is never shown again, whatever the scanner finds. */
export async function dismissDuplicate(ctx: Context, id: Id<"duplicate">): Promise<Duplicate> {
  return await decide(ctx, id, "open", {
    status: "dismissed",
    decidedBy: ctx.actor.id,
    decidedAt: ctx.now(),
  });
}

export async function reopenDuplicate(ctx: Context, id: Id<"duplicate">): Promise<Duplicate> {
  return await decide(ctx, id, "dismissed", { status: "open", decidedBy: null, decidedAt: null });
}

type Decision = Pick<Duplicate, "status" | "decidedBy" | "decidedAt">;

async function decide(
  ctx: Context,
  id: Id<"duplicate">,
  from: Duplicate["status"],
  decision: Decision,
): Promise<Duplicate> {
  authorize(ctx, "leads:contact");
  authorize(ctx, "leads:write");
  const before = await getDuplicate(ctx, id);
  if (before.status === decision.status) return before;
  const update = ctx.db
    .update(leadDuplicates)
    .set({ ...decision, updatedAt: ctx.now() })
    .where(and(isDuplicate(ctx, id), sql`status = ${from}`));
  const action = decision.status === "open" ? "duplicate.reopened" : "duplicate.dismissed";
  const { leadId, otherLeadId } = before;
  await write(ctx, [update, orElse(decidedMeanwhile)], {
    facts: [{ type: action, subjectId: id, data: { leadId, otherLeadId } }],
    audit: [{ action, resourceType: "duplicate", resourceId: id, changes: { leadId, otherLeadId } }],
  });
  return await getDuplicate(ctx, id);
}

const decidedMeanwhile = new Conflict("decided_meanwhile", "Somebody has just decided about these two.");
