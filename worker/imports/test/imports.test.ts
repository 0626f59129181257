import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { runNewestJob } from "../../test/run-job";
import { unscored } from "../../test/unscored";
import { createWorld } from "../../test/world";
import { bring, expectTrue, planOf, run, undo } from "./bring";

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
    await runNewestJob(world.id, "scoring.lead");
    const [dora] = (await client.get("/v1/leads/search?q=dora")).body.data;
    await client.patch(`/v1/leads/${dora.id}`, { jobTitle: "Mine now" });
    expect(await undo(world, client, path)).toMatchObject({
      status: "undone",
      removed: 1,
      restored: 1,
      kept: 1,
    });
    const after = (await client.get(`/v1/leads/${before.id}`)).body;
    expect(unscored(after)).toEqual(unscored(before));
    expect((await client.get("/v1/leads/search?q=cem")).body.data).toEqual([]);
    expect((await client.get(`/v1/leads/${dora.id}`)).body.jobTitle).toBe("Mine now");
    expect((await client.post(`${path}/undo`)).status).toBe(409);
    await expectTrue(world);
    const [cem] = (await client.get("/v1/deleted-leads")).body.data;
    expect(cem).toMatchObject({ lead: { firstName: "Cem" }, deletedBy: world.owner.id });
    expect((await client.get(path)).body.undoneBy).toBe(world.owner.id);
  });

  it("tells who gets a lead and who loses it again, where automations are asked for", async () => {
    const world = await createWorld();
    const { client, id: userId } = world.owner;
    const from = (await world.member("sales")).id;
    const subjectId = (await client.post("/v1/leads", { email: "a@owned.example", assignedTo: from })).body
      .id;
    const told = async () =>
      await world.database
        .all(sql`select actor_id as "by", data ->> 'from' as "from", data ->> 'to' as "to" from facts
        where organization_id = ${world.id} and type = 'lead.assigned' and subject_id = ${subjectId} order by id`);
    const rows: unknown[] = [];
    for (const automations of [false, true]) {
      const { body, path } = await bring(client, `Email,Owner\na@owned.example,${userId}\n`);
      const columns = planOf(
        body.columns.map((each) => (each.column === 1 ? { ...each, to: "assignee" } : each)),
      );
      await run(world, client, path, { ...columns, duplicates: "update", automations });
      if (automations) rows.push({ by: userId, from, to: userId });
      expect(await told()).toEqual(rows);
      await undo(world, client, path);
      if (automations) rows.push({ by: userId, from: userId, to: from });
      expect(await told()).toEqual(rows);
    }
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
