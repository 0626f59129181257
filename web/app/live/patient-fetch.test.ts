import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { readPatiently } from "./patient-fetch";

beforeEach(() => {
  vi.useFakeTimers();
  const window = {
    location: { href: "https://tributary.test/o/north/leads?view=hot" },
    addEventListener() {},
    removeEventListener() {},
  };
  vi.stubGlobal("window", window);
  vi.stubGlobal("navigator", { onLine: true });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const shown = "/o/north/leads.data?view=hot&_routes=leads";

/** Answers one after the other, and counts how often it was asked. */
function server(...answers: (number | Error)[]) {
  let asked = 0;
  const ask = readPatiently(async () => {
    const answer = answers[Math.min(asked++, answers.length - 1)];
    if (answer instanceof Error) throw answer;
    return new Response("words", { status: answer ?? 500 });
  });
  const statusOf = async (place: string, init?: RequestInit) => {
    const answer = ask(place, init).then(({ status }) => status);
    await vi.runAllTimersAsync();
    return { status: await answer, asked };
  };
  return statusOf;
}

it("a look at the page that is shown waits until a busy or replaced server answers", async () => {
  expect(await server(429, 503, 200)(shown)).toEqual({ status: 200, asked: 3 });
});

it("a look that fails all the time is told in the end", async () => {
  expect(await server(500)(shown)).toEqual({ status: 500, asked: 7 });
});

it("what is no failure of the moment, and a page one goes to, are told at once", async () => {
  expect(await server(404, 200)(shown)).toEqual({ status: 404, asked: 1 });
  expect(await server(503, 200)("/o/north/leads.data?view=cold")).toEqual({ status: 503, asked: 1 });
  expect(await server(503, 200)("/o/north/board.data")).toEqual({ status: 503, asked: 1 });
});

it("a cut network is waited out wherever one goes", async () => {
  expect(await server(new TypeError("cut"), 200)("/o/north/board.data")).toEqual({ status: 200, asked: 2 });
});

it("what is sent is sent once", async () => {
  expect(await server(503, 200)(shown, { method: "POST" })).toEqual({ status: 503, asked: 1 });
});
