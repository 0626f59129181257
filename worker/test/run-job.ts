import { and, desc, eq } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { jobs } from "../../db/schema/cell/spine";
import { atWork } from "../jobs";
import { messageOf, runJob } from "../kernel/jobs";
import { testBase } from "./base";
import { control } from "./world";

/** Does an organization's newest job of a kind as the consumer would at that time; answers its row afterwards. */
export async function runNewestJob(organizationId: Id<"organization">, type: string, at = Date.now()) {
  const newest = () =>
    control()
      .select()
      .from(jobs)
      .where(and(eq(jobs.organizationId, organizationId), eq(jobs.type, type)))
      .orderBy(desc(jobs.id))
      .limit(1);
  const [job] = await newest();
  if (!job) throw new Error(`${organizationId} has no job of the type ${type}.`);
  await runJob(testBase({ now: () => at }), messageOf(job), atWork);
  const [after] = await newest();
  return after;
}
