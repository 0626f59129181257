import { and, desc, eq } from "drizzle-orm";
import { cellOf, type Id } from "../../db/ids";
import type { Database } from "../../db/client";
import { jobs } from "../../db/schema/cell/spine";
import { atWork } from "../jobs";
import { messageOf, runJob } from "../kernel/jobs";
import { testBase } from "./base";
import { control, database } from "./world";

/**
 * Does an organization's newest job of a kind as the consumer would at that time, or by a clock that goes on; answers its row afterwards. It stands
 * where what asked for it was written: in the organization's own cell, or beside the rows about people and members.
 */
export async function runNewestJob(
  organizationId: Id<"organization">,
  type: string,
  at: number | (() => number) = Date.now(),
) {
  const newestIn = async (place: Database) => {
    const [row] = await place
      .select()
      .from(jobs)
      .where(and(eq(jobs.organizationId, organizationId), eq(jobs.type, type)))
      .orderBy(desc(jobs.id))
      .limit(1);
    return row;
  };
  const newest = async () =>
    (await newestIn(database(cellOf(organizationId)))) ?? (await newestIn(control()));
  const job = await newest();
  if (!job) throw new Error(`${organizationId} has no job of the type ${type}.`);
  const now = typeof at === "number" ? () => at : at;
  await runJob(testBase({ now }), messageOf(job), atWork);
  return await newest();
}
