import { sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { contentStrategies, contentTopics } from "../../db/schema/cell/business";
import { authorize, type Context } from "../kernel/context";
import { Conflict, Invalid, NotFound } from "../kernel/errors";
import { orElse, refuseWhen, type Step, write } from "../kernel/write";
import { refuseUnlessBusiness } from "./business-guard";
import { refuseSameTitle } from "./title";
import { areTopics, getTopic, type Topic } from "./topic-queries";

export type TopicDraft = Pick<
  Topic,
  "title" | "subheader" | "description" | "keywords" | "seoKeywords" | "scenario" | "strategyId"
>;
/** What a person may decide about a topic; `used` is decided by a bundle. */
export type Decision = "suggested" | "chosen" | "rejected";

/** Whoever adds one by hand wants it; nobody has judged it, so it has no scores. */
export async function addTopic(
  ctx: Context,
  businessId: Id<"business">,
  draft: TopicDraft & { status: Decision },
): Promise<Topic> {
  authorize(ctx, "content:write");
  const id = ctx.newId("topic", ctx.organization.cell);
  const now = ctx.now();
  const row = {
    ...draft,
    id,
    organizationId: ctx.organization.id,
    businessId,
    createdAt: now,
    updatedAt: now,
  };
  const steps = [
    ...refuseUnlessBusiness(ctx, businessId),
    ...refuseForeignStrategy(ctx, businessId, draft.strategyId),
    refuseSameTitle(ctx, businessId, draft.title),
    ctx.db.insert(contentTopics).values(row),
  ];
  await write(ctx, steps, {
    facts: [{ type: "topic.created", subjectId: id, data: { businessId, title: draft.title } }],
    audit: [{ action: "topic.created", resourceType: "topic", resourceId: id, changes: { after: draft } }],
  });
  return await getTopic(ctx, id);
}

export async function updateTopic(
  ctx: Context,
  id: Id<"topic">,
  change: Partial<TopicDraft & { status: Decision }>,
): Promise<Topic> {
  authorize(ctx, "content:write");
  const before = await getTopic(ctx, id);
  const names = Object.keys(change) as (keyof typeof change)[]; // safe: the keys of a change
  if (names.length === 0) return before;
  const { businessId } = before;
  const steps = [
    ...refuseForeignStrategy(ctx, businessId, change.strategyId),
    ...(change.title === undefined ? [] : [refuseSameTitle(ctx, businessId, change.title, id)]),
    ...(change.status === undefined ? [] : [refuseUsed(ctx, [id])]),
    ctx.db
      .update(contentTopics)
      .set({ ...change, updatedAt: ctx.now() })
      .where(areTopics(ctx, [id])),
    orElse(new NotFound()),
  ];
  const changes = { before: Object.fromEntries(names.map((name) => [name, before[name]])), after: change };
  await write(ctx, steps, {
    facts: [
      { type: "topic.updated", subjectId: id, data: { businessId, status: change.status ?? before.status } },
    ],
    audit: [{ action: "topic.updated", resourceType: "topic", resourceId: id, changes }],
  });
  return await getTopic(ctx, id);
}

/** What a bundle has written about is history. */
export function refuseUsed(ctx: Context, ids: readonly Id<"topic">[]): Step {
  const used = sql`exists (select 1 from ${contentTopics} where ${areTopics(ctx, ids)} and status = 'used')`;
  return refuseWhen(used, new Conflict("topic_used", "A bundle has used this topic already."));
}

function refuseForeignStrategy(
  ctx: Context,
  businessId: Id<"business">,
  strategyId: Id<"strategy"> | null | undefined,
): Step[] {
  if (!strategyId) return [];
  const known = sql`exists (select 1 from ${contentStrategies} where id = ${strategyId}
    and organization_id = ${ctx.organization.id} and business_id = ${businessId})`;
  const unknown = Invalid.field("/strategyId", "unknown_strategy", "This business has no such strategy.");
  return [refuseWhen(sql`not ${known}`, unknown)];
}
