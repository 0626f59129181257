import { type SQL, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import type { Context } from "../kernel/context";
import { type Signal, type SignalKind, signalKinds } from "./pure/rule";

const mostTouches = 100;
const mostTalks = 100;
const mostBrowsers = 20;
const mostEvents = 200;

type Row = {
  leadId: Id<"lead">;
  id: string;
  kind: string;
  at: number;
  title: string | null;
  url: string | null;
  referrer: string | null;
  source: string | null;
  medium: string | null;
  campaign: string | null;
  pieceId: string | null;
  linkId: string | null;
  formId: string | null;
  submissionId: string | null;
  outcome: string | null;
};

/** What each of these leads did, its newest steps; of any number of leads in three reads. */
export async function signalsOf(
  ctx: Context,
  leadIds: readonly Id<"lead">[],
): Promise<Map<Id<"lead">, Signal[]>> {
  const ids = JSON.stringify(leadIds);
  const [touches, events, talks] = await Promise.all([
    ctx.db.all<Row>(touchRows(ctx, ids)),
    ctx.db.all<Row>(eventRows(ctx, ids)),
    ctx.db.all<Pick<Row, "leadId" | "id" | "kind" | "at" | "outcome">>(talkRows(ctx, ids)),
  ]);
  const told = new Set(touches.map(({ submissionId }) => submissionId));
  // A form that was sent is a touch and an event: it counts once.
  const once = events.filter(({ submissionId }) => !submissionId || !told.has(submissionId));
  const rows = [...touches, ...once, ...talks.map((talk) => ({ ...nothing, ...talk }))];
  const byLead = Map.groupBy(rows, ({ leadId }) => leadId);
  return new Map([...byLead].map(([leadId, own]) => [leadId, own.flatMap(signalOf)]));
}

function touchRows(ctx: Context, ids: string): SQL {
  const { id } = ctx.organization;
  return sql`select touch.lead_id as leadId, touch.id, touch.kind, touch.occurred_at as at, null as title, null as url,
      touch.referrer, touch.source, touch.medium, touch.campaign, touch.piece_id as pieceId, touch.link_id as linkId,
      touch.form_id as formId, touch.submission_id as submissionId, null as outcome
    from json_each(${ids}) as wanted cross join touchpoints as touch on touch.organization_id = ${id}
      and touch.lead_id = wanted.value and touch.id in (select newest.id from touchpoints as newest
      where newest.organization_id = ${id} and newest.lead_id = wanted.value
      order by newest.occurred_at desc limit ${mostTouches})`;
}

/** Of the browsers that are known to be theirs; what a scanner or a bot did tells nothing. */
function eventRows(ctx: Context, ids: string): SQL {
  const { id } = ctx.organization;
  return sql`select browser.lead_id as leadId, event.id, event.type as kind, event.at, event.title, event.url,
      event.referrer, event.utm ->> 'source' as source, event.utm ->> 'medium' as medium,
      event.utm ->> 'campaign' as campaign, event.piece_id as pieceId, event.link_id as linkId,
      event.form_id as formId, event.submission_id as submissionId, null as outcome
    from json_each(${ids}) as wanted cross join visitor_identities as browser on browser.organization_id = ${id}
      and browser.lead_id = wanted.value and browser.undone_at is null and browser.id in (select known.id
      from visitor_identities as known where known.organization_id = ${id} and known.lead_id = wanted.value
      order by known.id desc limit ${mostBrowsers})
    cross join campaign_events as event on event.organization_id = ${id} and event.visitor_id = browser.visitor_id
      and event.id in (select newest.id from campaign_events as newest where newest.organization_id = ${id}
      and newest.visitor_id = browser.visitor_id order by newest.id desc limit ${mostEvents})
    where event.traffic = 'human'`;
}

/** What is done about them; its words stay where who may read them reads them. */
function talkRows(ctx: Context, ids: string): SQL {
  const { id } = ctx.organization;
  return sql`select talk.lead_id as leadId, talk.id, talk.type as kind, talk.at, talk.outcome
    from json_each(${ids}) as wanted cross join activities as talk on talk.organization_id = ${id}
      and talk.lead_id = wanted.value and talk.state = 'done' and talk.id in (select newest.id from activities as newest
      where newest.organization_id = ${id} and newest.lead_id = wanted.value and newest.state = 'done'
      order by newest.at desc limit ${mostTalks})`;
}

const nothing = {
  title: null,
  url: null,
  referrer: null,
  source: null,
  medium: null,
  campaign: null,
  pieceId: null,
  linkId: null,
  formId: null,
  submissionId: null,
};

function signalOf(row: Row): Signal[] {
  const { id, at, title, url, referrer, source, medium, campaign, pieceId, linkId, formId, outcome } = row;
  const kind = kindOf(row);
  if (!kind) return [];
  const words = title ?? pathOf(url) ?? ([source, campaign].filter(Boolean).join(" · ") || referrer);
  const record = { url, title, referrer, source, medium, campaign, pieceId, linkId, formId, outcome };
  return [{ id, kind, at, title: words?.slice(0, 120) ?? null, pieceId, linkId, formId, record }];
}

function kindOf({ id, kind }: Row): SignalKind | undefined {
  const known = signalKinds.find((each) => each === kind);
  return known ?? (id.startsWith("tch_") ? "touch" : undefined);
}

function pathOf(url: string | null): string | null {
  return url && URL.canParse(url) ? new URL(url).pathname : null;
}
