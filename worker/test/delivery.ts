import { and, desc, eq } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { jobs } from "../../db/schema/cell/spine";
import { atWork } from "../jobs";
import type { Base } from "../kernel/context";
import { messageOf, runJob } from "../kernel/jobs";
import { publishPiece } from "../publishing";
import { testBase } from "./base";
import { inside } from "./inside";
import type { World } from "./world";

type Outside = Pick<Base, "providers">;
type Order = Parameters<typeof publishPiece>[2];

/** Orders a publication without any queue, so that a test says itself when its job runs, and through which outside. */
export async function order(world: World, outside: Outside, pieceId: Id<"piece">, wanted: Order) {
  return await publishPiece(await inside(world, { ...outside, carry: () => undefined }), pieceId, wanted);
}

/** Runs the newest delivery once, at that time; answers the job as it is afterwards. */
export async function runDelivery(world: World, outside: Outside, at = Date.now()) {
  const isDelivery = and(eq(jobs.organizationId, world.id), eq(jobs.type, "publishing.deliver"));
  const newest = async () => {
    const [job] = await world.database.select().from(jobs).where(isDelivery).orderBy(desc(jobs.id)).limit(1);
    if (!job) throw new Error("There is no delivery.");
    return job;
  };
  const job = await newest();
  await runJob(testBase({ ...outside, carry: () => undefined, now: () => at }), messageOf(job), atWork);
  return await newest();
}
