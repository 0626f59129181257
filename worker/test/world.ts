import { env } from "cloudflare:test";
import { expect } from "vitest";
import { cellOfBinding, type Database, openDatabase } from "../../db/client";
import { defaultCell, type Id } from "../../db/ids";
import {
  type Ground,
  type Role,
  seedApiKey,
  seedMember,
  seedOrganization,
  seedPerson,
  seedSession,
} from "../../db/seed";
import { settingsOf } from "../kernel/env";
import { sha256Hex } from "../kernel/secrets";
import { type Client, clientOf } from "./client";

/** Every test makes its own organization, so all of them can share one runtime and one database. */
export async function createWorld({ planSlug = "pro", cell = cellForTests() } = {}): Promise<World> {
  const owner = await createPerson();
  const name = `House ${unique()}`;
  const slug = `house-${unique()}`;
  const id = await seedOrganization(ground(), { name, slug, owner: owner.id, planSlug, cell });
  const inside = (person: Person): Member => ({ ...person, client: person.client.in(id) });
  return {
    id,
    cell,
    database: database(cell),
    owner: inside(owner),
    async member(role) {
      const person = await createPerson();
      const memberId = await seedMember(ground(), id, person.id, role);
      return { ...inside(person), memberId };
    },
    async key(scopes, { ratePerHour = 3600 } = {}) {
      const secret = `trb_test_${unique()}${unique()}`;
      const hash = await sha256Hex(secret);
      const keyId = await seedApiKey(ground(), {
        organizationId: id,
        createdBy: owner.id,
        hash,
        scopes,
        ratePerHour,
      });
      return { id: keyId, secret, client: clientOf({ authorization: `Bearer ${secret}` }) };
    },
  };
}

export type Person = {
  id: Id<"user">;
  email: string;
  token: string;
  client: Client;
  cookie(): Promise<string>;
};
export type Member = Person & { memberId?: Id<"member"> };
export type World = {
  id: Id<"organization">;
  cell: string;
  database: Database;
  owner: Member;
  member(role: Role): Promise<Member & { memberId: Id<"member"> }>;
  key(
    scopes: string[],
    options?: { ratePerHour?: number },
  ): Promise<{ id: Id<"apiKey">; secret: string; client: Client }>;
};

export async function createPerson(
  more: { platformRole?: "super_admin"; email?: string; passwordHash?: string } = {},
): Promise<Person> {
  const email = more.email ?? `${unique()}@people.test`;
  const id = await seedPerson(ground(), { email, name: "Ada Lovelace", ...more });
  const token = await seedSession(ground(), id);
  const cookie = () => cookieOf(token);
  return { id, email, token, cookie, client: clientOf({ cookie: await cookie() }) };
}

export const anybody = clientOf({});

export function control(): Database {
  return database(defaultCell);
}

export function database(cell: string): Database {
  const binding = cell === defaultCell ? env.DB : cell === "0a" ? env.CELL_A : env.CELL_B;
  if (!binding) throw new Error(`No test database for cell ${cell}`);
  return openDatabase(binding, "first-primary").database;
}

/** A short word that no other test has. */
export function unique(): string {
  return [...crypto.getRandomValues(new Uint8Array(8))]
    .map((byte) => byte.toString(36).padStart(2, "0"))
    .join("");
}

/** Starts a caller's windows afresh. */
export async function forgiveLimits(subject: string): Promise<void> {
  const stub = env.RATE_LIMITER.get(env.RATE_LIMITER.idFromName(subject));
  // safe: the RATE_LIMITER binding is the RateLimiter class, which has this method
  await (stub as unknown as { reset(): Promise<void> }).reset();
}

function ground(): Ground {
  return {
    control: control(),
    now: Date.now(),
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
  };
}

let [testName, turn] = ["", 0];

/** The worlds of one test take turns in the databases; where they begin is the same whenever it runs. */
function cellForTests(): string {
  const cells = [defaultCell, ...settingsOf(env).cells.flatMap((binding) => cellOfBinding(binding) ?? [])];
  const { currentTestName, testPath } = expect.getState();
  const name = currentTestName ?? testPath ?? "";
  turn = name === testName ? turn + 1 : name.length;
  testName = name;
  return cells[turn % cells.length] ?? defaultCell;
}

async function cookieOf(token: string): Promise<string> {
  const key = await crypto.subtle.importKey(
    "raw",
    new TextEncoder().encode(settingsOf(env).AUTH_SECRET),
    { name: "HMAC", hash: "SHA-256" },
    false,
    ["sign"],
  );
  const signature = new Uint8Array(await crypto.subtle.sign("HMAC", key, new TextEncoder().encode(token)));
  return `trb_session=${encodeURIComponent(`${token}.${btoa(String.fromCharCode(...signature))}`)}`;
}
