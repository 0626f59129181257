import { and, inArray, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { contentTopics } from "../../db/schema/cell/business";
import { authorize, type Context } from "../kernel/context";
import { NotFound } from "../kernel/errors";
import { refuseWhen, type Step, write } from "../kernel/write";
import { type Decision, refuseUsed } from "./change-topic";
import { areTopics, getTopics, ofBusiness, type Topic } from "./topic-queries";

/** All of them or none: one that is not of this business, or is used already, refuses the whole. */
export async function decideTopics(
  ctx: Context,
  businessId: Id<"business">,
  ids: readonly Id<"topic">[],
  status: Decision,
): Promise<Topic[]> {
  authorize(ctx, "content:write");
  const unique = [...new Set(ids)];
  const here = and(areTopics(ctx, unique), ofBusiness(ctx, businessId));
  const steps = [
    refuseWhen(sql`(select count(*) from ${contentTopics} where ${here}) < ${unique.length}`, new NotFound()),
    refuseUsed(ctx, unique),
    ctx.db.update(contentTopics).set({ status, updatedAt: ctx.now() }).where(here),
  ];
  await write(ctx, steps, {
    facts: [{ type: "topic.decided", subjectId: businessId, data: { businessId, topicIds: unique, status } }],
    audit: [
      {
        action: "topic.decided",
        resourceType: "business",
        resourceId: businessId,
        changes: { after: { topicIds: unique, status } },
      },
    ],
  });
  return await getTopics(ctx, unique);
}

/** For the batch of a bundle that begins to write about them. A rejected one stays rejected. */
export function markTopicsUsedSteps(ctx: Context, ids: readonly Id<"topic">[]): Step[] {
  if (ids.length === 0) return [];
  return [
    ctx.db
      .update(contentTopics)
      .set({ status: "used", updatedAt: ctx.now() })
      .where(and(areTopics(ctx, ids), inArray(contentTopics.status, ["suggested", "chosen"]))),
  ];
}
