import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { usageLedger } from "../../db/schema/cell/usage";
import { jobs } from "../../db/schema/cell/spine";
import { runNewestJob } from "../test/run-job";
import { createWorld, unique, type World } from "../test/world";

async function makeBusiness(world: World): Promise<string> {
  const made = await world.owner.client.post("/v1/businesses", {
    name: `Roastery ${unique()}`,
    targetAudience: "Owners of small cafés",
    primaryTopics: ["Cold brew", "Grinding", "Storage"],
  });
  return made.body.id;
}

const pathOf = (businessId: string) => `/v1/businesses/${businessId}/strategy-suggestions`;

describe("drafting a strategy", () => {
  it("makes the first one the default, with what is known of its readers", async () => {
    const world = await createWorld();
    const businessId = await makeBusiness(world);
    const { client } = world.owner;
    expect((await client.post(pathOf(businessId), { goal: "conversion" })).status).toBe(202);
    expect(await runNewestJob(world.id, "strategies.suggest_strategy")).toMatchObject({
      status: "completed",
    });
    const { body } = await client.get(`/v1/businesses/${businessId}/strategies`);
    expect(body.data).toMatchObject([{ goal: "conversion", isDefault: true, archivedAt: null }]);
    expect(body.data[0].customerPsychology.problems.length).toBeGreaterThan(0);
    expect(body.data[0].scenarios.length).toBeGreaterThan(0);
  });

  it("is refused at once where the plan has no room for another, and holds nothing", async () => {
    const world = await createWorld({ planSlug: "free" });
    const businessId = await makeBusiness(world);
    const { client } = world.owner;
    const draft = { name: "A", goal: "awareness", voice: "expert", template: "how-to", length: "quick" };
    for (let status = 201; status === 201;)
      ({ status } = await client.post(`/v1/businesses/${businessId}/strategies`, draft));
    expect(await client.post(pathOf(businessId), {})).toMatchObject({
      status: 402,
      body: { code: "plan_limit" },
    });
    const mine = and(eq(jobs.organizationId, world.id), eq(jobs.type, "strategies.suggest_strategy"));
    expect(await world.database.select().from(jobs).where(mine)).toEqual([]);
    const uses = await world.database
      .select()
      .from(usageLedger)
      .where(eq(usageLedger.organizationId, world.id));
    expect(uses).toEqual([]);
  });

  it("waits in words while writing is stopped, and is nothing that another may start twice", async () => {
    const world = await createWorld();
    const businessId = await makeBusiness(world);
    const { client } = world.owner;
    await client.post(pathOf(businessId), {});
    const mine = and(eq(jobs.organizationId, world.id), eq(jobs.type, "strategies.suggest_strategy"));
    const put = {
      status: "retrying",
      runAt: Date.UTC(9999, 0, 1),
      errorMessage: "Writing is stopped.",
    } as const;
    await world.database.update(jobs).set(put).where(mine);
    expect((await client.get(pathOf(businessId))).body).toMatchObject({
      status: "paused",
      message: "Writing is stopped.",
    });
    expect((await client.post(pathOf(businessId), {})).body.code).toBe("suggestions_running");
  });
});
