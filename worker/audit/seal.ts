import type { Database } from "../../db/client";
import type { Base } from "../kernel/context";
import { sealOf } from "./chain";
import { type Anchor, type AuditRow, selectAnchors, selectUnsealed, writeSeals } from "./queries";

const perRound = 500;
const rounds = 10;

/**
 * In the order of writing, so that nobody waits behind a busy neighbour. Stops anywhere and goes on next time; two at
 * once set the same seals.
 */
export async function sealAuditTrails(base: Base, cell: string): Promise<void> {
  const database = base.openCell(cell);
  let place = 0;
  for (let round = 0; round < rounds; round++) {
    const rows = await selectUnsealed(database, place, perRound);
    await writeSeals(database, await sealsOf(database, rows));
    if (rows.length < perRound) return;
    place = rows.at(-1)?.place ?? place;
  }
}

type Seals = Record<string, string>;

async function sealsOf(database: Database, rows: AuditRow[]): Promise<Seals> {
  const runs = [...Map.groupBy(rows, ({ organizationId }) => organizationId).values()].flatMap(runsOf);
  const anchors = await selectAnchors(
    database,
    runs.flatMap((run) => run.slice(0, 1)),
  );
  const anchorOf = new Map(anchors.map((anchor) => [anchor.of, anchor]));
  const seals: Seals = {};
  for (const run of runs) await sealRun(run, anchorOf.get(run[0]?.id ?? ""), seals);
  return seals;
}

/** What goes on after a row without a seal waits until that has one. */
async function sealRun(run: AuditRow[], anchor: Anchor | undefined, seals: Seals): Promise<void> {
  let previous = anchor?.id ? (anchor.chainHash ?? seals[anchor.id]) : null;
  if (previous === undefined) return;
  for (const row of run) previous = seals[row.id] = await sealOf(previous, row);
}

/** An organization's rows, cut wherever a number is missing: what a number follows is looked up, not assumed. */
function runsOf(rows: AuditRow[]): AuditRow[][] {
  const runs: AuditRow[][] = [];
  for (const row of rows.toSorted((a, b) => a.seq - b.seq)) {
    const run = runs.at(-1);
    if (run?.at(-1)?.seq === row.seq - 1) run.push(row);
    else runs.push([row]);
  }
  return runs;
}
