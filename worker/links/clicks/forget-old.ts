import { and, asc, inArray, lt } from "drizzle-orm";
import type { Cell } from "../../../db/ids";
import { clicks } from "../../../db/schema/cell/links";
import type { Base } from "../../kernel/context";
import { analyticsKeptMs } from "../../visitors";

const atOnce = 500;

/** The counts of a link stay; after two years its single clicks do not. They stand as they came, so one row tells whether any is due. */
export async function forgetOldClicks(base: Base, cell: Cell): Promise<void> {
  const database = base.openCell(cell);
  const before = base.now() - analyticsKeptMs;
  const oldest = (count: number) =>
    database.select({ id: clicks.id }).from(clicks).orderBy(asc(clicks.id)).limit(count);
  const isDue = (count: number) => and(inArray(clicks.id, oldest(count)), lt(clicks.createdAt, before));
  const [due] = await database.select({ id: clicks.id }).from(clicks).where(isDue(1));
  if (due) await database.delete(clicks).where(isDue(atOnce));
}
