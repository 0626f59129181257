import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { organizationMembers } from "../../../db/schema/control/organizations";
import { runNewestJob } from "../../test/run-job";
import { control, createWorld, unique } from "../../test/world";
import { bring, expectTrue, planOf, run, send, undo } from "./bring";

describe("what an import may not do", () => {
  it("GDPR-01 leave words of many in the search when it is undone", async () => {
    const world = await createWorld();
    const { client } = world.owner;
    const word = unique();
    const rows = Array.from({ length: 60 }, (_, i) => `p${i}@many.example,canary${word}\n`);
    const { body, path } = await bring(client, `Email,First name\n${rows.join("")}`);
    await run(world, client, path, planOf(body.columns));
    const found = async () => (await client.get(`/v1/leads/search?q=canary${word}`)).body.data.length;
    const parts = async () =>
      (
        await world.database.all(
          sql`select id from leads_fts_data where instr(block, cast(${word} as blob)) > 0
          union all select id from leads_fts_content where instr(c0 || c1, ${word}) > 0`,
        )
      ).length;
    expect([(await found()) > 0, (await parts()) > 0]).toEqual([true, true]);
    expect(await undo(world, client, path)).toMatchObject({ status: "undone", removed: 60 });
    expect(await found()).toBe(0);
    expect(await runNewestJob(world.id, "leads.clear_words")).toMatchObject({ status: "completed" });
    expect(await parts()).toBe(0);
    await world.database.run(sql`insert into leads_fts(leads_fts) values ('integrity-check')`);
    const [setting] = await world.database.all(sql`select v from leads_fts_config where k = 'secure-delete'`);
    expect(setting).toEqual({ v: 1 });
    await expectTrue(world);
  });

  it("TEN-02 ROLE-04 ROLE-05 takes no ids of others and nothing that the importer may not do by hand", async () => {
    const [world, theirs] = [await createWorld(), await createWorld()];
    const { client } = world.owner;
    const { body, path } = await bring(client, "Email,Owner\nx@y.example,nobody@else.example\n");
    const foreign = (await theirs.owner.client.get("/v1/lead-stages")).body.data[0].id;
    expect((await client.post(`${path}/run`, planOf(body.columns, { stageId: foreign }))).status).toBe(422);
    const unknown = { columns: [{ column: 0, to: "custom.nowhere" }] };
    expect((await client.post(`${path}/preview`, unknown)).status).toBe(422);
    expect((await send((await world.member("sales")).client, "Email\na@b.example\n")).status).toBe(403);
    const { client: marketer } = await world.member("marketer");
    const owners = await marketer.post(`${path}/run`, planOf(body.columns));
    expect(owners.status).toBe(403);
    const made = { columns: [{ column: 0, newField: { label: "New", type: "text" } }] };
    expect((await marketer.post(`${path}/run`, made)).status).toBe(403);
    const key = await world.key(["leads:import", "leads:write"]);
    expect((await send(key.client, "Email\na@b.example\n")).status).toBe(403);
    expect((await client.get(path)).body.status).toBe("ready");
    expect((await client.get("/v1/leads")).body.data).toEqual([]);
  });

  it("ROLE-07 go on for somebody who lost the right before it ran: it fails, says why, and makes nobody", async () => {
    const world = await createWorld();
    const { client } = world.owner;
    const lose = async (
      { memberId }: { memberId: typeof organizationMembers.$inferSelect.id },
      role: "sales" | "marketer",
    ) =>
      await control().update(organizationMembers).set({ role }).where(eq(organizationMembers.id, memberId));
    const cases = [
      { file: "Email\na@b.example\n", left: "sales" },
      { file: `Email,Owner\na@b.example,${world.owner.email}\n`, left: "marketer" },
    ] as const;
    for (const { file, left } of cases) {
      const manager = await world.member("manager");
      const { body, path } = await bring(manager.client, file);
      expect((await manager.client.post(`${path}/run`, planOf(body.columns))).status).toBe(202);
      await lose(manager, left);
      await runNewestJob(world.id, "imports.run");
      const ended = (await client.get(path)).body;
      expect(ended).toMatchObject({ status: "failed", done: 0, created: 0 });
      expect(ended.errorMessage).toMatch(/\w+/);
    }
    expect((await client.get("/v1/leads")).body.data).toEqual([]);
  });

  it("INJ-06 refuses what is no table, and leaves nothing of it behind", async () => {
    const world = await createWorld();
    const { client } = world.owner;
    for (const file of ["", "\n\n", 'Email\n"open,', `${",".repeat(400)}\n`])
      expect((await send(client, file)).status).toBe(422);
    expect((await client.get("/v1/lead-imports")).body.data).toEqual([]);
    const hostile = "__proto__,Email,Name\n<script>,ok@x.example,=cmd|' /C calc'!A0\n\0,nul\0@x.example,N\n";
    const { body, path } = await bring(client, hostile);
    expect(await run(world, client, path, planOf(body.columns))).toMatchObject({ created: 1, failed: 1 });
  });

  it("GDPR-01 forgets what it had written down of somebody who is erased, and all of it after a week", async () => {
    const world = await createWorld();
    const { client } = world.owner;
    const { id } = (await client.post("/v1/leads", { email: "gone@x.example", jobTitle: "Secret" })).body;
    const { body, path } = await bring(client, "Email,Title\ngone@x.example,New\nnope,Refused words\n");
    await run(world, client, path, planOf(body.columns, { duplicates: "update" }));
    const kept = async () =>
      JSON.stringify(
        await world.database.all(sql`select * from lead_import_lots where organization_id = ${world.id}`),
      );
    expect(await kept()).toContain("Secret");
    await client.post(`/v1/leads/${id}/erasure`);
    await runNewestJob(world.id, "imports.forget_lead");
    expect(await kept()).not.toContain("Secret");
    await runNewestJob(world.id, "imports.tidy", Date.now() + 8 * 86_400_000);
    expect(await kept()).toBe("[]");
  });
});
