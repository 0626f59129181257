import { SELF, env } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { sql } from "drizzle-orm";
import { anybody, control, createPerson, createWorld, unique } from "./world";

describe("an address that is not there", () => {
  it("is a problem, like everything that goes wrong", async () => {
    const answer = await anybody.get("/v1/nowhere");
    expect(answer).toMatchObject({ status: 404, body: { code: "not_found", status: 404 } });
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(answer.body.instance).toBe(`urn:tributary:request:${answer.headers.get("tributary-request-id")}`);
  });

  it("under another method says which it takes", async () => {
    const answer = await anybody.send("DELETE", "/v1/organizations");
    expect(answer).toMatchObject({ status: 405, body: { code: "method_not_allowed" } });
    expect(answer.headers.get("allow")).toContain("POST");
  });

  it("RATE-02 in another spelling is not another address", async () => {
    for (const path of ["/v1//me", "/V1/me", "/v1/me/", "/v1/%6de/..%2fme"]) {
      expect((await anybody.get(path)).status).not.toBe(200);
    }
  });
});

describe("every answer", () => {
  it("forbids running, framing, sniffing and keeping it", async () => {
    const { headers } = await anybody.get("/v1/health");
    expect(headers.get("content-security-policy")).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("cache-control")).toBe("private, no-store");
    expect(headers.get("server")).toBeNull();
    expect(headers.get("x-powered-by")).toBeNull();
  });

  it("TEN-10 to somebody known is kept by nobody on the way", async () => {
    const world = await createWorld();
    for (const path of ["/v1/me", "/v1/members", "/v1/members/unknown"]) {
      expect((await world.owner.client.get(path)).headers.get("cache-control")).toBe("private, no-store");
    }
  });

  it("CORS-01 names no foreign origin as welcome, “null” neither", async () => {
    const person = await createPerson();
    for (const origin of ["https://evil.test", "null", "http://localhost.evil.test"]) {
      const { headers } = await person.client.get("/v1/organizations", { origin });
      expect(headers.get("access-control-allow-origin")).toBeNull();
      expect(headers.get("access-control-allow-credentials")).toBeNull();
      const preflight = await anybody.send("OPTIONS", "/v1/organizations", { headers: { origin } });
      expect(preflight.headers.get("access-control-allow-origin")).toBeNull();
    }
  });

  it("SEC-04 to an unexpected failure says only the request id", async () => {
    const person = await createPerson();
    await control().run(sql`alter table organizations rename to organizations_away`);
    const answer = await person.client.post("/v1/organizations", { name: "x" });
    await control().run(sql`alter table organizations_away rename to organizations`);
    expect(answer).toMatchObject({ status: 500, body: { code: "internal" } });
    // A request id may spell “d1” by chance.
    expect(JSON.stringify({ ...answer.body, instance: "" })).not.toMatch(
      /sql|d1|table|organizations_away|at \w+ \(/i,
    );
  });
});

describe("CSRF-01 a page of another site", () => {
  it.each([
    { origin: "https://evil.test" },
    { origin: "null" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
  ] as Record<string, string>[])("changes nothing: %o", async (headers) => {
    const person = await createPerson();
    const name = unique();
    const answer = await person.client.post("/v1/organizations", { name }, headers);
    expect(answer).toMatchObject({ status: 403, body: { code: "cross_site" } });
    expect(JSON.stringify((await person.client.get("/v1/organizations")).body)).not.toContain(name);
  });

  it("cannot hide a write behind another method", async () => {
    const person = await createPerson();
    for (const path of ["/v1/organizations?_method=POST", "/v1/organizations?_method=DELETE"]) {
      const answer = await person.client.get(path, { "x-http-method-override": "DELETE" });
      expect(answer.status).toBe(422);
    }
  });

  it("our own page may", async () => {
    const person = await createPerson();
    const headers = { origin: "http://localhost", "sec-fetch-site": "same-origin" };
    expect((await person.client.post("/v1/organizations", { name: "Ours" }, headers)).status).toBe(201);
  });
});

describe("a body", () => {
  it("JSON-01 that lies about its length is counted all the same", async () => {
    const person = await createPerson();
    const chunk = new TextEncoder().encode("x".repeat(100_000));
    let left = 20;
    const body = new ReadableStream({
      pull(controller) {
        if (left-- > 0) controller.enqueue(chunk);
        else controller.close();
      },
    });
    const answer = await person.client.send("POST", "/v1/organizations", {
      body,
      headers: { "content-type": "application/json" },
    });
    expect(answer).toMatchObject({ status: 413, body: { code: "too_large" } });
  });

  it("JSON-01 nested too deep or with too many keys is refused before it is parsed", async () => {
    const person = await createPerson();
    const deep = `{"name":${"[".repeat(40)}${"]".repeat(40)}}`;
    const wide = JSON.stringify(Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`k${i}`, 1])));
    for (const body of [deep, wide]) {
      const answer = await person.client.send("POST", "/v1/organizations", {
        body,
        headers: { "content-type": "application/json" },
      });
      expect(answer.status).toBe(422);
    }
  });
});

describe("the rate limit", () => {
  it("RATE-01 lets 10 of 100 parallel requests through where 10 are allowed, and says so", async () => {
    const world = await createWorld();
    const key = await world.key(["members:read"], { ratePerHour: 10 });
    const answers = await Promise.all(Array.from({ length: 100 }, () => key.client.get("/v1/members")));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(10);
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.body).toMatchObject({ code: "quota_exceeded", status: 429 });
    expect(refused?.headers.get("ratelimit-policy")).toBe('"key";q=10;w=3600');
    expect(refused?.headers.get("ratelimit")).toMatch(/^"key";r=0;t=\d+$/);
    expect(Number(refused?.headers.get("retry-after"))).toBeGreaterThan(3500);
  });

  it("RATE-02 is not fooled by a forged forwarding header or a new address in the same /64", async () => {
    const base = `2001:db8:${Math.floor(Math.random() * 65535).toString(16)}:7`;
    const ask = (i: number) =>
      anybody.get("/v1/organizations", {
        "cf-connecting-ip": `${base}:${i.toString(16)}::1`,
        "x-forwarded-for": `9.9.9.${i % 250}`,
      });
    const answers = [];
    for (let i = 1; i <= 330; i += 30)
      answers.push(...(await Promise.all(Array.from({ length: 30 }, (_, n) => ask(i + n)))));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(300);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(30);
  });
});

describe("an idempotency key", () => {
  it("IDEM-01 makes one effect of twenty parallel requests", async () => {
    const person = await createPerson();
    const headers = { "idempotency-key": unique() };
    const name = `Once ${unique()}`;
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => person.client.post("/v1/organizations", { name }, headers)),
    );
    for (const { status } of answers) expect([201, 409]).toContain(status);
    const later = await person.client.post("/v1/organizations", { name }, headers);
    expect(later.status).toBe(201);
    expect(later.headers.get("idempotent-replayed")).toBe("true");
    const made = await control().all(sql`select id from organizations where name = ${name}`);
    expect(made).toHaveLength(1);
  });

  it("IDEM-02 with another body, or too long, is refused; a validation error is not stored", async () => {
    const person = await createPerson();
    const key = { "idempotency-key": unique() };
    expect((await person.client.post("/v1/organizations", { name: "" }, key)).status).toBe(422);
    expect((await person.client.post("/v1/organizations", { name: "First" }, key)).status).toBe(201);
    expect(await person.client.post("/v1/organizations", { name: "Second" }, key)).toMatchObject({
      status: 422,
      body: { code: "idempotency_key_reused" },
    });
    const long = { "idempotency-key": "k".repeat(256) };
    expect((await person.client.post("/v1/organizations", { name: "Third" }, long)).status).toBe(422);
  });

  it("IDEM-02 of one person is nothing to another", async () => {
    const headers = { "idempotency-key": unique() };
    const [one, two] = [await createPerson(), await createPerson()];
    expect((await one.client.post("/v1/organizations", { name: "One" }, headers)).status).toBe(201);
    const second = await two.client.post("/v1/organizations", { name: "Two" }, headers);
    expect(second).toMatchObject({ status: 201, body: { name: "Two" } });
    expect(second.headers.get("idempotent-replayed")).toBeNull();
  });
});

describe("CSRF-03 a socket", () => {
  it("is not opened for a page of another site", async () => {
    const response = await SELF.fetch("http://localhost/v1/live", {
      headers: { upgrade: "websocket", origin: "https://evil.test" },
    });
    expect(response.status).toBe(403);
    expect(env.LIVE_ROOM).toBeDefined();
  });
});

describe("the rows of a call", () => {
  it("are counted, reads and writes, in every way that a statement is sent", async () => {
    const person = await createPerson();
    const reading = await person.client.get("/v1/organizations");
    // safe: the edge writes this header in test mode
    const rows = JSON.parse(reading.headers.get("tributary-rows") ?? "{}") as {
      read: number;
      written: number;
    };
    expect(rows.read).toBeGreaterThan(1);
    expect(rows.written).toBe(0);
    const writing = await person.client.post("/v1/organizations", { name: "Counted" });
    expect(JSON.parse(writing.headers.get("tributary-rows") ?? "{}").written).toBeGreaterThan(5);
  });
});
