import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { leads } from "../../db/schema/cell/leads";
import { jobs } from "../../db/schema/cell/spine";
import { compile, type Condition, evaluate } from "../kernel/conditions";
import { inside } from "../test/inside";
import { runNewestJob } from "../test/run-job";
import { createWorld, type World } from "../test/world";
import { orderDueScores } from "./due";
import { recordsOf } from "./records";
import { rescore, rescoreSince } from "./rescore";
import { ruleFields, rulesAtWork, scoringOf } from "./rules";

const people = [
  { firstName: "Ada", email: "ada@mill.example", jobTitle: "Owner", companyName: "Mill" },
  { firstName: "Bo", email: "bo@gmail.com", phone: "+47 555 01 234" },
  { firstName: "Cleo", jobTitle: "HEAD of coffee", budget: "Set", timeline: "May", need: "Better beans" },
];

async function furnish(world: World): Promise<string[]> {
  const ids: string[] = [];
  for (const person of people) {
    const { body } = await world.owner.client.post("/v1/leads", person);
    ids.push(body.id);
  }
  await rescore(await inside(world), ids as `lead_${string}`[]);
  return ids;
}

const rule = {
  name: "Comes from the mill",
  kind: "property",
  axis: "fit",
  points: 40,
  condition: { field: "companyName", operator: "equals", value: "mill" },
};

describe("scoring rules", () => {
  it("are the usual ones at first, made once, and stay gone when they are deleted", async () => {
    const { owner } = await createWorld();
    const answers = await Promise.all([1, 2, 3].map(() => owner.client.get("/v1/scoring-rules")));
    const [first] = answers;
    for (const { body } of answers) expect(body).toEqual(first?.body);
    const { data } = first?.body ?? {};
    expect(data).toHaveLength(19);
    expect((await owner.client.delete(`/v1/scoring-rules/${data[0].id}`)).status).toBe(204);
    expect((await owner.client.get("/v1/scoring-rules")).body.data).toHaveLength(18);
  });

  it("are tried on leads first, then bring every lead up in the background", async () => {
    const world = await createWorld();
    const { client } = world.owner;
    const [ada] = await furnish(world);
    const { body: started } = await client.post("/v1/scoring-previews", { rule });
    expect(started).toMatchObject({ status: "running", total: 3, isSample: false });
    await runNewestJob(world.id, "scoring.preview");
    const { body: tried } = await client.get(`/v1/scoring-previews/${started.id}`);
    expect(tried).toMatchObject({ status: "completed", done: 3, raised: 1, lowered: 0, changedBand: 0 });
    expect(tried.examples).toEqual([{ leadId: ada, before: 32, after: 56 }]);
    expect((await client.get(`/v1/leads/${ada}`)).body.score).toBe(32);

    await client.post("/v1/scoring-rules", rule);
    await client.patch("/v1/scoring-settings", { warmAt: 10, hotAt: 50 });
    await runNewestJob(world.id, "scoring.run");
    const { body: settings } = await client.get("/v1/scoring-settings");
    expect(settings).toMatchObject({ revision: 3, run: { total: 3, done: 3, changed: 2 } });
    expect(settings.run.finishedAt).not.toBeNull();
    const { body: score } = await client.get(`/v1/leads/${ada}/score`);
    expect(score).toMatchObject({ score: 56, fit: 50, band: "hot", modelVersion: "rules/3" });
    expect(score.factors.find(({ kind }: { kind: string }) => kind === "axis_limit").points).toBe(-16);
  });

  it("are refused where they ask what is not there, or say nothing", async () => {
    const { owner, member } = await createWorld();
    const post = (body: unknown) => owner.client.post("/v1/scoring-rules", body);
    const asking = (field: string) => ({ ...rule, condition: { field, operator: "is_set" } });
    for (const field of ["score", "nothing"])
      expect((await post(asking(field))).body.errors[0].pointer).toBe("/condition/field");
    expect((await post({ ...rule, condition: null })).body.errors[0].pointer).toBe("/condition");
    expect((await post({ ...rule, kind: "event", condition: null })).body.errors[0].pointer).toBe("/signals");
    expect((await post({ ...rule, points: 101 })).status).toBe(422);
    const sales = await member("sales");
    expect((await sales.client.post("/v1/scoring-rules", rule)).status).toBe(403);
    expect((await owner.client.get("/v1/scoring-rules")).body.data).toHaveLength(19);
  });

  it("mean in memory what they mean in the database", async () => {
    const world = await createWorld();
    await furnish(world);
    const ctx = await inside(world);
    const fields = await ruleFields(ctx);
    const { rules } = await scoringOf(ctx);
    const asked = rulesAtWork(rules, fields).filter((each) => each.kind === "property");
    const more: Condition[] = Object.entries(fields).map(([field]) => ({ field, operator: "is_set" }));
    const questions = [...asked.map((each) => each.condition), ...more];
    const all = await ctx.db.select().from(leads).where(eq(leads.organizationId, world.id));
    const property = { id: "", name: "", axis: "fit", points: 1, group: null, kind: "property" } as const;
    const records = await recordsOf(
      ctx,
      all.map(({ id }) => id),
      questions.map((condition) => ({ ...property, condition })),
      fields,
    );
    const at = { now: ctx.now() };
    for (const condition of questions) {
      const found = await ctx.db
        .select({ id: leads.id })
        .from(leads)
        .where(and(eq(leads.organizationId, world.id), compile(condition, fields, at)));
      const held = all.filter(({ id }) => evaluate(condition, records.get(id) ?? {}, at));
      expect([JSON.stringify(condition), held.map(({ id }) => id).toSorted()]).toEqual([
        JSON.stringify(condition),
        found.map(({ id }) => id).toSorted(),
      ]);
    }
  });
});

describe("a score set by hand", () => {
  it("stands with its note until its time is over, and then the rules have their say", async () => {
    const world = await createWorld();
    const { client } = world.owner;
    const [ada] = await furnish(world);
    const until = Date.now() + 3_600_000;
    const said = { score: 90, note: "Met the owner at the fair", expiresAt: new Date(until).toISOString() };
    const { body: score } = await client.put(`/v1/leads/${ada}/score/override`, said);
    expect(score).toMatchObject({ score: 90, band: "hot", override: { score: 90, note: said.note } });
    expect(score.factors.at(-1)).toMatchObject({ kind: "override", points: 58 });
    const ctx = await inside(world, { now: () => until + 1 });
    await orderDueScores(ctx, world.cell);
    await runNewestJob(world.id, "scoring.lot", until + 2);
    expect((await client.get(`/v1/leads/${ada}`)).body.score).toBe(32);
    const past = { ...said, expiresAt: "2020-01-01T00:00:00Z" };
    expect((await client.put(`/v1/leads/${ada}/score/override`, past)).status).toBe(422);
    await client.put(`/v1/leads/${ada}/score/override`, { score: 5 });
    expect((await client.delete(`/v1/leads/${ada}/score/override`)).body).toMatchObject({
      score: 32,
      override: null,
    });
  });
});

it("whoever was changed since a time is scored again, as after an import", async () => {
  const world = await createWorld();
  const { body: lead } = await world.owner.client.post("/v1/leads", people[0]);
  const ctx = await inside(world);
  await rescoreSince(ctx, { at: Date.parse(lead.updatedAt), after: lead.id });
  expect((await world.owner.client.get(`/v1/leads/${lead.id}`)).body.score).toBeNull();
  await rescoreSince(ctx, { at: Date.parse(lead.updatedAt) - 1, after: "" });
  expect((await world.owner.client.get(`/v1/leads/${lead.id}`)).body.score).toBe(32);
});

it("one job waits for a lead, however much happens to it", async () => {
  const world = await createWorld();
  const [ada] = await furnish(world);
  for (const budget of ["a", "b", "c"]) await world.owner.client.patch(`/v1/leads/${ada}`, { budget });
  const waiting = await world.database
    .select({ id: jobs.id })
    .from(jobs)
    .where(
      and(eq(jobs.organizationId, world.id), eq(jobs.dedupeKey, `score:${ada}`), eq(jobs.status, "pending")),
    );
  expect(waiting).toHaveLength(1);
});
