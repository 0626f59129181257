import { createExecutionContext, env, waitOnExecutionContext } from "cloudflare:test";
import { afterEach, describe, expect, it, vi } from "vitest";
import worker from "../index";
import type { Env } from "../kernel/env";
import { createWorld, unique } from "./world";

/** The Worker with some of its parts broken, as the runtime would hand them over. */
async function ask(parts: Partial<Env>, path: string, init: RequestInit = {}): Promise<Response> {
  const context = createExecutionContext();
  // safe: only the generics of workerd's two Request types differ
  const request = new Request(`http://localhost${path}`, init) as Parameters<typeof worker.fetch>[0];
  const response = await worker.fetch(request, { ...env, ...parts }, context);
  await waitOnExecutionContext(context);
  return response;
}

const brokenObjects = {
  idFromName: (name: string) => env.RATE_LIMITER.idFromName(name),
  get: () => ({ charge: () => Promise.reject(new Error("The object does not answer.")) }),
} as unknown as DurableObjectNamespace; // safe: the Worker uses nothing else of it

const signIn = (password: string): RequestInit => ({
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ email: `${unique()}@people.test`, password }),
});

afterEach(() => {
  vi.restoreAllMocks();
});

describe("RATE-03 while the limiter does not answer", () => {
  it("reading goes on, without saying numbers that nobody counted", async () => {
    const world = await createWorld();
    const response = await ask({ RATE_LIMITER: brokenObjects }, "/v1/members", {
      headers: { cookie: await world.owner.cookie(), "tributary-organization": world.id },
    });
    expect(response.status).toBe(200);
    expect(response.headers.get("ratelimit")).toBeNull();
  });

  it("nobody can try passwords", async () => {
    const response = await ask(
      { RATE_LIMITER: brokenObjects },
      "/v1/auth/sign-in/email",
      signIn("guess-guess-guess"),
    );
    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toBe("5");
    expect(await response.json()).toMatchObject({ code: "unavailable" });
  });

  it("REL-02 health says which part is down, and nothing of how it is made", async () => {
    const response = await ask({ RATE_LIMITER: brokenObjects }, "/v1/health");
    expect(await response.json()).toEqual({
      status: "down",
      components: { database: "ok", limiter: "down", cells: "ok" },
    });
  });
});

describe("SEC-05 what is logged", () => {
  it("holds no token, password, cookie or key, when everything goes wrong", async () => {
    const lines: string[] = [];
    vi.spyOn(console, "info").mockImplementation((line: string) => void lines.push(line));
    const canary = `canary-${unique()}`;
    const world = await createWorld();
    const key = await world.key(["members:read"]);
    const broken = { TRIBUTARY_MODE: "local", RATE_LIMITER: brokenObjects };
    const cookie = await world.owner.cookie();
    await ask(broken, "/v1/auth/sign-in/email", signIn(canary));
    await ask(broken, "/v1/members", { headers: { authorization: `Bearer ${key.secret}` } });
    await ask(broken, "/v1/members", { headers: { cookie } });
    await ask({ ...broken, DB: undefined }, "/v1/members", { headers: { cookie } }).catch(() => null);
    expect(lines.length).toBeGreaterThan(2);
    for (const secret of [canary, key.secret, world.owner.token, world.owner.email]) {
      expect(lines.join("\n")).not.toContain(secret);
    }
  });

  it("LOG-01 is one line a time, whatever a caller sends", async () => {
    const lines: string[] = [];
    vi.spyOn(console, "info").mockImplementation((line: string) => void lines.push(line));
    await ask({ TRIBUTARY_MODE: "local", RATE_LIMITER: brokenObjects }, "/v1/members/%0A%1B[31mforged", {
      headers: { "cf-connecting-ip": '1.1.1.1\\n{"level":"info"}' },
    });
    for (const line of lines) expect(line).not.toMatch(/[\n\r\u001b]/);
    expect(lines.length).toBeGreaterThan(0);
  });
});

describe("SEC-03 in production", () => {
  it.each([
    { AUTH_SECRET: "short" },
    { AUTH_SECRET: "change-me-change-me-change-me-change-me" },
    { APP_URL: "http://tributary.example" },
    { SEAL_KEYS: "" },
  ])("the Worker refuses to serve with %o", async (weak) => {
    const strong = {
      TRIBUTARY_MODE: "production",
      APP_URL: "https://tributary.example",
      AUTH_SECRET: "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c",
    };
    const answer = ask({ ...strong, ...weak }, "/v1/health").then(({ status }) => status);
    expect(await answer.catch(() => "refused")).not.toBe(200);
    expect(await ask(strong, "/v1/health").then(({ status }) => status)).toBe(200);
  });
});
