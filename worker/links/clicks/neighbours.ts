import { and, eq, inArray, sql } from "drizzle-orm";
import { makeId, randomBytesPerId, type Id } from "../../../db/ids";
import { clicks, managedUrls } from "../../../db/schema/cell/links";
import { idsIn } from "../../kernel/id-list";
import { burstMs, type Judgement } from "../pure/judge";
import type { ClickData } from "./shape";
import type { Place } from "./place";

/** A click as it is judged and written. */
export type ClickRow = ClickData & Judgement & { clickId: Id<"click">; at: number; judgedBy: string | null };

/** Bursts are seconds long: what lies further back says nothing, and more than this is a flood by any measure. */
const mostNeighbours = 300;

/** Which of these are written already, and which links are there at all. */
export async function readStanding({ base, cell, organizationId }: Place, candidates: ClickRow[]) {
  const database = base.openCell(cell);
  const pairs = JSON.stringify(candidates.map(({ linkId, clickId }) => ({ linkId, clickId })));
  const linkIds = [...new Set(candidates.map(({ linkId }) => linkId))];
  const [written, links] = await database.batch([
    database
      .select({ clickId: clicks.clickId })
      .from(sql`json_each(${pairs}) as pair`)
      // In this order: joined either way, SQLite walks all clicks there are.
      .crossJoin(clicks)
      .where(
        sql`${clicks.organizationId} = ${organizationId} and ${clicks.linkId} = pair.value ->> 'linkId'
          and ${clicks.clickId} = pair.value ->> 'clickId'`,
      ),
    database
      .select({ id: managedUrls.id })
      .from(managedUrls)
      .where(and(inArray(managedUrls.id, idsIn(linkIds)), eq(managedUrls.organizationId, organizationId))),
  ]);
  return {
    known: new Set<string>(written.map(({ clickId }) => clickId)),
    links: new Set<string>(links.map(({ id }) => id)),
  };
}

type Around = { clickId: Id<"click">; linkId: Id<"link">; visitorId: string | null; at: number };

/** What the same visitors did, and what happened to the same links, within a burst's length. */
export async function neighboursOf(place: Place, some: readonly Around[]): Promise<ClickRow[]> {
  const { base, cell, organizationId } = place;
  const database = base.openCell(cell);
  const times = some.map(({ at }) => at);
  const bounds = {
    from: edgeOf(cell, Math.min(...times) - burstMs),
    to: edgeOf(cell, Math.max(...times) + burstMs + 1),
  };
  const between = sql`${clicks.clickId} >= ${bounds.from} and ${clicks.clickId} < ${bounds.to}`;
  const here = eq(clicks.organizationId, organizationId);
  const visitorIds = [...new Set(some.flatMap(({ visitorId }) => visitorId ?? []))];
  const linkIds = [...new Set(some.map(({ linkId }) => linkId))];
  const [sameVisitors, sameLinks] = await database.batch([
    database
      .select()
      .from(clicks)
      .where(and(here, inArray(clicks.visitorId, idsIn(visitorIds)), between))
      .limit(mostNeighbours),
    database
      .select()
      .from(clicks)
      .where(and(here, inArray(clicks.linkId, idsIn(linkIds)), between))
      .limit(mostNeighbours),
  ]);
  const own = new Set<string>(some.map(({ clickId }) => clickId));
  const found = new Map([...sameVisitors, ...sameLinks].map((row) => [row.clickId, rowOf(row)]));
  return [...found.values()].filter(({ clickId }) => !own.has(clickId));
}

export function rowOf({ createdAt, ...row }: typeof clicks.$inferSelect): ClickRow {
  // safe: only judgements write the reason
  return { ...row, at: createdAt, reason: row.reason as ClickRow["reason"] };
}

/** Ids sort by the time they were made: the first that could have been made then. */
export function edgeOf(cell: string, at: number): Id<"click"> {
  return makeId("click", cell, Math.max(at, 0), new Uint8Array(randomBytesPerId));
}
