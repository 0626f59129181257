import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sessions } from "../../../db/schema/control/people";
import { type Contract, usualBody } from "../../kernel/contract";
import { anybody, control, createPerson, createWorld, type World } from "../world";
import { clientOf, type Answer, type Client } from "../client";
import { ask, contracts, forgiveAll, named } from "./ask";
import { sampleBody, samplePath } from "./sample";
import { createVictim, photograph, type Victim } from "./victim";

const withCredential = named.filter(([, { access }]) => access !== "public");

let victim: Victim;
let stranger: World;

beforeAll(async () => {
  victim = await createVictim();
  stranger = await createWorld({ planSlug: "agency" });
});

beforeEach(async () => {
  await forgiveAll(victim, stranger);
});

function call(client: Client, contract: Contract, body?: unknown): Promise<Answer> {
  return ask(victim, client, contract, body);
}

describe("every route that needs a credential", () => {
  it.each(withCredential)(
    "%s refuses nobody, a wrong key and a forged cookie in the same words",
    async (_, contract) => {
      const callers = [
        anybody,
        clientOf({ authorization: "Bearer trb_live_0000000000000000000000000000000000000000" }),
        clientOf({ authorization: "Basic dXNlcjpwYXNz" }),
        clientOf({ cookie: "trb_session=stolen.c2lnbmF0dXJl" }),
      ];
      for (const caller of callers) {
        const answer = await call(caller, contract);
        expect(answer).toMatchObject({ status: 401, body: { code: "unauthenticated" } });
        expect(answer.headers.get("www-authenticate")).toContain("Bearer");
      }
    },
  );
});

describe("KEY-04 a key without the scope", () => {
  const forKeys = withCredential.filter(
    ([, { access, permission }]) => access === "organization" && permission,
  );
  it.each(forKeys)("%s is forbidden", async (_, contract) => {
    const other = contract.permission === "usage:read" ? "teams:read" : "usage:read";
    const key = await victim.world.key([other]);
    expect((await call(key.client, contract)).status).toBe(403);
  });
});

describe("KEY-05 acts that belong to a person", () => {
  const personal = withCredential.filter(
    ([, { access, sessionOnly }]) => sessionOnly || access === "person" || access === "operator",
  );
  it.each(personal)("%s refuses an API key", async (_, contract) => {
    const key = await victim.world.key(contract.permission ? [contract.permission] : ["members:read"]);
    expect((await call(key.client, contract)).status).toBe(403);
  });
});

describe("the operator's routes", () => {
  const operators = withCredential.filter(([, { access }]) => access === "operator");
  it.each(operators)("%s refuses an owner who is not an operator", async (_, contract) => {
    expect((await call(victim.world.owner.client, contract)).status).toBe(403);
  });
});

describe("AUTH-07 a session that proved itself long ago", () => {
  const sensitive = withCredential.filter(([, { recentAuthentication }]) => recentAuthentication);
  it.each(sensitive)("%s asks for the password again, and nothing changes", async (_, contract) => {
    const before = await photograph(victim);
    const isOperator = contract.access === "operator";
    const person = isOperator ? await createPerson({ platformRole: "super_admin" }) : victim.world.owner;
    const proved = (authenticatedAt: number) =>
      control().update(sessions).set({ authenticatedAt }).where(eq(sessions.userId, person.id));
    await proved(Date.now() - 16 * 60_000);
    const answer = await call(person.client, contract);
    await proved(Date.now());
    expect(answer).toMatchObject({ status: 403, body: { code: "reauthentication_required" } });
    expect(await photograph(victim)).toBe(before);
  });
});

describe("TEN-06 what one organization wrote", () => {
  const lists = named.filter(
    ([, { method, path, access }]) => method === "get" && !path.includes("{") && access !== "operator",
  );
  it.each(lists)("%s never shows it to another", async (_, contract) => {
    const answer = await call(stranger.owner.client, contract);
    expect(JSON.stringify(answer.body)).not.toContain(victim.canary);
  });
});

describe("TEN-05 an organization that is no organization", () => {
  const organizational = named.filter(([, { access }]) => access === "organization");
  const names = ["", "undefined", "null", "org_", "org_00\u0000", "ｏrg_00aaaaaaaaaaaaaaaaaaaaaa", "[]"];
  it.each(organizational.slice(0, 3))("%s is never read as “no filter”", async (_, contract) => {
    for (const name of names) {
      const header = encodeURIComponent(name);
      expect(
        (await call(stranger.owner.client.with({ "tributary-organization": header }), contract)).status,
      ).toBe(404);
    }
  });
});

describe("every route that takes a body", () => {
  const withBody = named.filter(([, contract]) => contract.body);
  const ownerOf = (contract: Contract) => (contract.access === "public" ? anybody : operatorOr(contract));
  const operatorOr = (contract: Contract) =>
    contract.access === "operator" ? operator : victim.world.owner.client;
  let operator: Client;
  beforeAll(async () => {
    operator = (await createPerson({ platformRole: "super_admin" })).client;
  });

  it.each(withBody)("JSON-04 %s refuses fields it does not know", async (_, contract) => {
    const body = sampleBody(contract, victim.ids);
    const more = { ...(body as object), organizationId: stranger.id, isAdmin: true };
    const answer = await call(ownerOf(contract), contract, more);
    expect(answer.status).toBe(422);
    expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).toContain(
      "/organizationId",
    );
  });

  it.each(withBody)("JSON-01 %s refuses a body that is too large", async (_, contract) => {
    const { bytes } = contract.bodyLimit ?? usualBody;
    expect((await call(ownerOf(contract), contract, { name: "x".repeat(bytes) })).status).toBe(413);
  });

  it.each(withBody)(
    "JSON-02 JSON-03 %s refuses prototype keys, arrays and other types",
    async (_, contract) => {
      const client = ownerOf(contract);
      const { path } = samplePath(contract, victim.ids);
      const send = (body: string, type = "application/json") =>
        client.send(contract.method.toUpperCase(), path, { body, headers: { "content-type": type } });
      expect((await send('{"__proto__":{"polluted":true}}')).status).toBe(422);
      expect((await send("[]")).status).toBe(422);
      expect((await send("{")).status).toBe(400);
      expect((await send("name=x", "application/x-www-form-urlencoded")).status).toBe(415);
      expect((await send("{}", "text/plain")).status).toBe(415);
      expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    },
  );
});

describe("every contract", () => {
  it("of an organization declares the permission it needs", () => {
    const open = contracts.filter(({ access, permission }) => access === "organization" && !permission);
    expect(open.map(({ operation }) => operation)).toEqual([]);
  });

  it("of an operator that changes something asks for a fresh proof of who it is", () => {
    const changing = contracts.filter(({ access, method }) => access === "operator" && method !== "get");
    expect(changing.filter(({ recentAuthentication }) => !recentAuthentication)).toEqual([]);
  });

  it("has an operation name and an address of its own", () => {
    const operations = contracts.map(({ operation }) => operation);
    expect(new Set(operations).size).toBe(operations.length);
    const addresses = contracts.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it("KEY-04 that only writes never answers to HEAD", async () => {
    const readable = new Set(contracts.filter(({ method }) => method === "get").map(({ path }) => path));
    for (const contract of contracts.filter(({ path }) => !readable.has(path))) {
      const { path } = samplePath(contract, victim.ids);
      expect((await victim.world.owner.client.send("HEAD", path)).status).toBeGreaterThanOrEqual(404);
    }
  });
});
