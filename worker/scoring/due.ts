import { and, asc, inArray, isNotNull, lte, eq } from "drizzle-orm";
import type { Cell } from "../../db/ids";
import { leadScoreStates } from "../../db/schema/cell/scoring";
import type { Base } from "../kernel/context";
import { idsIn } from "../kernel/id-list";
import { writeIn } from "../kernel/write";

const atOnce = 500;
const lotSize = 100;
/** Where the job of a lot is lost, its leads are due again after this. */
const againMs = 3_600_000;

/** Leads whose score time has changed, in every organization of a cell: points fade, windows close, a person's word ends. */
export async function orderDueScores(base: Base, cell: Cell): Promise<void> {
  const database = base.openCell(cell);
  const now = base.now();
  const { changesAt, leadId, organizationId } = leadScoreStates;
  const due = await database
    .select({ leadId, organizationId })
    .from(leadScoreStates)
    .where(and(isNotNull(changesAt), lte(changesAt, now)))
    .orderBy(asc(changesAt))
    .limit(atOnce);
  for (const [id, rows] of Map.groupBy(due, (row) => row.organizationId)) {
    const ids = rows.map((row) => row.leadId);
    const scope = { database, cell, organizationId: id, actor: { kind: "system", id: null } } as const;
    const claim = database
      .update(leadScoreStates)
      .set({ changesAt: now + againMs })
      .where(and(eq(organizationId, id), inArray(leadId, idsIn(ids))));
    await writeIn(base, scope, [claim], { jobs: lotsOf(ids) });
  }
}

function lotsOf(ids: readonly string[]) {
  const starts = Array.from({ length: Math.ceil(ids.length / lotSize) }, (_, place) => place * lotSize);
  return starts.map((from) => ({
    queue: "events" as const,
    type: "scoring.lot",
    payload: { leadIds: ids.slice(from, from + lotSize) },
  }));
}
