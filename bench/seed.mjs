import { createHash, createHmac, randomBytes } from "node:crypto";
import { loadModule } from "../bin/local/modules.mjs";
import { appUrl } from "./runtime.mjs";

const houses = 10;
const peopleInHouse = 5;
const colleagues = 60;
const crowd = 20_000;

export const password = "a sentence nobody guesses 47";

const source = `
  export * from "./db/seed";
  export { drizzle } from "drizzle-orm/d1";
  export { hashPassword } from "./worker/people/passwords/password";
  export { sessionCookieName } from "./worker/people/sessions/session-cookie";
`;

/**
 * Ten organizations with people who ask, among thousands of others: a route whose cost grows with its neighbours shows
 * it here.
 */
export async function seedProduct(database, { AUTH_SECRET: secret }) {
  const seed = await loadModule(source, "bench-seed");
  const random = (count) => randomBytes(count);
  const ground = { control: seed.drizzle(database), now: Date.now(), random };
  const passwordHash = await seed.hashPassword(password, random);
  await seedCrowd(database, ground.now);
  const ready = { database, seed, ground, passwordHash, secret };
  const inHouses = await Promise.all(Array.from({ length: houses }, (_, house) => seedHouse(ready, house)));
  return inHouses.flat();
}

async function seedHouse({ database, seed, ground, passwordHash, secret }, house) {
  const name = `House ${house}`;
  const emails = Array.from({ length: peopleInHouse }, (_, person) => `person${person}@house${house}.test`);
  const people = await Promise.all(
    emails.map((email) => seed.seedPerson(ground, { email, name: "Ada Lovelace", passwordHash })),
  );
  const [owner, ...admins] = people;
  const plan = { name, slug: `house-${house}`, owner, planSlug: "agency" };
  const organizationId = await seed.seedOrganization(ground, plan);
  for (const admin of admins) await seed.seedMember(ground, organizationId, admin, "admin");
  await seedColleagues(database, organizationId, house);
  const key = await openKey(seed, ground, organizationId, owner);
  const tokens = await Promise.all(people.map((person) => seed.seedSession(ground, person)));
  return tokens.map((token, person) => {
    const cookie = `${seed.sessionCookieName(appUrl)}=${signed(token, secret)}`;
    return { email: emails[person], organizationId, cookie, key };
  });
}

/** One table read by its key and one written, with as many rows around them. */
export async function seedBare(database) {
  await database.batch(
    [
      "create table items (id text primary key not null, name text not null, email text not null)",
      "create table notes (id text primary key not null, text text not null)",
      `insert into items ${numbered(crowd)} select 'item_' || n, 'Item ' || n, n || '@crowd.test' from numbers`,
    ].map((query) => database.prepare(query)),
  );
  return { idOf: (turn) => `item_${(turn * 7919) % crowd}` };
}

/** Four tables as narrow as tables are: a row is itself and two indexes. */
export async function seedBareBatch(database) {
  const tables = [0, 1, 2, 3].flatMap((number) => [
    `create table kept_${number} (id text primary key not null, owner text not null, at integer not null,
      text text not null) without rowid`,
    `create index kept_${number}_at on kept_${number} (owner, at)`,
    `create unique index kept_${number}_id on kept_${number} (owner, id)`,
  ]);
  await database.batch(tables.map((query) => database.prepare(query)));
}

async function openKey(seed, ground, organizationId, createdBy) {
  const secret = `trb_test_${randomBytes(20).toString("hex")}`;
  const hash = createHash("sha256").update(secret).digest("hex");
  const scopes = ["organization:read", "members:read"];
  await seed.seedApiKey(ground, { organizationId, createdBy, hash, scopes, ratePerHour: 1_000_000 });
  return secret;
}

function signed(token, secret) {
  return encodeURIComponent(`${token}.${createHmac("sha256", secret).update(token).digest("base64")}`);
}

/** Ids of the right shape, so that nothing treats the crowd as malformed. */
const id = (prefix, number = "n") => `'${prefix}_00' || printf('%022d', ${number})`;

async function seedCrowd(database, now) {
  const people = `insert into users (id, email, name, created_at, updated_at)
    ${numbered(crowd)} select ${id("usr")}, n || '@crowd.test', 'Person ' || n, ${now}, ${now} from numbers`;
  const sessions = `insert into sessions (id, user_id, token, expires_at, created_at, updated_at)
    ${numbered(crowd)} select ${id("ses")}, ${id("usr")}, 'crowd' || n, ${now + 86_400_000}, ${now}, ${now} from numbers`;
  const organizations = `insert into organizations (id, name, slug, owner_user_id, cell, created_at, updated_at)
    ${numbered(crowd / 10)} select ${id("org")}, 'Crowd ' || n, 'crowd-' || n, ${id("usr")}, '00', ${now}, ${now} from numbers`;
  const members = `insert into organization_members (id, organization_id, user_id, role, created_at, updated_at)
    ${numbered(crowd)} select ${id("mem")}, ${id("org", `n % ${crowd / 10}`)}, ${id("usr")},
    'marketer', ${now}, ${now} from numbers`;
  await database.batch([people, sessions, organizations, members].map((query) => database.prepare(query)));
}

async function seedColleagues(database, organizationId, house) {
  await database
    .prepare(
      `insert into organization_members (id, organization_id, user_id, role, created_at, updated_at)
        select 'mem_00' || printf('%022d', ? * 1000000 + rowid), ?, id, 'viewer', created_at, updated_at from users
        where email like '%@crowd.test' limit ? offset ?`,
    )
    .bind(house + 1, organizationId, colleagues, house * colleagues)
    .run();
}

function numbered(count) {
  return `with recursive numbers(n) as (select 0 union all select n + 1 from numbers where n < ${count - 1})`;
}
