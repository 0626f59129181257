import { and, eq, like } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { usageLedger } from "../../db/schema/cell/usage";
import { jobs } from "../../db/schema/cell/spine";
import { appSettings } from "../../db/schema/control/platform";
import { wakeStoppedJobs } from "../ai";
import { testBase } from "../test/base";
import { runNewestJob } from "../test/run-job";
import { control, createPerson, createWorld, unique, type World } from "../test/world";

async function makeBusiness(world: World): Promise<string> {
  const made = await world.owner.client.post("/v1/businesses", {
    name: `Roastery ${unique()}`,
    targetAudience: "Owners of small cafés",
    primaryTopics: ["Cold brew", "Grinding", "Storage"],
  });
  return made.body.id;
}

const pathOf = (businessId: string) => `/v1/businesses/${businessId}/strategy-suggestions`;

afterEach(async () => {
  await control().delete(appSettings).where(like(appSettings.key, "generation.%"));
});

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

  it("COST-02 waits in words while writing is stopped, uses up no try, and goes on by itself", async () => {
    const [world, operator] = await Promise.all([
      createWorld(),
      createPerson({ platformRole: "super_admin" }),
    ]);
    const businessId = await makeBusiness(world);
    const { client } = world.owner;
    await client.post(pathOf(businessId), {});
    await operator.client.post("/v1/operator/writing-stop", { reason: "Now" });
    const resting = await runNewestJob(world.id, "strategies.suggest_strategy");
    expect(resting).toMatchObject({ status: "retrying", attempts: 0 });
    const { body } = await client.get(pathOf(businessId));
    expect(body).toMatchObject({ status: "paused" });
    expect(body.message).toMatch(/it goes on by itself/);
    expect(await client.post(pathOf(businessId), {})).toMatchObject({ status: 503 });
    await operator.client.delete("/v1/operator/writing-stop");
    await wakeStoppedJobs(testBase(), world.cell);
    expect(await runNewestJob(world.id, "strategies.suggest_strategy")).toMatchObject({
      status: "completed",
    });
    expect((await client.get(`/v1/businesses/${businessId}/strategies`)).body.data).toHaveLength(1);
  });
});
