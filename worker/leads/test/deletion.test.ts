import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { inside } from "../../test/inside";
import { runNewestJob } from "../../test/run-job";
import { unscored } from "../../test/unscored";
import { createWorld, unique, type World } from "../../test/world";
import { searchPage } from "../listing/search";

const dayMs = 86_400_000;

async function withLead(word: string, mailbox = word) {
  const world = await createWorld();
  const { client } = world.owner;
  const tag = (await client.post("/v1/lead-tags", { name: "VIP" })).body.id;
  await client.post("/v1/custom-fields", { key: "pet", type: "text", label: "Pet", isFilterable: true });
  const lead = await client.post("/v1/leads", {
    firstName: word,
    email: `${mailbox}@lead.test`,
    notes: `called ${word}`,
    tagIds: [tag],
    customFields: { pet: word },
    value: { amount: 100, currency: "usd" },
  });
  expect(lead.status).toBe(201);
  return { world, client, path: `/v1/leads/${lead.body.id}`, id: String(lead.body.id), tag };
}

/** Every text that stands anywhere in the database, the search's own tables too. */
async function dumpOf({ database }: World): Promise<string> {
  const tables = await database.all<{ name: string }>(
    sql`select name from sqlite_master where type = 'table' and name not like '%_fts%' and name not like '\\_cf%' escape '\\'`,
  );
  const names = [...tables.map(({ name }) => name), "leads_fts_content"];
  const dumps: string[] = [];
  // safe: names of tables that the database itself told
  for (const name of names)
    dumps.push(JSON.stringify(await database.all(sql`select * from ${sql.identifier(name)}`)));
  return dumps.join("\n");
}

describe("deleting a lead", () => {
  it("takes it out of every list and total, frees its address, and gives all of it back", async () => {
    const word = unique();
    const { client, path, tag } = await withLead(word);
    const before = (await client.get(path)).body;
    expect((await client.put(`${path}/deletion`, undefined)).status).toBe(204);
    expect((await client.get(path)).status).toBe(404);
    expect((await client.get("/v1/leads")).body.data).toEqual([]);
    expect((await client.get(`/v1/leads?tagId=${tag}`)).body.data).toEqual([]);
    expect((await client.get(`/v1/leads/search?q=${word}`)).body.data).toEqual([]);
    expect((await client.get("/v1/lead-counts")).body.count).toBe(0);
    expect((await client.get("/v1/deleted-leads")).body.data).toMatchObject([{ lead: { id: before.id } }]);
    expect(unscored((await client.delete(`${path}/deletion`)).body)).toEqual(unscored(before));
    expect((await client.get(`/v1/leads?tagId=${tag}`)).body.data).toHaveLength(1);
    expect((await client.get(`/v1/leads/search?q=${word}`)).body.data).toHaveLength(1);
    expect((await client.get("/v1/lead-board")).body.columns[0]).toMatchObject({
      count: 1,
      values: [{ amount: 100 }],
    });
    expect((await client.delete(`${path}/deletion`)).status).toBe(404);
    await client.put(`${path}/deletion`, undefined);
    expect((await client.post("/v1/leads", { email: `${word}@lead.test` })).status).toBe(201);
    expect(await client.delete(`${path}/deletion`)).toMatchObject({
      status: 409,
      body: { code: "lead_exists" },
    });
  });

  it("lists the last deleted first, whenever they were made, a page at a time", async () => {
    const world = await createWorld();
    const { client } = world.owner;
    const made: string[] = [];
    for (const name of ["a", "b", "c", "d"])
      made.push(String((await client.post("/v1/leads", { firstName: name })).body.id));
    const order = [made[2], made[0], made[3], made[1]];
    for (const id of order) await client.put(`/v1/leads/${id}/deletion`, undefined);
    const seen: string[] = [];
    for (let cursor = ""; ;) {
      const { body } = await client.get(`/v1/deleted-leads?limit=3${cursor}`);
      seen.push(...body.data.map(({ lead }: { lead: { id: string } }) => lead.id));
      if (body.nextCursor === null) break;
      cursor = `&cursor=${body.nextCursor}`;
    }
    expect(seen).toEqual(order.toReversed());
  });

  it("is for good after thirty days, but not for what was restored", async () => {
    const { world, client, path } = await withLead(unique());
    await client.put(`${path}/deletion`, undefined);
    await client.delete(`${path}/deletion`);
    await runNewestJob(world.id, "leads.purge", Date.now() + 31 * dayMs);
    expect((await client.get(path)).status).toBe(200);
    await client.put(`${path}/deletion`, undefined);
    const job = await runNewestJob(world.id, "leads.purge", Date.now() + 31 * dayMs);
    expect(job).toMatchObject({ status: "completed" });
    expect((await client.get("/v1/deleted-leads")).body.data).toEqual([]);
  });

  it("is a right of its own", async () => {
    const { world, path } = await withLead(unique());
    const { client } = await world.member("sales");
    expect((await client.put(`${path}/deletion`, undefined)).status).toBe(403);
    expect((await client.post(`${path}/erasure`)).status).toBe(403);
    expect((await client.get(path)).status).toBe(200);
  });
});

describe("erasing a lead", () => {
  it("GDPR-01 leaves no word of them in the database, whether it was deleted before or not", async () => {
    for (const deleted of [false, true]) {
      const word = `canary${unique()}`;
      const { world, client, path } = await withLead(word);
      await client.patch(path, { lastName: word, jobTitle: word, phone: `+49 ${word.length}555 12345` });
      expect(await dumpOf(world)).toContain(word);
      if (deleted) await client.put(`${path}/deletion`, undefined);
      expect((await client.post(`${path}/erasure`)).status).toBe(204);
      const dump = await dumpOf(world);
      expect(dump.split("\n").filter((line) => line.includes(word))).toEqual([]);
      expect((await client.post(`${path}/erasure`)).status).toBe(404);
    }
  });

  it("GDPR-02 tells a person everything that is kept of them", async () => {
    const word = unique();
    const { world, client, path } = await withLead(word);
    const { body } = await client.get(`${path}/personal-data`);
    expect(body.lead).toMatchObject({
      firstName: word,
      email: `${word}@lead.test`,
      notes: `called ${word}`,
      customFields: { pet: word },
    });
    const viewer = await world.member("viewer");
    expect((await viewer.client.get(`${path}/personal-data`)).status).toBe(403);
  });
});

describe("the export", () => {
  it("INJ-05 ROLE-05 is CSV of the view, or of what was searched for, safe in a spreadsheet, whole, and only of what one may see", async () => {
    const { world, client } = await withLead("=cmd|' /C calc'!A0", unique());
    const me = (await client.get("/v1/me")).body.user;
    await client.post("/v1/leads", {
      firstName: 'Ada "the" first',
      phone: "+49 30 123456",
      value: { amount: 154_850, currency: "eur" },
      assignedTo: me.id,
    });
    const { body, headers } = await client.get(
      "/v1/leads.csv?columns=firstName,phone,custom.pet,stage&sort=createdAt",
    );
    expect(headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(body.split("\r\n")).toEqual([
      "firstName,phone,custom.pet,stage",
      "'=cmd|' /C calc'!A0,,'=cmd|' /C calc'!A0,New",
      `"Ada ""the"" first",'+49 30 123456,,New`,
      "",
    ]);
    expect((await client.get("/v1/leads.csv?columns=password")).status).toBe(422);
    const named = (await client.get("/v1/leads.csv?columns=value,currency,owner,tags&sort=createdAt")).body;
    expect(named.split("\r\n").slice(1, 3)).toEqual(["1,usd,,VIP", `1548.5,eur,${me.name},`]);
    const found = (await client.get("/v1/leads.csv?q=Ada%20FIR&columns=firstName")).body;
    expect(found.split("\r\n")).toEqual(["firstName", '"Ada ""the"" first"', ""]);
    const reader = await world.key(["leads:read", "leads:export"]);
    const byNumber = "/v1/leads.csv?q=123456&columns=firstName";
    expect((await client.get(byNumber)).body.split("\r\n")).toHaveLength(3);
    expect((await reader.client.get(byNumber)).body.split("\r\n")).toEqual(["firstName", ""]);
    expect((await reader.client.get("/v1/leads.csv?columns=email")).status).toBe(422);
    expect((await reader.client.get("/v1/leads.csv")).body.split("\r\n")[0]).not.toMatch(/email|phone|notes/);
    expect((await (await world.member("viewer")).client.get("/v1/leads.csv")).status).toBe(403);
  });

  it("of a search goes on page after page, each lead once, the newest first", async () => {
    const word = unique();
    const { world, client } = await withLead(word);
    for (const firstName of ["B", "C"]) await client.post("/v1/leads", { firstName, lastName: word });
    const ctx = await inside(world);
    const names: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof searchPage>> = await searchPage(ctx, word, 1, cursor);
      names.push(...page.data.map(({ firstName }) => firstName));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(names).toEqual(["C", "B", word]);
  });
});
