import { sql } from "drizzle-orm";
import { type Cell, isId } from "../../../db/ids";
import { clicks } from "../../../db/schema/cell/links";
import type { Base } from "../../kernel/context";
import { Conflict } from "../../kernel/errors";
import type { Happening } from "../../kernel/happenings";
import { refuseWhen, type Step, writeIn } from "../../kernel/write";
import { judgeAll } from "../pure/judge";
import { tally } from "../pure/tally";
import type { ClickData } from "./shape";
import { countSteps } from "./count";
import { type ClickRow, neighboursOf, readStanding } from "./neighbours";
import { overtaken, type Place } from "./place";
import { changedVerdicts, verdictSteps } from "./verdicts";

type Arrived = Happening<ClickData>;

/** Whoever came in between makes the counts wrong, so it is looked again; more often than this is not chance. */
const tries = 4;

/** The clicks of a moment: judged together with their neighbours, inserted once, counted in the same batch. */
export async function recordClicks(base: Base, cell: Cell, arrived: Arrived[]): Promise<void> {
  const byOrganization = Map.groupBy(arrived, ({ organizationId }) => organizationId);
  for (const [organizationId, some] of byOrganization) {
    const place: Place = { base, cell, organizationId };
    for (let attempt = 1; ; attempt++) {
      try {
        await recordIn(place, some);
        break;
      } catch (error) {
        if (!(error instanceof Conflict) || attempt === tries) throw error;
      }
    }
  }
}

async function recordIn(place: Place, arrived: Arrived[]): Promise<void> {
  const { base, cell, organizationId } = place;
  const candidates = arrived.flatMap((each) => rowOf(place, each) ?? []);
  const { known, links } = await readStanding(place, candidates);
  const fresh = candidates.filter(({ clickId, linkId }) => links.has(linkId) && !known.has(clickId));
  if (fresh.length === 0) return;
  const neighbours = await neighboursOf(place, fresh);
  const judged = judgeAll([...neighbours, ...fresh]);
  const rows = fresh.map((click) => ({ ...click, ...judged.get(click.clickId) }) as ClickRow); // safe: all were judged
  const changed = changedVerdicts(neighbours, judged);
  const counts = tally([
    ...rows.map((click) => ({ click, verdict: click.verdict, by: 1 as const })),
    ...changed.flatMap(({ click, verdict }) => [
      { click, verdict: click.verdict, by: -1 as const },
      { click, verdict, by: 1 as const },
    ]),
  ]);
  const database = base.openCell(cell);
  const scope = { database, cell, organizationId, actor: { kind: "system", id: null } } as const;
  await writeIn(base, scope, [
    ...insertSteps(place, rows),
    ...verdictSteps(place, changed, null),
    ...countSteps(place, counts, latestOf(rows)),
  ]);
}

/** An id that is no click's, or of another cell, was not made by us. */
function rowOf({ cell }: Place, { id, at, data }: Arrived): ClickRow | null {
  if (!isId("click", id) || !id.startsWith(`clk_${cell}`)) return null;
  return { ...data, clickId: id, at, verdict: "human", reason: "looks_human", judgedBy: null };
}

/** All or none: somebody else's copy of one of these would be counted twice. */
function insertSteps({ base, cell, organizationId }: Place, rows: ClickRow[]): Step[] {
  return [
    base
      .openCell(cell)
      .insert(clicks)
      .select(
        sql`select null, ${organizationId}, value ->> 'linkId', value ->> 'clickId', value ->> 'at',
          value ->> 'visitorId', value ->> 'country', value ->> 'device', value ->> 'browser', value ->> 'language',
          value ->> 'referrer', value ->> 'network', value ->> 'userAgent', value -> 'signals',
          value ->> 'verdict', value ->> 'reason', null from json_each(${JSON.stringify(rows)}) where true`,
      )
      .onConflictDoNothing(),
    refuseWhen(sql`changes() <> ${rows.length}`, overtaken),
  ];
}

function latestOf(rows: ClickRow[]): Map<string, number> {
  const latest = new Map<string, number>();
  for (const { linkId, at } of rows) latest.set(linkId, Math.max(at, latest.get(linkId) ?? 0));
  return latest;
}
