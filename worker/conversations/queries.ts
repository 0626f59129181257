import { and, desc, eq, lt, or, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { conversations } from "../../db/schema/cell/conversations";
import type { Context } from "../kernel/context";
import { NotFound } from "../kernel/errors";
import type { CursorKey } from "../kernel/page";
import { getLead } from "../leads";

export type Conversation = typeof conversations.$inferSelect;

/** With a lead that was deleted, its conversations are not there either. */
export async function getConversation(ctx: Context, id: Id<"conversation">): Promise<Conversation> {
  const [row] = await ctx.db.select().from(conversations).where(isConversation(ctx, id));
  if (!row) throw new NotFound();
  await getLead(ctx, row.leadId);
  return row;
}

export async function findByExternalId(
  ctx: Context,
  leadId: Id<"lead">,
  externalId: string,
): Promise<Conversation | undefined> {
  const [row] = await ctx.db
    .select()
    .from(conversations)
    .where(and(ofLead(ctx, leadId), eq(conversations.externalId, externalId)));
  return row;
}

type ListQuery = { threadId: string | undefined; after: CursorKey | undefined; limit: number };

/** The newest first. */
export async function conversationsOf(
  ctx: Context,
  leadId: Id<"lead">,
  { threadId, after, limit }: ListQuery,
): Promise<Conversation[]> {
  return await ctx.db
    .select()
    .from(conversations)
    .where(
      and(
        ofLead(ctx, leadId),
        threadId === undefined ? undefined : eq(conversations.threadId, threadId),
        after && isBefore(after),
      ),
    )
    .orderBy(desc(conversations.occurredAt), desc(conversations.id))
    .limit(limit + 1);
}

export function placeOf({ occurredAt, id }: Conversation): CursorKey {
  return [occurredAt, id];
}

function isBefore([at, id]: CursorKey) {
  const { occurredAt } = conversations;
  const place = Number(at);
  return or(
    lt(occurredAt, place),
    and(eq(occurredAt, place), lt(conversations.id, String(id) as Id<"conversation">)), // safe: only compared
  );
}

/** A lead has rarely more; what is older is found in the list of all. */
const mostLookedAt = 500;

export type Thread = {
  threadId: string;
  count: number;
  lastAt: number;
  subject: string;
  channel: Conversation["channel"];
  lastDirection: Conversation["direction"];
  sentiment: NonNullable<Conversation["sentiment"]>["overall"] | null;
};

/** Beside `max` SQLite takes the other columns from that very row: the newest of the thread. */
export async function threadsOf(ctx: Context, leadId: Id<"lead">): Promise<Thread[]> {
  return await ctx.db.all<Thread>(
    sql`select thread_id as threadId, count(*) as count, max(occurred_at) as lastAt, subject, channel,
      direction as lastDirection, coalesce(correction ->> '$.sentiment.overall', sentiment ->> '$.overall') as sentiment
      from (select * from conversations where organization_id = ${ctx.organization.id} and lead_id = ${leadId}
        order by occurred_at desc, id desc limit ${mostLookedAt})
      group by thread_id order by lastAt desc`,
  );
}

export function isConversation(ctx: Context, id: Id<"conversation">) {
  return and(eq(conversations.organizationId, ctx.organization.id), eq(conversations.id, id));
}

export function ofLead(ctx: Context, leadId: Id<"lead">) {
  return and(eq(conversations.organizationId, ctx.organization.id), eq(conversations.leadId, leadId));
}
