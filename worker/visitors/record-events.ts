import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import { type Cell, makeId, randomBytesPerId } from "../../db/ids";
import { campaignEventDays, campaignEvents, trackingKeys, visitors } from "../../db/schema/cell/visitors";
import type { Base } from "../kernel/context";
import { defineHappening, type Happening } from "../kernel/happenings";
import { dayMs } from "./daily-salt";
import { type EventData, eventShape } from "./event";
import { type VisitorRow, visitorsIn } from "./visitors-in";

/** Days, visitors and events in one batch; what was there before counts nowhere again (QUE-01). */
export async function recordEvents(base: Base, cell: Cell, events: Happening<EventData>[]): Promise<void> {
  const database = base.openCell(cell);
  const rows = JSON.stringify(events.map((event) => rowOf(cell, event)));
  const seen = visitorsIn(events);
  await database.batch([
    database.insert(campaignEventDays).select(countedByDay(rows, base.now())).onConflictDoUpdate(addUp),
    database.insert(visitors).select(visitorRows(seen, base.now())).onConflictDoUpdate(seenLater),
    database.insert(campaignEvents).select(eventRows(rows, base.now())).onConflictDoNothing(),
    noteLastHeard(database, events),
  ]);
}

export const eventHappening = defineHappening("event", eventShape, recordEvents);

function rowOf(cell: Cell, { id, organizationId, at, data }: Happening<EventData>) {
  const midnight = Math.floor(at / dayMs) * dayMs;
  const smallestIdAt = (time: number) => makeId("event", cell, time, new Uint8Array(randomBytesPerId));
  return {
    ...data,
    id,
    organizationId,
    at,
    day: new Date(midnight).toISOString().slice(0, 10),
    /** The ids of that day's events lie between these. */
    dayBegins: smallestIdAt(midnight),
    dayEnds: smallestIdAt(midnight + dayMs),
    isBot: data.traffic === "human" ? 0 : 1,
  };
}

const campaign = sql`(select id from campaigns where organization_id = value ->> 'organizationId'
  and utm_campaign = value ->> '$.utm.campaign')`;

/** A visitor counts on a day with its first event of the type. */
function countedByDay(rows: string, now: number): SQL {
  return sql`with fresh as materialized (
      select value ->> 'organizationId' as organization_id, value ->> 'day' as day, value ->> 'type' as type,
        coalesce(${campaign}, '') as campaign_id, value ->> 'isBot' as is_bot, value ->> 'visitorId' as visitor_id,
        exists (select 1 from campaign_events e where e.organization_id = value ->> 'organizationId'
          and e.visitor_id = value ->> 'visitorId' and e.id >= value ->> 'dayBegins'
          and e.id < value ->> 'dayEnds' and e.type = value ->> 'type') as was_here
      from json_each(${rows})
      where not exists (select 1 from campaign_events e where e.organization_id = value ->> 'organizationId'
        and e.visitor_id = value ->> 'visitorId' and e.id = value ->> 'id'))
    select organization_id, day, type, campaign_id, is_bot, count(*),
      count(distinct case when not was_here then visitor_id end), ${now}
    from fresh where true group by organization_id, day, type, campaign_id, is_bot`;
}

const addUp = {
  target: [
    campaignEventDays.organizationId,
    campaignEventDays.day,
    campaignEventDays.type,
    campaignEventDays.campaignId,
    campaignEventDays.isBot,
  ],
  set: {
    events: sql`${campaignEventDays.events} + excluded.events`,
    visitors: sql`${campaignEventDays.visitors} + excluded.visitors`,
  },
};

function visitorRows(rows: VisitorRow[], now: number): SQL {
  return sql`select value ->> 'id', value ->> 'organizationId', ${now}, value ->> 'kind',
    value ->> 'firstSeenAt', value ->> 'lastSeenAt', value ->> 'landingUrl', value ->> 'referrer',
    value -> 'utm', value ->> 'country', value ->> 'device'
    from json_each(${JSON.stringify(rows)}) where true`;
}

/** To the minute: who reads a page a second is not written a row a second. */
const seenLater = {
  target: visitors.id,
  set: { lastSeenAt: sql`excluded.last_seen_at` },
  setWhere: sql`${visitors.organizationId} = excluded.organization_id
    and excluded.last_seen_at > ${visitors.lastSeenAt} + 60000`,
};

/** In the order of the table's columns. */
function eventRows(rows: string, now: number): SQL {
  return sql`select value ->> 'id', value ->> 'organizationId', value ->> 'visitorId', value ->> 'type',
    value ->> 'at', value ->> 'sessionId', value ->> 'traffic', value ->> 'url', value ->> 'title',
    value ->> 'referrer', value ->> 'country', value ->> 'device', ${campaign}, value ->> 'businessId',
    value ->> 'pieceId', value ->> 'linkId', value ->> 'clickId', value ->> 'formId', value ->> 'submissionId',
    value -> 'utm', value -> 'data', ${now} from json_each(${rows}) where true`;
}

/** So that whoever pasted the snippet sees that it speaks; every ten seconds is soon enough. */
function noteLastHeard(database: Database, events: Happening<EventData>[]) {
  const heard = events
    .filter(({ data }) => data.trackingKeyId !== null)
    .map(({ organizationId, at, data }) => ({ id: data.trackingKeyId, organizationId, at, url: data.url }));
  return database
    .update(trackingKeys)
    .set({ lastEventAt: sql`value ->> 'at'`, lastEventUrl: sql`value ->> 'url'` })
    .from(sql`json_each(${JSON.stringify(heard)})`)
    .where(
      sql`${trackingKeys.id} = value ->> 'id' and ${trackingKeys.organizationId} = value ->> 'organizationId'
      and coalesce(${trackingKeys.lastEventAt}, 0) + 10000 < value ->> 'at'`,
    );
}
