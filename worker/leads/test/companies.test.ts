import { describe, expect, it } from "vitest";
import type { Client } from "../../test/client";
import { runNewestJob } from "../../test/run-job";
import { createWorld, unique, type World } from "../../test/world";
import { bring, planOf, run, undo } from "../../imports/test/bring";
import { expectCompaniesTrue } from "./recount-companies";

type Company = { id: string; name: string; leadCount: number };

async function companyNamed(client: Client, name: string): Promise<Company> {
  const { data } = (await client.get(`/v1/companies?q=${encodeURIComponent(name)}`)).body;
  return data[0];
}

async function twoCompanies() {
  const world = await createWorld();
  const { client } = world.owner;
  const stages = (await client.get("/v1/lead-stages")).body.data as { id: string; status: string }[];
  const add = async (companyName: string, amount: number, currency = "eur") =>
    String(
      (await client.post("/v1/leads", { firstName: unique(), companyName, value: { amount, currency } })).body
        .id,
    );
  const leads = [await add("Alma", 100), await add("Alma", 250), await add("Bora", 40, "usd")];
  const stage = (status: string) => stages.find((each) => each.status === status)?.id;
  return { world, client, leads, stage, add };
}

async function bulk(world: World, client: Client, ids: string[], change: object): Promise<string> {
  const { body } = await client.post("/v1/lead-bulk-actions", { select: { ids }, change });
  await runNewestJob(world.id, "leads.bulk");
  return `/v1/lead-bulk-actions/${body.id}`;
}

describe("what is kept of a company's leads", () => {
  it("tells how many there are and what they are worth, open and won, and by stage", async () => {
    const { client, leads, stage } = await twoCompanies();
    await client.put(`/v1/leads/${leads[0]}/stage`, { stageId: stage("closed_won") });
    const alma = await companyNamed(client, "Alma");
    const told = {
      leadCount: 2,
      openValues: [{ amount: 250, currency: "eur" }],
      wonValues: [{ amount: 100, currency: "eur" }],
    };
    expect(alma).toMatchObject(told);
    expect((await client.get(`/v1/companies/${alma.id}`)).body).toMatchObject(told);
    expect((await client.get(`/v1/companies/${alma.id}/stage-totals`)).body.data).toEqual([
      { stageId: stage("new"), count: 1, values: [{ amount: 250, currency: "eur" }] },
      { stageId: stage("closed_won"), count: 1, values: [{ amount: 100, currency: "eur" }] },
    ]);
    await client.put(`/v1/leads/${leads[1]}/stage`, { stageId: stage("closed_lost") });
    expect(await companyNamed(client, "Alma")).toMatchObject({ leadCount: 2, openValues: [] });
  });

  it("stays what a recount finds, whatever becomes of a lead", async () => {
    const { world, client, leads, stage, add } = await twoCompanies();
    const [one = "", two = "", three = ""] = leads;
    const steps: [what: string, step: () => Promise<unknown>, count: number][] = [
      [
        "a change of value",
        () => client.patch(`/v1/leads/${one}`, { value: { amount: 7, currency: "usd" } }),
        2,
      ],
      ["no value", () => client.patch(`/v1/leads/${one}`, { value: null }), 2],
      ["a move", () => client.put(`/v1/leads/${one}/stage`, { stageId: stage("qualified") }), 2],
      ["another company", () => client.patch(`/v1/leads/${two}`, { companyName: "Bora" }), 1],
      ["no company", () => client.patch(`/v1/leads/${two}`, { companyId: null }), 1],
      ["the company again", () => client.patch(`/v1/leads/${two}`, { companyName: "Alma" }), 2],
      ["a deletion", () => client.put(`/v1/leads/${two}/deletion`, undefined), 1],
      ["its return", () => client.delete(`/v1/leads/${two}/deletion`), 2],
      ["many moved", () => bulk(world, client, leads, { kind: "stage", stageId: stage("closed_won") }), 2],
      ["an erasure", async () => client.post(`/v1/leads/${await add("Alma", 3)}/erasure`), 2],
    ];
    for (const [what, step, count] of steps) {
      await step();
      await expectCompaniesTrue(world);
      expect([what, (await companyNamed(client, "Alma")).leadCount]).toEqual([what, count]);
    }
    const gone = await bulk(world, client, leads, { kind: "delete" });
    await expectCompaniesTrue(world);
    expect((await companyNamed(client, "Alma")).leadCount).toBe(0);
    await client.delete(gone);
    await runNewestJob(world.id, "leads.bulk");
    await expectCompaniesTrue(world);
    const choices = { company: "merged" };
    const merge = await client.post("/v1/lead-merges", { leadId: one, mergedId: three, choices });
    expect(merge.status).toBe(201);
    await expectCompaniesTrue(world);
    expect((await companyNamed(client, "Bora")).leadCount).toBe(1);
    await client.delete(`/v1/lead-merges/${merge.body.id}`);
    await expectCompaniesTrue(world);
    expect((await companyNamed(client, "Alma")).leadCount).toBe(2);
  });

  it("follows who comes by a form, and an import and its undoing", async () => {
    const { world, client } = await twoCompanies();
    await client.post("/v1/leads", { email: "a@cora.example", companyName: "Cora" });
    const file = "Email,Company,Value\na@cora.example,Dora,5\nb@cora.example,Dora,9\n";
    const { body, path } = await bring(client, file);
    await run(world, client, path, planOf(body.columns, { duplicates: "update" }));
    await expectCompaniesTrue(world);
    expect(await companyNamed(client, "Dora")).toMatchObject({
      leadCount: 2,
      openValues: [{ amount: 1400, currency: "usd" }],
    });
    await undo(world, client, path);
    await expectCompaniesTrue(world);
    expect((await companyNamed(client, "Dora")).leadCount).toBe(0);
    expect((await companyNamed(client, "Cora")).leadCount).toBe(1);
    await client.post("/v1/track/lead", { email: "c@cora.example", companyName: "Cora" });
    await runNewestJob(world.id, "leads.settle");
    await expectCompaniesTrue(world);
    expect((await companyNamed(client, "Cora")).leadCount).toBe(2);
  });

  it("puts those with the most leads first, a page at a time, and not the archived ones", async () => {
    const { client, add } = await twoCompanies();
    await add("Bora", 1);
    await add("Bora", 1);
    await add("Cora", 1);
    await client.post("/v1/companies", { name: "Dora" });
    const names: string[] = [];
    for (let cursor = ""; ;) {
      const { body } = await client.get(`/v1/companies?sort=-leadCount&limit=2${cursor}`);
      names.push(...body.data.map(({ name }: Company) => name));
      if (body.nextCursor === null) break;
      cursor = `&cursor=${body.nextCursor}`;
    }
    expect(names).toEqual(["Bora", "Alma", "Cora", "Dora"]);
    await client.put(`/v1/companies/${(await companyNamed(client, "Bora")).id}/archive`, undefined);
    expect((await client.get("/v1/companies?sort=-leadCount")).body.data[0].name).toBe("Alma");
  });
});
