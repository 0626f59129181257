import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Client } from "../../test/client";
import { runNewestJob } from "../../test/run-job";
import { createWorld, type World } from "../../test/world";

type Column = { column: number; to: string | null };
type Brought = { path: string; body: { id: string; columns: Column[] } };

async function send(client: Client, file: string | Uint8Array, query = "fileName=leads.csv") {
  const headers = { "content-type": "text/csv" };
  return await client.send("POST", `/v1/lead-imports?${query}`, { headers, body: file });
}

async function bring(client: Client, file: string | Uint8Array): Promise<Brought> {
  const { status, body } = await send(client, file);
  expect(status).toBe(201);
  return { body, path: `/v1/lead-imports/${body.id}` };
}

/** Every look at it is a moment later, as it is while work is done. */
function goingOn(): () => number {
  let now = Date.now();
  return () => now++;
}

async function run(world: World, client: Client, path: string, plan: object) {
  const started = await client.post(`${path}/run`, plan);
  expect(started.status).toBe(202);
  for (let turn = 0; turn < 20; turn++) {
    await runNewestJob(world.id, "imports.run", goingOn());
    const { body } = await client.get(path);
    if (body.status !== "running") return body;
  }
  throw new Error("The import does not come to an end.");
}

async function undo(world: World, client: Client, path: string) {
  expect((await client.post(`${path}/undo`)).status).toBe(202);
  for (let turn = 0; turn < 20; turn++) {
    await runNewestJob(world.id, "imports.run");
    const { body } = await client.get(path);
    if (body.status !== "undoing") return body;
  }
  throw new Error("Undoing does not come to an end.");
}

function planOf(columns: Column[], more: object = {}) {
  const known = columns.flatMap(({ column, to }) => (to === null ? [] : [{ column, to }]));
  return { columns: known, ...more };
}

/** What is kept beside the leads, counted again from the leads themselves. */
async function recount({ database, id }: World) {
  const kept = await database.all(
    sql`select stage_id, currency, lead_count, value_sum from lead_stage_totals
      where organization_id = ${id} and lead_count <> 0 order by 1, 2`,
  );
  const counted = await database.all(
    sql`select stage_id, case when predicted_value is null then '' else coalesce(value_currency, '') end as currency,
      count(*) as lead_count, coalesce(sum(predicted_value), 0) as value_sum from leads
      where organization_id = ${id} and is_listed = 1 group by 1, 2 order by 1, 2`,
  );
  const links = await database.all(
    sql`select tag_id, lead_id from lead_tag_links where organization_id = ${id} order by 1, 2`,
  );
  const tags = await database.all(
    sql`select tag.value as tag_id, leads.id as lead_id from leads cross join json_each(leads.tags) as tag
      where organization_id = ${id} and is_listed = 1 order by 1, 2`,
  );
  const words = await database.all(
    sql`select count(*) as n from leads join leads_fts on leads_fts.rowid = leads.number where organization_id = ${id}`,
  );
  const rows = await database.all(sql`select count(*) as n from leads where organization_id = ${id}`);
  return { kept: [kept, links, words], counted: [counted, tags, rows] };
}

async function expectTrue(world: World) {
  const { kept, counted } = await recount(world);
  expect(kept).toEqual(counted);
}

describe("an import of leads", () => {
  it("reads a German file by itself, makes its leads, and says which rows it refused and why", async () => {
    const world = await createWorld();
    const { client } = world.owner;
    await client.post("/v1/custom-fields", {
      key: "size",
      type: "number",
      label: "Größe",
      isFilterable: true,
    });
    const file = [
      "Vorname;Nachname;E-Mail;Telefon;Firma;Wert;Größe;Tags;Status;Kundennr",
      'Jörg;Größe;joerg@groesse.example;030 1234567;"Größe; Söhne";1.234,50 €;12,5;VIP, Messe;Qualified;A-1',
      'Ann;Berg;ann@berg.example;;"Größe; Söhne";;;;;',
      "Bad;Row;not an address;;;;;;;A-3",
      "Bad;Stage;bad@stage.example;;;;viel;;Nowhere;A-4",
      ";;;;;;;;;",
      ";;;;;;;;;A-5",
    ].join("\r\n");
    const windows = Uint8Array.from(file, (letter) => (letter === "€" ? 0x80 : letter.charCodeAt(0)));
    const { body, path } = await bring(client, windows);
    expect(body).toMatchObject({
      fileName: "leads.csv",
      status: "ready",
      encoding: "windows-1252",
      separator: ";",
      rows: 5,
      suggested: { hasHeader: true, decimal: "comma" },
    });
    expect(body.columns.map(({ to }) => to)).toEqual([
      "firstName",
      "lastName",
      "email",
      "phone",
      "companyName",
      "value",
      "custom.size",
      "tags",
      "stage",
      null,
    ]);
    const plan = planOf(body.columns, { decimal: "comma", currency: "eur" });
    plan.columns.push({ column: 9, newField: { label: "Kundennr", type: "text" } } as never);
    const preview = await client.post(`${path}/preview`, plan);
    expect(preview.body).toMatchObject({ looked: 5, counts: { create: 2, refuse: 3 } });
    expect(preview.body.rows[0]).toMatchObject({
      row: 2,
      does: "create",
      values: { "custom.kundennr": "A-1" },
    });
    expect((await client.get("/v1/leads")).body.data).toEqual([]);

    expect(await run(world, client, path, plan)).toMatchObject({
      status: "completed",
      done: 5,
      created: 2,
      failed: 3,
      columns: [],
    });
    const found = (await client.get("/v1/leads/search?q=größe")).body.data;
    expect(found).toHaveLength(2);
    const joerg = found.find(({ firstName }: { firstName: string }) => firstName === "Jörg");
    expect(joerg).toMatchObject({
      email: "joerg@groesse.example",
      status: "qualified",
      value: { amount: 123450, currency: "eur" },
      customFields: { size: 12.5, kundennr: "A-1" },
    });
    const refused = await client.get(`${path}/refused`);
    expect(refused.body).toContain('7,"The row gives no name');
    expect(refused.body).toContain("Größe: Give a number. Status: There is no stage of this name.");
    expect(refused.body.split("\r\n")).toHaveLength(5);
    await expectTrue(world);
  });

  it("knows who is a lead already: leaves them, changes them, or lets them in beside", async () => {
    const world = await createWorld();
    const { client } = world.owner;
    const lead = (await client.post("/v1/leads", { email: "ann@acme.example", jobTitle: "CTO" })).body;
    await client.post("/v1/leads", { phone: "+49 30 5550000", firstName: "Bo" });
    const file =
      "Email,Name,Title,Phone\nANN+x@acme.example,Ann Lee,CEO,\n,Bo Li,,0049 30 5550000\nnew@acme.example,New One,,\nNew@acme.example,,Boss,\n";
    const outcomes = [
      ["skip", { created: 1, updated: 0, skipped: 3 }],
      ["update", { created: 0, updated: 4, skipped: 0 }],
      ["create", { created: 4, updated: 0, skipped: 0 }],
    ] as const;
    for (const [duplicates, counts] of outcomes) {
      const { body, path } = await bring(client, file);
      const plan = planOf(body.columns, { duplicates });
      expect({ duplicates, ...(await run(world, client, path, plan)) }).toMatchObject({
        status: "completed",
        ...counts,
      });
      await expectTrue(world);
    }
    const now = (await client.get(`/v1/leads/${lead.id}`)).body;
    expect(now).toMatchObject({
      email: "ann@acme.example",
      firstName: "Ann",
      lastName: "Lee",
      jobTitle: "CEO",
    });
    const doubled = (await client.get("/v1/leads/search?q=new@acme")).body.data;
    expect(doubled).toHaveLength(3);
    expect((await client.patch(`/v1/leads/${doubled[0].id}`, { jobTitle: "Still editable" })).status).toBe(
      200,
    );
  });

  it("is undone: what it changed is given back, what it made goes, and what was changed since stays", async () => {
    const world = await createWorld();
    const { client } = world.owner;
    const before = (await client.post("/v1/leads", { email: "a@b.example", jobTitle: "Old", firstName: "A" }))
      .body;
    const { body, path } = await bring(
      client,
      "Email,First name,Title,Tags\na@b.example,Anna,New,Fair\nc@b.example,Cem,,Fair\nd@b.example,Dot,,\nd@b.example,Dora,,\n",
    );
    const done = await run(world, client, path, planOf(body.columns, { duplicates: "update" }));
    expect(done).toMatchObject({ created: 2, updated: 2 });
    const [dora] = (await client.get("/v1/leads/search?q=dora")).body.data;
    await client.patch(`/v1/leads/${dora.id}`, { jobTitle: "Mine now" });
    expect(await undo(world, client, path)).toMatchObject({
      status: "undone",
      removed: 1,
      restored: 1,
      kept: 1,
    });
    const after = (await client.get(`/v1/leads/${before.id}`)).body;
    expect(after).toEqual(before);
    expect((await client.get("/v1/leads/search?q=cem")).body.data).toEqual([]);
    expect((await client.get(`/v1/leads/${dora.id}`)).body.jobTitle).toBe("Mine now");
    expect((await client.post(`${path}/undo`)).status).toBe(409);
    await expectTrue(world);
  });

  it("goes on lot by lot, can be stopped, and announces leads only where automations are asked for", async () => {
    const world = await createWorld();
    const { client } = world.owner;
    const many = `Email\n${Array.from({ length: 2600 }, (_, i) => `p${i}@many.example\n`).join("")}`;
    const { body, path } = await bring(client, many);
    const plan = planOf(body.columns);
    expect((await client.post(`${path}/run`, plan)).status).toBe(202);
    await runNewestJob(world.id, "imports.run");
    expect((await client.get(path)).body).toMatchObject({ status: "running", done: 1999, created: 1999 });
    expect((await client.delete(`${path}/run`)).status).toBe(202);
    await runNewestJob(world.id, "imports.run");
    expect((await client.get(path)).body).toMatchObject({ status: "stopped", done: 1999 });
    const factsOf = async () =>
      await world.database.all<{ type: string; n: number }>(
        sql`select type, count(*) as n from facts where organization_id = ${world.id} and type like 'lead%' group by 1`,
      );
    expect(Object.fromEntries((await factsOf()).map(({ type, n }) => [type, n]))).not.toHaveProperty(
      "lead.created",
    );
    await expectTrue(world);

    const second = await bring(client, "Email\nx@many.example\n");
    await run(world, client, second.path, planOf(second.body.columns, { automations: true }));
    expect(await factsOf()).toContainEqual({ type: "lead.created", n: 1 });
  });
});

describe("what an import may not do", () => {
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
