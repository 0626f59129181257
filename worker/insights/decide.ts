import { and, eq } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { aiInsights } from "../../db/schema/cell/insights";
import { authorize, type Context } from "../kernel/context";
import { NotFound } from "../kernel/errors";
import { orElse, write } from "../kernel/write";
import { getInsight, type Insight, seen } from "./queries";

/** Seen, or not of use: either way it is told nobody again until something new shows it. */
export async function decideInsight(
  ctx: Context,
  id: Id<"insight">,
  status: Insight["status"],
): Promise<Insight> {
  authorize(ctx, "leads:write");
  const before = await getInsight(ctx, id);
  const isOpen = status === "open";
  const { actor } = ctx;
  const decision = {
    status,
    decidedBy: isOpen ? null : actor.kind === "api_key" ? actor.createdBy : personIn(ctx),
    decidedAt: isOpen ? null : ctx.now(),
    updatedAt: ctx.now(),
  };
  const update = ctx.db
    .update(aiInsights)
    .set(decision)
    .where(and(seen(ctx), eq(aiInsights.id, id)));
  const happened = isOpen ? "reopened" : status;
  await write(ctx, [update, orElse(new NotFound())], {
    facts: [{ type: `insight.${happened}`, subjectId: id, data: { leadId: before.leadId } }],
    audit: [
      {
        action: `insight.${happened}`,
        resourceType: "insight",
        resourceId: id,
        changes: { before: { status: before.status }, after: { status } },
      },
    ],
  });
  return { ...before, ...decision };
}

function personIn({ actor }: Context): Id<"user"> | null {
  return actor.kind === "user" ? actor.id : null;
}
