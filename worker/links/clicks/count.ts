import { type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { linkDays, managedUrls } from "../../../db/schema/cell/links";
import type { Step } from "../../kernel/write";
import type { Count } from "../pure/tally";
import type { Place } from "./place";

/** More kinds of a thing than this a day are not told apart: spam may come from a thousand made-up referrers. */
const mostWords = 100;
export const otherWords = "others";

/** Adds to the days of links and to the links themselves; what is less than nothing takes away. */
export function countSteps(
  { base, cell, organizationId }: Place,
  counts: readonly Count[],
  latest: ReadonlyMap<string, number>,
): Step[] {
  if (counts.length === 0) return [];
  const database = base.openCell(cell);
  const totals = JSON.stringify(totalsOf(counts, latest));
  return [
    database
      .insert(linkDays)
      .select(
        sql`select null, ${organizationId}, value ->> 'linkId', value ->> 'day', value ->> 'verdict',
          value ->> 'clicks', value -> 'countries', value -> 'devices', value -> 'referrers'
          from json_each(${JSON.stringify(counts)}) where true`,
      )
      .onConflictDoUpdate({
        target: [linkDays.organizationId, linkDays.linkId, linkDays.day, linkDays.verdict],
        set: {
          clicks: sql`${linkDays.clicks} + excluded.clicks`,
          countries: merged(linkDays.countries, sql`excluded.countries`),
          devices: merged(linkDays.devices, sql`excluded.devices`),
          referrers: merged(linkDays.referrers, sql`excluded.referrers`),
        },
      }),
    database
      .update(managedUrls)
      .set({
        clickCount: sql`${managedUrls.clickCount} + (total.value ->> 'clicks')`,
        humanCount: sql`${managedUrls.humanCount} + (total.value ->> 'human')`,
        lastClickedAt: sql`nullif(max(coalesce(${managedUrls.lastClickedAt}, 0), total.value ->> 'latest'), 0)`,
      })
      .from(sql`json_each(${totals}) as total`)
      // The plus keeps SQLite off the list of all links.
      .where(
        sql`${managedUrls.id} = total.value ->> 'linkId' and +${managedUrls.organizationId} = ${organizationId}`,
      ),
  ];
}

function totalsOf(counts: readonly Count[], latest: ReadonlyMap<string, number>) {
  const byLink = Map.groupBy(counts, ({ linkId }) => linkId);
  return [...byLink].map(([linkId, some]) => ({
    linkId,
    latest: latest.get(linkId) ?? 0,
    clicks: sumOf(some),
    human: sumOf(some.filter(({ verdict }) => verdict === "human")),
  }));
}

function sumOf(counts: Count[]): number {
  return counts.reduce((sum, { clicks }) => sum + clicks, 0);
}

/** Two counts by word as one, in SQL, so that no two batches overwrite each other. */
function merged(kept: SQLiteColumn, added: SQL): SQL {
  const word = sql`case when (select count(*) from json_each(${kept})) < ${mostWords}
    or exists (select 1 from json_each(${kept}) as old where old.key = fresh.key) then fresh.key else ${otherWords} end`;
  return sql`(select json_group_object(word, n) from (select word, sum(n) as n from (
    select key as word, value as n from json_each(${kept})
    union all select ${word}, fresh.value from json_each(${added}) as fresh)
    group by word having sum(n) <> 0))`;
}
