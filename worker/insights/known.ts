import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { leads } from "../../db/schema/cell/leads";
import { type Conversation, findingsOf } from "../conversations";
import type { Context } from "../kernel/context";
import { idsIn } from "../kernel/id-list";
import { sayTouch } from "../leads";
import type { Known, KnownConversation } from "./pure/known";

const mostTalks = 12;
const mostTouches = 40;
const mostTasks = 5;

/** What the rules need to know of up to a hundred leads, in six reads for all of them. */
export async function knownOf(ctx: Context, ids: readonly Id<"lead">[]): Promise<Known[]> {
  const wanted = JSON.stringify(ids);
  const [rows, talks, open, done, touches, further] = await Promise.all([
    ctx.db
      .select()
      .from(leads)
      .where(and(eq(leads.organizationId, ctx.organization.id), inArray(leads.id, idsIn(ids)))),
    ctx.db.all<Talk>(talkRows(ctx, wanted)),
    ctx.db.all<Task>(activityRows(ctx, wanted, "open")),
    ctx.db.all<Task>(activityRows(ctx, wanted, "done")),
    ctx.db.all<Touch>(touchRows(ctx, wanted)),
    ctx.db.all<Further>(furtherRows(ctx, wanted)),
  ]);
  const of = <T extends { leadId: string }>(found: T[]) => Map.groupBy(found, ({ leadId }) => leadId);
  const [said, due, did, seen, next] = [of(talks), of(open), of(done), of(touches), of(further)];
  return rows.map((lead) => ({
    now: ctx.now(),
    lead,
    conversations: (said.get(lead.id) ?? []).map(knownTalk),
    openTasks: (due.get(lead.id) ?? []).map(({ id, subject, at, dueAt }) => ({
      id,
      subject,
      dueAt: dueAt === null ? null : at,
    })),
    done: did.get(lead.id) ?? [],
    touches: (seen.get(lead.id) ?? []).map(({ id, at, kind, ...way }) => ({
      id,
      at,
      words: sayTouch(kind, way),
    })),
    further: next.get(lead.id) ?? [],
  }));
}

type Talk = { leadId: string; id: string; at: number; channel: string; direction: "inbound" | "outbound" } & {
  [part in "sentiment" | "intent" | "entities" | "buyingSignals" | "correction"]: string | null;
};
type Task = { leadId: string; id: string; type: string; subject: string; at: number; dueAt: number | null };
type Touch = { leadId: string; id: string; kind: string; at: number } & {
  [part in "source" | "medium" | "campaign" | "referrer"]: string | null;
};
type Further = Known["further"][number] & { leadId: string };

/** Of each lead the newest so many: the index of the table ends each look. */
function talkRows(ctx: Context, wanted: string): SQL {
  const { id } = ctx.organization;
  return sql`select one.lead_id as leadId, one.id, one.occurred_at as at, one.channel, one.direction, one.sentiment,
      one.intent, one.entities, one.buying_signals as buyingSignals, one.correction
    from json_each(${wanted}) as wanted cross join conversations as one on one.organization_id = ${id}
      and one.lead_id = wanted.value and one.id in (select newest.id from conversations as newest
      where newest.organization_id = ${id} and newest.lead_id = wanted.value
      order by newest.occurred_at desc, newest.id desc limit ${mostTalks})
    order by one.occurred_at desc, one.id desc`;
}

function activityRows(ctx: Context, wanted: string, state: "open" | "done"): SQL {
  const { id } = ctx.organization;
  const order = state === "open" ? sql`asc` : sql`desc`;
  return sql`select one.lead_id as leadId, one.id, one.type, one.subject, one.at, one.due_at as dueAt
    from json_each(${wanted}) as wanted cross join activities as one on one.organization_id = ${id}
      and one.lead_id = wanted.value and one.id in (select first.id from activities as first
      where first.organization_id = ${id} and first.lead_id = wanted.value and first.state = ${state}
      order by first.at ${order}, first.id limit ${mostTasks})
    order by one.at ${order}`;
}

function touchRows(ctx: Context, wanted: string): SQL {
  const { id } = ctx.organization;
  return sql`select one.lead_id as leadId, one.id, one.kind, one.occurred_at as at, one.source, one.medium, one.campaign, one.referrer
    from json_each(${wanted}) as wanted cross join touchpoints as one on one.organization_id = ${id}
      and one.lead_id = wanted.value and one.id in (select newest.id from touchpoints as newest
      where newest.organization_id = ${id} and newest.lead_id = wanted.value
      order by newest.occurred_at desc limit ${mostTouches})
    order by one.occurred_at desc`;
}

/** From the pieces that they came by along the journey to published ones that they have not seen. */
function furtherRows(ctx: Context, wanted: string): SQL {
  const { id } = ctx.organization;
  return sql`select one.lead_id as leadId, max(one.id) as touchId, max(one.occurred_at) as touchedAt,
      piece.id as pieceId, piece.title
    from json_each(${wanted}) as wanted cross join touchpoints as one on one.organization_id = ${id}
      and one.lead_id = wanted.value and one.piece_id is not null and one.id in (select newest.id
      from touchpoints as newest where newest.organization_id = ${id} and newest.lead_id = wanted.value
      order by newest.occurred_at desc limit ${mostTouches})
    cross join journey_edges as edge on edge.organization_id = ${id} and edge.from_piece_id = one.piece_id
    cross join content_pieces as piece on piece.organization_id = ${id} and piece.id = edge.to_piece_id
      and piece.status = 'published'
    where not exists (select 1 from touchpoints as seen where seen.organization_id = ${id}
      and seen.lead_id = one.lead_id and seen.piece_id = piece.id)
    group by one.lead_id, piece.id order by touchedAt desc, piece.id limit 300`;
}

/** A person's word counts here as it does on the screen. */
function knownTalk({ id, at, channel, direction, ...parts }: Talk): KnownConversation {
  const read = <K extends keyof typeof parts>(part: K) =>
    // safe: this very column, as the domain that owns it wrote it
    JSON.parse(parts[part] ?? "null") as Conversation[K & keyof Conversation];
  const { sentiment, intent, buyingSignals, entities } = findingsOf({
    sentiment: read("sentiment"),
    intent: read("intent"),
    topics: null,
    entities: read("entities"),
    buyingSignals: read("buyingSignals"),
    correction: read("correction"),
  });
  const competitors = entities.filter(({ type }) => type === "competitor");
  return { id, at, channel, direction, sentiment, intent, buyingSignals, competitors };
}
