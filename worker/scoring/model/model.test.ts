import { describe, expect, it } from "vitest";
import { leadYear } from "../../../db/seed/lead-year";
import { seedDemoYear } from "../../test/demo-leads";
import { inside } from "../../test/inside";
import { createWorld } from "../../test/world";
import { applyModel } from "./apply-model";
import { explain } from "./explain";
import type { Sample } from "./features";
import { aucOf, binsOf, brierOf } from "./measure";
import { calibrate, fit, logOddsOf, sigmoid } from "./regression";
import { type Lesson, train } from "./train";
import { trainModel } from "./train-model";

const now = Date.UTC(2027, 2, 24, 12);

/** The demo's decided leads. */
function lessons(): Lesson[] {
  return leadYear(now).leads.flatMap(({ story, channel, company, jobTitle, value }) => {
    if (story.reason === null) return [];
    const hasCompany = company !== null;
    const known = { hasCompany, companySize: null, hasJobTitle: jobTitle !== null, value };
    const sample: Sample = { ...known, sourceId: channel, cameByForm: false, touches: 1 };
    return [{ sample, won: story.status === "closed_won", closedAt: story.movedAt }];
  });
}

/** Of no source that the model knows. */
const strange: Sample = {
  sourceId: "unknown",
  hasCompany: true,
  companySize: 6,
  hasJobTitle: false,
  value: null,
  cameByForm: true,
  touches: 40,
};

describe("learning", () => {
  it.each([
    [49, 200, "too_few_won"],
    [200, 49, "too_few_lost"],
  ])("is refused with %i won and %i lost", (won, lost, reason) => {
    const sample: Sample = { ...strange, sourceId: null };
    const all = Array.from({ length: won + lost }, (_, index) => ({
      sample,
      won: index < won,
      closedAt: index,
    }));
    expect(train(all)).toEqual({ reason, learned: null });
  });

  it("finds in the demo's year what a roll of dice does not have, and is judged by leads it has not seen", () => {
    const { reason, learned } = train(lessons());
    expect(reason).toBeNull();
    const { auc, brier, baselineBrier, testedOn, trainedOn } = learned?.metrics ?? {};
    expect(auc).toBeGreaterThan(0.6);
    expect(brier).toBeLessThan(baselineBrier ?? 0);
    expect((testedOn ?? 0) + (trainedOn ?? 0)).toBe(lessons().length);
    const weightOf = (key: string) => learned?.features.find((each) => each.key === key)?.weight ?? 0;
    expect(weightOf("source:referral")).toBeGreaterThan(0.2);
    expect(weightOf("source:guide")).toBeLessThan(-0.2);
    expect(train(lessons())).toEqual({ reason, learned });
  });

  it("is off where it is no better than saying the same of everybody", () => {
    const fair = lessons().map((lesson, index) => ({ ...lesson, won: index % 2 === 0 }));
    expect(train(fair).reason).toBe("not_better");
  });

  it("says why in parts that sum to the log-odds, of any lead", () => {
    const { learned } = train(lessons());
    if (!learned) throw new Error("Nothing was learned.");
    for (const sample of [strange, ...lessons().map((lesson) => lesson.sample)]) {
      const { base, contributions, logOdds, probability } = explain(learned, sample);
      const sum = contributions.reduce((all, { effect }) => all + effect, base);
      expect(sum).toBeCloseTo(logOdds, 9);
      expect(probability).toBeCloseTo(sigmoid(logOdds), 12);
    }
  });
});

describe("the arithmetic", () => {
  const rows = Array.from({ length: 400 }, (_, index) => [
    ((index * 37) % 101) / 50 - 1,
    ((index * 53) % 89) / 44 - 1,
  ]);
  const wins = rows.map(([one = 0, other = 0], index) => sigmoid(2 * one - other) > ((index * 71) % 97) / 97);

  it("finds the weights that made the answers, and smaller ones under more restraint", () => {
    const { weights } = fit(rows, wins, 0.01);
    expect(weights[0]).toBeGreaterThan(1.5);
    expect(weights[1]).toBeLessThan(-0.5);
    const held = fit(rows, wins, 100);
    expect(Math.abs(held.weights[0] ?? 9)).toBeLessThan(Math.abs(weights[0] ?? 0));
  });

  it("calibrates what is too sure of itself", () => {
    const weights = fit(rows, wins, 0.01);
    const odds = rows.map((row) => 3 * logOddsOf(weights, row));
    expect(calibrate(odds, wins).slope).toBeCloseTo(1 / 3, 1);
  });

  it.each([
    [[0.9, 0.8, 0.2, 0.1], [true, true, false, false], 1, 0.025],
    [[0.1, 0.2, 0.8, 0.9], [true, true, false, false], 0, 0.725],
    [[0.5, 0.5], [true, false], 0.5, 0.25],
    [[], [], 0.5, 0],
  ] as [number[], boolean[], number, number][])("measures %j", (chances, won, auc, brier) => {
    expect(aucOf(chances, won)).toBe(auc);
    expect(brierOf(chances, won)).toBeCloseTo(brier);
    expect(binsOf(chances, won).reduce((sum, { leads }) => sum + leads, 0)).toBe(chances.length);
  });
});

describe("an organization's model", () => {
  it("is off and says why, learns from its own decided leads, and tells the open ones", async () => {
    const world = await createWorld();
    const { client } = world.owner;
    const viewer = await world.member("viewer");
    expect((await client.get("/v1/scoring-model")).body).toMatchObject({
      state: "off",
      reason: "never_trained",
    });
    await trainModel(await inside(world));
    expect((await client.get("/v1/scoring-model")).body).toMatchObject({
      state: "off",
      reason: "too_few_won",
      won: 0,
    });
    await seedDemoYear(world, Date.now());
    expect((await viewer.client.post("/v1/scoring-model")).status).toBe(403);
    await trainModel(await inside(world));
    await applyModel(await inside(world), { version: 2, after: null });
    const { body: model } = await viewer.client.get("/v1/scoring-model");
    expect(model).toMatchObject({ state: "in_use", reason: null, version: 2 });
    expect(model.metrics.auc).toBeGreaterThan(0.55);
    const { results } = await world.database.$client
      .prepare(
        `select id, conversion_probability as chance from leads where organization_id = ?
        and status in ('new', 'contacted', 'qualified') order by id limit 3`,
      )
      .bind(world.id)
      .all<{ id: string; chance: number }>();
    expect(results).toHaveLength(3);
    for (const { id, chance } of results) {
      const { body } = await viewer.client.get(`/v1/leads/${id}/win-probability`);
      expect(body.probability).toBeCloseTo(chance, 2);
      const effects = (body.contributions as { effect: number }[]).map(({ effect }) => effect);
      expect(effects.reduce((sum, effect) => sum + effect, body.base)).toBeCloseTo(body.logOdds, 9);
    }
    const stranger = await createWorld();
    expect((await stranger.owner.client.get(`/v1/leads/${results[0]?.id}/win-probability`)).status).toBe(404);
    expect((await stranger.owner.client.get("/v1/scoring-model")).body.state).toBe("off");
  });
});
