import { is, sql } from "drizzle-orm";
import { getTableConfig, SQLiteTable } from "drizzle-orm/sqlite-core";
import { expect, it } from "vitest";
import { defaultCell } from "../../db/ids";
import * as spine from "../../db/schema/cell/spine";
import * as usage from "../../db/schema/cell/usage";
import * as access from "../../db/schema/control/access";
import * as organizations from "../../db/schema/control/organizations";
import * as people from "../../db/schema/control/people";
import * as platform from "../../db/schema/control/platform";
import { routes } from "../app";
import { createSealer, parseSealKeys, sha256Hex } from "../kernel/secrets";
import { testBase } from "../test/base";
import { clientOf } from "../test/client";
import { samplePath } from "../test/common/sample";
import { createWorld, database, type World } from "../test/world";

const input = { name: "Canary", scopes: ["organization:read", "members:read", "audit:read"] };

it("KEY-02 no answer of any route, and no table, holds a key or its hash after the one answer that made it", async () => {
  const world = await createWorld();
  const { client } = world.owner;
  const made = await client.post("/v1/api-keys", input, { "idempotency-key": "canary-1" });
  const path = `/v1/api-keys/${made.body.id}`;
  const rotated = await client.post(
    `${path}/rotation`,
    { graceSeconds: 60 },
    { "idempotency-key": "canary-2" },
  );
  const secrets: string[] = [made.body.secret, rotated.body.secret];
  const canaries = [...secrets, ...(await Promise.all(secrets.map(sha256Hex)))];
  for (const secret of secrets) await clientOf({ authorization: `Bearer ${secret}` }).get("/v1/usage");

  const answers = [
    await client.patch(`/v1/api-keys/${rotated.body.id}`, { name: "Renamed" }),
    await client.patch(path, { name: "Too late" }),
    await client.post(`${path}/rotation`, {}),
    await client.post("/v1/api-keys", { ...input, name: "Other" }, { "idempotency-key": "canary-1" }),
    ...(await everyList(world)),
    await client.get("/v1/audit-logs/export?format=json"),
    await client.delete(`/v1/api-keys/${rotated.body.id}`),
    await clientOf({ authorization: `Bearer ${rotated.body.secret}` }).get("/v1/members"),
  ];
  const said = JSON.stringify(answers.map(({ body, headers }) => [body, [...headers]]));
  for (const canary of canaries) expect(said).not.toContain(canary);
  expect(said).toContain(made.body.lastFour);

  const kept = await dump(world);
  for (const secret of secrets) expect(kept).not.toContain(secret);
  for (const hash of canaries.slice(2)) expect(kept.split(hash)).toHaveLength(2);
});

it("KEY-02 a stored replay of it is sealed, to this key and this organization", async () => {
  const world = await createWorld();
  const { body } = await world.owner.client.post("/v1/api-keys", input, { "idempotency-key": "canary-3" });
  const [row] = await world.database
    .select()
    .from(spine.idempotencyKeys)
    .where(sql`owner = ${world.id} and key = 'canary-3'`);
  expect(row?.body).not.toContain(body.secret);
  const { settings } = testBase();
  const sealer = createSealer(parseSealKeys(settings.SEAL_KEYS));
  const purpose = "idempotent-answer";
  const open = (recordId: string) =>
    sealer.open(row?.body ?? "", { organizationId: world.id, recordId, purpose });
  expect(JSON.parse(await open("canary-3")).secret).toBe(body.secret);
  await expect(open("canary-4")).rejects.toThrow();
});

/** Everything that can be read without naming something, by the person who can read the most. */
async function everyList(world: World) {
  const readable = routes
    .map(({ contract }) => contract)
    .filter(({ method, path, answer }) => method === "get" && !path.includes("{") && answer.status === 200);
  const { client } = world.owner;
  const business = (await client.post("/v1/businesses", { name: "Northwind" })).body.id;
  const lead = (await client.post("/v1/leads", { lastName: "Canary" })).body.id;
  return await Promise.all(
    readable.map((contract) => client.get(samplePath(contract, { business, lead }).path)),
  );
}

const tables = [spine, usage, access, organizations, people, platform]
  .flatMap((file) => Object.values(file))
  .filter((table) => is(table, SQLiteTable));

/** Every row of every table in both planes that came to be lately, as text. */
async function dump(world: World): Promise<string> {
  const rows: unknown[] = [];
  for (const cell of new Set([defaultCell, world.cell])) {
    for (const table of tables) {
      const { name, columns } = getTableConfig(table);
      const isOwned = columns.some((column) => column.name === "organization_id");
      const found = await database(cell)
        .select()
        .from(table)
        .where(isOwned ? sql`organization_id = ${world.id}` : undefined);
      rows.push([name, found]);
    }
  }
  return JSON.stringify(rows);
}
