import { and, eq, inArray, lt, sql } from "drizzle-orm";
import * as z from "zod";
import type { Cell } from "../../db/ids";
import { campaignEvents, visitors } from "../../db/schema/cell/visitors";
import { appSettings } from "../../db/schema/control/platform";
import type { Base } from "../kernel/context";
import { idsIn } from "../kernel/id-list";
import { dayMs } from "./daily-salt";

/** What people did is kept for two years; after that only how many did it on which day. */
export const analyticsKeptMs = 731 * dayMs;
const atOnce = 500;
const restMs = 30 * dayMs;

const standing = z.object({ after: z.tuple([z.string(), z.string(), z.string()]), restUntil: z.number() });
type Standing = z.output<typeof standing>;
const beginning: Standing = { after: ["", "", ""], restUntil: 0 };

/**
 * Walks through all events once a month, some hundred at a time, and lets go of the old ones and of browsers that nobody
 * saw since. An index by age would find them sooner and cost a row for every event that is ever written.
 */
export async function forgetOldEvents(base: Base, cell: Cell): Promise<void> {
  const [now, key] = [base.now(), `event_walk:${cell}`];
  const { after, restUntil } = await readStanding(base, key);
  if (now < restUntil) return;
  const database = base.openCell(cell);
  const { organizationId, visitorId, id, createdAt } = campaignEvents;
  const lot = await database
    .select({ organizationId, visitorId, id, createdAt })
    .from(campaignEvents)
    .where(sql`(organization_id, visitor_id, id) > (${after[0]}, ${after[1]}, ${after[2]})`)
    .orderBy(organizationId, visitorId, id)
    .limit(atOnce);
  const before = now - analyticsKeptMs;
  const old = lot.filter((event) => event.createdAt < before);
  if (old.length > 0)
    await database.batch([
      database.delete(campaignEvents).where(
        sql`(organization_id, visitor_id, id) in (select value ->> 'organizationId', value ->> 'visitorId', value ->> 'id'
          from json_each(${JSON.stringify(old)}))`,
      ),
      database
        .delete(visitors)
        .where(
          and(
            inArray(visitors.id, idsIn(old.map((event) => event.visitorId))),
            lt(visitors.lastSeenAt, before),
          ),
        ),
    ]);
  const last = lot.at(-1);
  const isDone = lot.length < atOnce || !last;
  await keepStanding(
    base,
    key,
    isDone
      ? { ...beginning, restUntil: now + restMs }
      : { after: [last.organizationId, last.visitorId, last.id], restUntil: 0 },
  );
}

async function readStanding(base: Base, key: string): Promise<Standing> {
  const [row] = await base.control.select().from(appSettings).where(eq(appSettings.key, key));
  return standing.safeParse(row?.value).data ?? beginning;
}

async function keepStanding(base: Base, key: string, value: Standing): Promise<void> {
  const set = { value, updatedAt: base.now() };
  await base.control
    .insert(appSettings)
    .values({ key, description: "How far old events are forgotten", ...set })
    .onConflictDoUpdate({ target: appSettings.key, set });
}
