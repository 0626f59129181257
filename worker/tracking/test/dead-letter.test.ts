import { eq, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import type { Id } from "../../../db/ids";
import { jobs } from "../../../db/schema/cell/spine";
import { visitorIdentities } from "../../../db/schema/cell/visitors";
import { happeningsAtWork } from "../../happenings";
import { keepDeadHappening, messageOfHappening } from "../../kernel/happenings";
import { testBase } from "../../test/base";
import { runNewestJob } from "../../test/run-job";
import { createWorld, unique, type World } from "../../test/world";

/** Somebody who said who they are, which could not be written however often it was tried. */
async function deadLetter({ id: organizationId, cell }: World, email: string) {
  const base = testBase();
  const visitorId = base.newId("visitor", cell);
  const happening = {
    id: base.newId("event", cell),
    organizationId,
    at: base.now(),
    data: { visitorId, email },
  };
  const body = messageOfHappening("identify", happening);
  await keepDeadHappening(base, { id: unique(), body }, happeningsAtWork);
  return { visitorId, body };
}

const stitched = async ({ database }: World, visitorId: Id<"visitor">) =>
  await database
    .select({ leadId: visitorIdentities.leadId })
    .from(visitorIdentities)
    .where(eq(visitorIdentities.visitorId, visitorId));

async function runAgain(world: World) {
  await world.database.update(jobs).set({ status: "pending" }).where(eq(jobs.organizationId, world.id));
  return await runNewestJob(world.id, "happenings.record");
}

it("GDPR-01 who said who they are leaves no address behind where that could not be written, and is known when it is run again", async () => {
  const world = await createWorld();
  const name = unique();
  const { body: lead } = await world.owner.client.post("/v1/leads", { email: `${name}@people.test` });
  const { visitorId, body } = await deadLetter(world, `${name}+news@people.test`);
  const gone = { id: unique(), body: { ...body, organizationId: "org_00nobody" } };
  const unreadable = { id: unique(), body: { ...body, v: 2 } };
  for (const letter of [gone, unreadable]) await keepDeadHappening(testBase(), letter, happeningsAtWork);
  const kept = await world.database.all<{ payload: string }>(sql`select payload from jobs`);
  expect(kept.filter(({ payload }) => payload.includes(name))).toEqual([]);
  expect(await runAgain(world)).toMatchObject({ status: "completed" });
  expect(await stitched(world, visitorId)).toEqual([{ leadId: lead.id }]);
});

it("GDPR-01 nobody is found again by what waited while their lead was erased", async () => {
  const world = await createWorld();
  const email = `${unique()}@people.test`;
  const { body: lead } = await world.owner.client.post("/v1/leads", { email });
  const { visitorId } = await deadLetter(world, email);
  expect((await world.owner.client.post(`/v1/leads/${lead.id}/erasure`)).status).toBe(204);
  await world.owner.client.post("/v1/leads", { email });
  await runAgain(world);
  expect(await stitched(world, visitorId)).toEqual([]);
});
