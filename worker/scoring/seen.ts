import { sql } from "drizzle-orm";
import type { Cell, Id } from "../../db/ids";
import type { Base } from "../kernel/context";
import { defineHappening } from "../kernel/happenings";
import { writeIn } from "../kernel/write";
import { eventHappening } from "../visitors";

type Seen = Parameters<typeof eventHappening.record>[2];

/** Whoever reads page after page is scored once in so long. */
const restMs = 30_000;

/** What visitors do, recorded as it is; where they are known to be leads, their scores follow. */
export const seenHappening = defineHappening(
  eventHappening.type,
  eventHappening.data,
  async (base, cell, seen) => {
    await eventHappening.record(base, cell, seen);
    await scoreSeen(base, cell, seen);
  },
);

async function scoreSeen(base: Base, cell: Cell, seen: Seen): Promise<void> {
  const database = base.openCell(cell);
  const visitors = seen
    .filter(({ data }) => data.visitorKind === "kept" && data.traffic === "human")
    .map(({ organizationId, data: { visitorId } }) => ({ organizationId, visitorId }));
  if (visitors.length === 0) return;
  const known = await database.all<{ organizationId: Id<"organization">; leadId: string }>(
    sql`select distinct known.organization_id as organizationId, known.lead_id as leadId
    from json_each(${JSON.stringify(visitors)}) as seen cross join visitor_identities as known
      on known.organization_id = seen.value ->> 'organizationId' and known.visitor_id = seen.value ->> 'visitorId'
      and known.undone_at is null`,
  );
  for (const [organizationId, leads] of Map.groupBy(known, (row) => row.organizationId)) {
    const scope = { database, cell, organizationId, actor: { kind: "system", id: null } } as const;
    const jobs = leads.map(({ leadId }) => ({
      queue: "events" as const,
      type: "scoring.lead",
      payload: { leadId },
      dedupeKey: `score-seen:${leadId}`,
      runAt: base.now() + restMs,
    }));
    await writeIn(base, scope, [], { jobs });
  }
}
