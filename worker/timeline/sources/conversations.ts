import { type SQL, sql } from "drizzle-orm";
import type { Id } from "../../../db/ids";
import type { Context } from "../../kernel/context";
import type { Source } from "../entry";
import { countRows, newestRows } from "../rows";

type Row = {
  id: string;
  at: number;
  direction: "inbound" | "outbound";
  channel: string;
  subject: string;
  excerpt: string;
  threadId: string;
  recordedBy: string | null;
};

const excerptLength = 400;

/** What was said, for who may reach people. */
export const conversations: Source = {
  kinds: ["conversation"],
  permission: "leads:contact",

  async read(ctx, { leadId, before, limit }) {
    const columns = sql`direction, channel, subject, substr(content, 1, ${excerptLength}) as excerpt,
      thread_id as threadId, recorded_by as recordedBy`;
    const query = { ...ofLead(ctx, leadId), columns, at: sql`occurred_at`, id: sql`id` };
    const rows = await newestRows<Row>(ctx, query, before, limit);
    return rows.map(({ id, at, recordedBy, ...said }) => ({
      id,
      at,
      kind: "conversation",
      title: () => said.subject || titleOf(said),
      data: { conversationId: id, ...said },
      actorId: said.direction === "outbound" ? recordedBy : null,
    }));
  },

  async count(ctx, { leadId }) {
    return await countRows(ctx, ofLead(ctx, leadId));
  },
};

function ofLead(ctx: Context, leadId: Id<"lead">): { from: SQL; where: SQL } {
  return {
    from: sql`conversations`,
    where: sql`organization_id = ${ctx.organization.id} and lead_id = ${leadId}`,
  };
}

function titleOf({ channel, direction }: Pick<Row, "channel" | "direction">): string {
  const way = { email: "Email", phone: "Call", chat: "Chat", meeting: "Meeting" }[channel] ?? "Message";
  return `${way} ${direction === "inbound" ? "from" : "to"} them`;
}
