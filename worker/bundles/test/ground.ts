import { and, asc, eq, inArray } from "drizzle-orm";
import type { Id } from "../../../db/ids";
import type { RowMeter } from "../../../db/meter";
import { contentPieces } from "../../../db/schema/cell/content";
import { jobs } from "../../../db/schema/cell/spine";
import { usageLedger, userUsageTracking } from "../../../db/schema/cell/usage";
import { atWork } from "../../jobs";
import type { Base } from "../../kernel/context";
import { messageOf, runJob, type StoredJob } from "../../kernel/jobs";
import { testBase } from "../../test/base";
import { inside } from "../../test/inside";
import { type OpenAiFault, openAiServer, type Reply } from "../../test/servers/openai";
import { withWriter } from "../../test/servers/writer";
import type { World } from "../../test/world";
import { getBundle } from "../queries";
import { startBundle } from "../start";
import { businessIn, orderFor } from "./orders";
import { answerAs } from "./writer";

export type Workshop = {
  world: World;
  server: ReturnType<typeof openAiServer>;
  id: Id<"bundle">;
  /** The bundle's clock; jobs that wait are come for by setting it on. */
  clock: { now: number };
  base(change?: Partial<Base>, meter?: RowMeter): Base;
};

/** A bundle that was ordered, and a model that answers; the queue is worked off by hand. */
export async function openWorkshop(
  world: World,
  counts: Parameters<typeof orderFor>[1],
  { reply = answerAs, faults = [] }: { reply?: Reply; faults?: (OpenAiFault | null)[] } = {},
): Promise<Workshop> {
  const order = orderFor(await businessIn(world), counts);
  const brief = { ...order.brief, emailsPerSequence: 2 };
  const made = await world.owner.client.post("/v1/bundles", { ...order, brief });
  const server = openAiServer(reply, ...faults);
  const clock = { now: Date.now() };
  const base = (change: Partial<Base> = {}, meter?: RowMeter) =>
    testBase(
      { carry: () => undefined, now: () => clock.now, ...withWriter(server, () => clock.now), ...change },
      meter,
    );
  return { world, server, id: made.body.id, clock, base };
}

export async function start({ world, id, base }: Workshop, change: Partial<Base> = {}) {
  return await startBundle(await inside(world, base(change)), id);
}

/** As the queue would, five at a time; what waits for a later hour is waited for by the clock. Answers how many tries it took. */
export async function workOff(workshop: Workshop, meter?: RowMeter): Promise<number> {
  let tries = 0;
  for (let lot = await dueJobs(workshop); lot.length > 0; lot = await dueJobs(workshop)) {
    workshop.clock.now = Math.max(workshop.clock.now, ...lot.map(({ runAt }) => runAt));
    tries += lot.length;
    await Promise.all(lot.map((job) => deliver(workshop, job, {}, meter)));
  }
  return tries;
}

export async function deliver(
  { base }: Workshop,
  job: StoredJob,
  change: Partial<Base> = {},
  meter?: RowMeter,
): Promise<void> {
  await runJob(base(change, meter), messageOf(job), atWork);
}

export async function dueJobs({ world }: Workshop, most = 5): Promise<StoredJob[]> {
  return await world.database
    .select()
    .from(jobs)
    .where(
      and(
        eq(jobs.organizationId, world.id),
        eq(jobs.type, "bundles.write_piece"),
        inArray(jobs.status, ["pending", "retrying"]),
      ),
    )
    .orderBy(asc(jobs.runAt), asc(jobs.id))
    .limit(most);
}

export async function bundleOf({ world, id, base }: Workshop) {
  return await getBundle(await inside(world, base()), id);
}

export async function piecesOf({ world, id }: Workshop) {
  return await world.database
    .select()
    .from(contentPieces)
    .where(and(eq(contentPieces.organizationId, world.id), eq(contentPieces.bundleId, id)))
    .orderBy(asc(contentPieces.position));
}

/** What the plan's counter says, and what the ledger says that it should. */
export async function usesOf({ world }: Workshop) {
  const ofGenerations = { feature: "generations" as const };
  const [counter] = await world.database
    .select()
    .from(userUsageTracking)
    .where(
      and(
        eq(userUsageTracking.organizationId, world.id),
        eq(userUsageTracking.feature, ofGenerations.feature),
      ),
    );
  const rows = await world.database
    .select()
    .from(usageLedger)
    .where(and(eq(usageLedger.organizationId, world.id), eq(usageLedger.feature, ofGenerations.feature)));
  const count = (state: string) => rows.filter((row) => row.state === state).length;
  return {
    used: counter?.usageCount ?? 0,
    reserved: counter?.reservedCount ?? 0,
    committed: count("committed"),
    held: count("reserved"),
    released: count("released"),
  };
}
