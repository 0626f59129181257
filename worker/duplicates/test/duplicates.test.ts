import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { bring, planOf, run } from "../../imports/test/bring";
import { write } from "../../kernel/write";
import { inside } from "../../test/inside";
import { runNewestJob } from "../../test/run-job";
import { createWorld, unique, type World } from "../../test/world";

const phone = () => `+49 30 ${String(crypto.getRandomValues(new Uint32Array(1))[0]).padStart(8, "0")}`;

async function withTwins() {
  const world = await createWorld();
  const { client } = world.owner;
  const number = phone();
  const one = await client.post("/v1/leads", {
    firstName: "Ada",
    lastName: "Lovelace",
    email: "ada@one.test",
    phone: number,
  });
  const two = await client.post("/v1/leads", {
    firstName: "Ada",
    lastName: "Lovelace",
    email: "al@two.test",
    phone: number,
    notes: "met at the fair",
  });
  await runNewestJob(world.id, "duplicates.look");
  return { world, client, one: String(one.body.id), two: String(two.body.id) };
}

/** As after another import, while the look of the first goes on. */
async function startAgain(world: World) {
  await write(await inside(world), [], {
    jobs: [{ queue: "delivery", type: "duplicates.start_scan", payload: {} }],
  });
  expect(await runNewestJob(world.id, "duplicates.start_scan")).toMatchObject({ status: "completed" });
}

describe("leads that may be one person", () => {
  it("are found when one is made, shown with reasons, dismissed for good and taken back", async () => {
    const { world, client, one, two } = await withTwins();
    const listed = (await client.get("/v1/lead-duplicates")).body;
    expect(listed.data).toMatchObject([
      { score: 89, reasons: ["same_phone", "same_name"], status: "open", leads: [{ id: one }, { id: two }] },
    ]);
    expect((await client.get(`/v1/leads/${two}/duplicates`)).body.data).toEqual(listed.data);
    const path = `/v1/lead-duplicates/${listed.data[0].id}/dismissal`;
    expect((await client.put(path, undefined)).body.status).toBe("dismissed");
    expect((await client.post("/v1/lead-duplicate-scans")).status).toBe(202);
    await runNewestJob(world.id, "duplicates.scan");
    expect((await client.get("/v1/lead-duplicates")).body.data).toEqual([]);
    expect((await client.delete(path)).body.status).toBe("open");
    expect((await client.get("/v1/lead-duplicate-counts")).body).toMatchObject({
      count: 1,
      isExact: true,
      scan: { looked: 2, found: 0 },
    });
  });

  it("are found by looking through all, and no longer shown once they differ or one is deleted", async () => {
    const { world, client, one, two } = await withTwins();
    await client.patch(`/v1/leads/${two}`, { phone: phone() });
    await runNewestJob(world.id, "duplicates.look");
    expect((await client.get("/v1/lead-duplicates")).body.data).toEqual([]);
    const three = await client.post("/v1/leads", { email: "a.da@one.test" });
    await runNewestJob(world.id, "duplicates.look");
    expect((await client.get(`/v1/leads/${one}/duplicates`)).body.data).toMatchObject([
      { reasons: ["same_mailbox"], score: 95 },
    ]);
    await client.put(`/v1/leads/${three.body.id}/deletion`, undefined);
    await runNewestJob(world.id, "duplicates.look");
    expect((await client.get("/v1/lead-duplicate-counts")).body.count).toBe(0);
    await client.delete(`/v1/leads/${three.body.id}/deletion`);
    await client.post("/v1/lead-duplicate-scans");
    expect((await client.post("/v1/lead-duplicate-scans")).body.code).toBe("scan_running");
    await runNewestJob(world.id, "duplicates.scan");
    expect((await client.get("/v1/lead-duplicate-counts")).body).toMatchObject({
      count: 1,
      scan: { looked: 3 },
    });
  });

  it("are looked for after an import by a job, which leaves a look that is under way alone", async () => {
    const world = await createWorld();
    const { client } = world.owner;
    const { body, path } = await bring(
      client,
      "Email,Phone\na@one.test,+49 30 5550001\nb@two.test,+49 30 5550001\n",
    );
    await run(world, client, path, planOf(body.columns, { duplicates: "create" }));
    expect((await client.get("/v1/lead-duplicate-counts")).body).toMatchObject({ count: 0, scan: null });
    expect(await runNewestJob(world.id, "duplicates.start_scan")).toMatchObject({ status: "completed" });
    const begun = (await client.get("/v1/lead-duplicate-counts")).body.scan;
    expect(begun).toMatchObject({ looked: 0, finishedAt: null });
    await startAgain(world);
    expect((await client.get("/v1/lead-duplicate-counts")).body.scan).toEqual(begun);
    await runNewestJob(world.id, "duplicates.scan");
    expect((await client.get("/v1/lead-duplicate-counts")).body).toMatchObject({
      count: 1,
      scan: { looked: 2 },
    });
  });

  it("ROLE-05 are nothing for who may not see how to reach people", async () => {
    const { world, one, two } = await withTwins();
    const viewer = await world.member("viewer");
    expect((await viewer.client.get("/v1/lead-duplicates")).status).toBe(403);
    expect((await viewer.client.get(`/v1/leads/${one}/duplicates`)).status).toBe(403);
    expect((await viewer.client.get(`/v1/lead-merge-preview?leadId=${one}&mergedId=${two}`)).status).toBe(
      403,
    );
    expect((await viewer.client.post("/v1/lead-merges", { leadId: one, mergedId: two })).status).toBe(403);
    expect((await world.owner.client.get(`/v1/leads/${two}`)).status).toBe(200);
  });
});

describe("a merge", () => {
  it("keeps the chosen values, moves what belongs to the other, tells where it went, and knows its address again", async () => {
    const { world, client, one, two } = await withTwins();
    const { body: preview } = await client.get(`/v1/lead-merge-preview?leadId=${one}&mergedId=${two}`);
    expect(preview.fields).toContainEqual({ name: "email", choice: "kept", isConflict: true });
    expect(preview.fields).toContainEqual({ name: "notes", choice: "merged", isConflict: false });
    const merge = await client.post("/v1/lead-merges", {
      leadId: one,
      mergedId: two,
      choices: { email: "merged" },
    });
    expect(merge.body).toMatchObject({ leadId: one, mergedId: two, canBeUndone: true });
    expect((await client.get(`/v1/leads/${one}`)).body).toMatchObject({
      email: "al@two.test",
      notes: "met at the fair",
    });
    expect(await client.get(`/v1/leads/${two}`)).toMatchObject({
      status: 404,
      body: { code: "lead_merged", current: { mergedInto: one } },
    });
    expect((await client.get("/v1/deleted-leads")).body.data).toEqual([]);
    expect((await client.delete(`/v1/leads/${two}/deletion`)).status).toBe(404);
    expect((await client.get("/v1/lead-duplicates")).body.data).toEqual([]);
    const again = await client.post("/v1/track/lead", { email: "ada@one.test", lastName: "King" });
    expect(again.body).toMatchObject({ leadId: one });
    const viewer = await world.member("viewer");
    expect((await viewer.client.delete(`/v1/lead-merges/${merge.body.id}`)).status).toBe(403);
    expect((await client.delete(`/v1/lead-merges/${merge.body.id}`)).body.canBeUndone).toBe(false);
    expect((await client.get(`/v1/leads/${two}`)).body.email).toBe("al@two.test");
    expect((await client.get(`/v1/leads/${one}`)).body.email).toBe("ada@one.test");
    expect((await client.get("/v1/lead-duplicates")).body.data).toHaveLength(1);
    expect((await client.delete(`/v1/lead-merges/${merge.body.id}`)).status).toBe(409);
  });

  it("is undone from the last to the first, and not after thirty days", async () => {
    const afterThirtyDays = Date.now() + 31 * 86_400_000;
    const { world, client, one, two } = await withTwins();
    const three = String((await client.post("/v1/leads", { email: `${unique()}@three.test` })).body.id);
    const first = (await client.post("/v1/lead-merges", { leadId: one, mergedId: two })).body.id;
    const second = (await client.post("/v1/lead-merges", { leadId: three, mergedId: one })).body.id;
    expect((await client.get(`/v1/leads/${two}`)).body.current).toEqual({ mergedInto: three });
    expect((await client.delete(`/v1/lead-merges/${first}`)).body.code).toBe("later_merge_first");
    expect((await client.delete(`/v1/lead-merges/${second}`)).status).toBe(200);
    await runNewestJob(world.id, "leads.purge", afterThirtyDays);
    await client.patch(`/v1/leads/${one}`, { jobTitle: "Countess" });
    expect((await client.delete(`/v1/lead-merges/${first}`)).status).toBe(200);
    expect((await client.get(`/v1/leads/${one}`)).body.jobTitle).toBe("Countess");
    const third = (await client.post("/v1/lead-merges", { leadId: one, mergedId: two })).body.id;
    await runNewestJob(world.id, "leads.purge", afterThirtyDays);
    await runNewestJob(world.id, "duplicates.forget_lead", afterThirtyDays + 60_000);
    expect((await client.delete(`/v1/lead-merges/${third}`)).body.code).toBe("merge_sealed");
    expect((await client.get(`/v1/leads/${two}`)).body.current).toEqual({ mergedInto: one });
  });

  it("tells who gets the lead that stays, and who has it again", async () => {
    const { world, client, one, two } = await withTwins();
    const [to, from] = [world.owner.id, (await world.member("sales")).id];
    await client.patch(`/v1/leads/${one}`, { assignedTo: from });
    await client.patch(`/v1/leads/${two}`, { assignedTo: to });
    const choices = { assignee: "merged" };
    const { body } = await client.post("/v1/lead-merges", { leadId: one, mergedId: two, choices });
    expect((await client.get(`/v1/leads/${one}`)).body.assignedTo).toBe(to);
    expect((await client.delete(`/v1/lead-merges/${body.id}`)).status).toBe(200);
    const told = await world.database
      .all(sql`select data ->> 'from' as "from", data ->> 'to' as "to" from facts
      where organization_id = ${world.id} and type = 'lead.assigned' and subject_id = ${one} order by id`);
    expect(told).toEqual([
      { from: null, to: from },
      { from, to },
      { from: to, to: from },
    ]);
  });

  it("GDPR-01 leaves nothing of either when the one that stayed is erased", async () => {
    const { world, client, one, two } = await withTwins();
    await client.post("/v1/lead-merges", { leadId: one, mergedId: two });
    expect((await client.post(`/v1/leads/${two}/erasure`)).status).toBe(404);
    expect((await client.get(`/v1/leads/${one}/personal-data`)).body.mergedLeads).toMatchObject([
      { id: two },
    ]);
    expect((await client.post(`/v1/leads/${one}/erasure`)).status).toBe(204);
    await runNewestJob(world.id, "duplicates.forget_lead");
    await runNewestJob(world.id, "duplicates.forget_lead");
    for (const table of ["leads", "deleted_leads", "lead_merges", "lead_duplicates", "touchpoints"]) {
      const rows = await world.database.all(
        sql`select * from ${sql.identifier(table)} where organization_id = ${world.id}`,
      );
      expect([table, rows]).toEqual([table, []]);
    }
  });
});
