import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { readAhead, readAheadOf } from "./read-ahead";

const tenSeconds = 10_000;
const ahead = "/o/north/bundles.data";
const shown = "/o/north/leads.data?_routes=leads";

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("window", {
    location: { href: "https://tributary.test/o/north/leads", pathname: "/o/north/leads" },
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Answers with how often it was asked. */
async function server(status = 200) {
  let asked = 0;
  const ask = readAheadOf(async () => new Response(`answer ${++asked}`, { status }));
  await ask("/v1/anything", { method: "POST" });
  asked = 0;
  return async (place: string, init?: RequestInit) => await (await ask(place, init)).text();
}

it("who goes where somebody pointed gets what was read then, once", async () => {
  const read = await server();
  readAhead(ahead);
  readAhead(ahead);
  expect([await read(ahead), await read(ahead)]).toEqual(["answer 1", "answer 2"]);
});

it("nothing older than ten seconds is shown", async () => {
  const read = await server();
  readAhead(ahead);
  await vi.advanceTimersByTimeAsync(tenSeconds);
  expect(await read(ahead)).toBe("answer 2");
});

it.each([
  ["something is sent", "/o/north/leads.data", { method: "POST" }],
  ["the page that is shown looks again", shown, {}],
])("what was read ahead is forgotten when %s", async (_, place, init) => {
  const read = await server();
  readAhead(ahead);
  await read(place, init);
  expect(await read(ahead)).toBe("answer 3");
});

it("the page that is shown is never taken from what was read ahead", async () => {
  const read = await server();
  readAhead(shown);
  expect(await read(shown)).toBe("answer 2");
});

it("what cannot be shown is read anew", async () => {
  const read = await server(503);
  readAhead(ahead);
  expect(await read(ahead)).toBe("answer 2");
});

it("who goes elsewhere meanwhile does not get it", async () => {
  const read = await server();
  readAhead(ahead);
  await expect(read(ahead, { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
});
