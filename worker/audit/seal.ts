import type { Database } from "../../db/client";
import type { Base } from "../kernel/context";
import { sealOf } from "./chain";
import { type AuditRow, selectAnchors, selectUnsealed, writeSeals } from "./queries";

const perRound = 500;
const rounds = 10;

/** Oldest first, so that nobody waits behind a busy neighbour. Stops anywhere and goes on next time; two at once set the same seals. */
export async function sealAuditTrails(base: Base, cell: string): Promise<void> {
  const database = base.openCell(cell);
  for (let round = 0; round < rounds; round++) {
    const rows = await selectUnsealed(database, perRound);
    const seals = await sealsOf(database, rows);
    if (Object.keys(seals).length === 0) return;
    await writeSeals(database, seals);
  }
}

async function sealsOf(database: Database, rows: AuditRow[]): Promise<Record<string, string>> {
  const chains = [...Map.groupBy(rows, ({ organizationId }) => organizationId).values()].map(firstRun);
  const anchors = await selectAnchors(
    database,
    chains.flatMap((chain) => chain.slice(0, 1)),
  );
  const anchorOf = new Map(anchors.map((anchor) => [anchor.organizationId, anchor]));
  const seals: Record<string, string> = {};
  for (const chain of chains) {
    const anchor = anchorOf.get(chain[0]?.organizationId ?? "");
    // The row before is not sealed itself: it is about to be, and this chain goes on after it.
    if (anchor && anchor.seq !== null && anchor.chainHash === null) continue;
    let previous = anchor?.chainHash ?? null;
    for (const row of chain) previous = seals[row.id] = await sealOf(previous, row);
  }
  return seals;
}

/** Up to the first missing number: whether that row is gone or only younger is seen in the next round. */
function firstRun(rows: AuditRow[]): AuditRow[] {
  const sorted = rows.toSorted((a, b) => a.seq - b.seq);
  const first = sorted[0]?.seq ?? 0;
  return sorted.filter(({ seq }, index) => seq === first + index);
}
