import { and, desc, eq, inArray, lt, or, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { contentTopics, type topicStates } from "../../db/schema/cell/business";
import type { Context } from "../kernel/context";
import { NotFound } from "../kernel/errors";
import { idsIn } from "../kernel/id-list";
import type { CursorKey } from "../kernel/page";

export type Topic = typeof contentTopics.$inferSelect;
export type TopicState = (typeof topicStates)[number];
export type TopicOrder = "newest" | "engagement";

export async function getTopic(ctx: Context, id: Id<"topic">): Promise<Topic> {
  const [topic] = await getTopics(ctx, [id]);
  if (!topic) throw new NotFound();
  return topic;
}

/** In the order they were asked for; what is not here is left out. */
export async function getTopics(ctx: Context, ids: readonly Id<"topic">[]): Promise<Topic[]> {
  if (ids.length === 0) return [];
  const rows = await ctx.db.select().from(contentTopics).where(areTopics(ctx, ids));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

type ListQuery = { status: TopicState; order: TopicOrder; after: CursorKey | undefined; limit: number };

export async function listTopics(
  ctx: Context,
  businessId: Id<"business">,
  { status, order, after, limit }: ListQuery,
): Promise<Topic[]> {
  const { id } = contentTopics;
  return await ctx.db
    .select()
    .from(contentTopics)
    .where(and(ofBusiness(ctx, businessId), eq(contentTopics.status, status), isAfter(order, after)))
    .orderBy(...(order === "newest" ? [desc(id)] : [desc(score), desc(id)]))
    .limit(limit + 1);
}

/** What nobody has judged stands last. */
const score = sql`coalesce(${contentTopics.engagementScore}, -1)`;

export function cursorKeyOf(order: TopicOrder): (topic: Topic) => CursorKey {
  return order === "newest" ? ({ id }) => [id] : ({ id, engagementScore }) => [engagementScore ?? -1, id];
}

function isAfter(order: TopicOrder, after: CursorKey | undefined) {
  if (after === undefined) return undefined;
  const id = String(after.at(-1)) as Id<"topic">; // safe: only compared
  if (order === "newest") return lt(contentTopics.id, id);
  const last = Number(after[0]);
  return or(lt(score, last), and(eq(score, last), lt(contentTopics.id, id)));
}

const mostCounted = 500;

/** Up to 500 of each: beyond that nobody needs the number, and counting has a price. */
export async function countTopics(
  ctx: Context,
  businessId: Id<"business">,
): Promise<Record<TopicState, number>> {
  const countOf = (status: TopicState) =>
    sql`(select count(*) from (select 1 from content_topics where organization_id = ${ctx.organization.id}
      and business_id = ${businessId} and status = ${status} limit ${mostCounted}))`;
  return await ctx.db.get<Record<TopicState, number>>(
    sql`select ${countOf("suggested")} as suggested, ${countOf("chosen")} as chosen,
      ${countOf("rejected")} as rejected, ${countOf("used")} as used`,
  );
}

export function areTopics(ctx: Context, ids: readonly Id<"topic">[]) {
  return and(inArray(contentTopics.id, idsIn(ids)), eq(contentTopics.organizationId, ctx.organization.id));
}

export function ofBusiness(ctx: Context, businessId: Id<"business">) {
  return and(eq(contentTopics.organizationId, ctx.organization.id), eq(contentTopics.businessId, businessId));
}
