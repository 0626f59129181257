import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  chargeWindows,
  judge,
  rateLimitHeaders,
  type RatePolicy,
  type RateResult,
  type RateWindow,
  violatedPolicies,
} from "./rate-limit";

const minute: RatePolicy = { name: "default", quota: 3, windowSeconds: 60 };

describe("a fixed window", () => {
  it("RATE-01 lets the quota pass, refuses the next, and passes again after t seconds", () => {
    const subject = createSubject();
    const results = [0, 10_000, 20_500, 20_500].map((now) => subject.charge([minute], now).results[0]);
    expect(results.map((result) => result?.allowed)).toEqual([true, true, true, false]);
    expect(results.map((result) => result?.remaining)).toEqual([2, 1, 0, 0]);
    expect(results.at(-1)?.resetSeconds).toBe(40);
    expect(subject.charge([minute], 59_999).allowed).toBe(false);
    expect(subject.charge([minute], 60_500).allowed).toBe(true);
  });

  it("charges all policies or none", () => {
    const subject = createSubject();
    const tight = { name: "tight", quota: 1, windowSeconds: 10 };
    expect(subject.charge([minute, tight], 0).allowed).toBe(true);
    const refused = subject.charge([minute, tight], 1000);
    expect(refused.results.map((result) => [result.name, result.allowed, result.remaining])).toEqual([
      ["default", true, 2],
      ["tight", false, 0],
    ]);
    expect(violatedPolicies(refused.results)).toEqual(["tight"]);
    expect(judge(subject.windows, [minute], 1000).results[0]?.remaining).toBe(2);
  });

  it("neither frees nor locks anybody when the clock goes back", () => {
    const subject = createSubject();
    for (let i = 0; i < 3; i++) subject.charge([minute], 3_600_000);
    expect(subject.charge([minute], 1000).results[0]).toMatchObject({ allowed: false, resetSeconds: 60 });
    expect(subject.charge([minute], 60_999).allowed).toBe(false);
    expect(subject.charge([minute], 61_000).allowed).toBe(true);
  });

  it.each([
    [[minute, minute]],
    [[{ ...minute, quota: 0 }]],
    [[{ ...minute, quota: Number.NaN }]],
    [[{ ...minute, windowSeconds: 0.5 }]],
    [[{ ...minute, cost: -1 }]],
    [[{ ...minute, cost: 4 }]],
    [[{ ...minute, name: 'a";q=9' }]],
  ])("refuses policies that mean nothing: %j", (policies) => {
    expect(() => judge(new Map(), policies, 0)).toThrow(RangeError);
  });
});

describe("the header fields", () => {
  it("RATE-01 are the IETF draft's, and Retry-After only where somebody has to wait", () => {
    const passed: RateResult = {
      name: "default",
      quota: 100,
      windowSeconds: 60,
      allowed: true,
      remaining: 50,
      resetSeconds: 30,
    };
    expect(rateLimitHeaders([passed])).toEqual({
      "ratelimit-policy": '"default";q=100;w=60',
      ratelimit: '"default";r=50;t=30',
    });
    expect(
      rateLimitHeaders([
        { ...passed, name: "key" },
        { ...passed, allowed: false },
      ]),
    ).toEqual({
      "ratelimit-policy": '"key";q=100;w=60, "default";q=100;w=60',
      ratelimit: '"key";r=50;t=30, "default";r=50;t=30',
      "retry-after": "30",
    });
    expect(rateLimitHeaders([])).toEqual({});
  });
});

const policy = fc.record({
  name: fc.constant("default"),
  quota: fc.integer({ min: 1, max: 8 }),
  windowSeconds: fc.integer({ min: 1, max: 5 }),
});
const requests = fc.array(fc.record({ wait: fc.nat(2000), cost: fc.integer({ min: 1, max: 3 }) }), {
  maxLength: 60,
});

describe("for any policy and any stream of requests", () => {
  it("no window holds more than the quota, and remaining is never negative", () => {
    fc.assert(
      fc.property(policy, requests, (base, stream) => {
        const subject = createSubject();
        const accepted = replay(subject, base, stream);
        for (const window of windowsOf(accepted, base.windowSeconds * 1000)) {
          expect(sum(window.map(({ cost }) => cost))).toBeLessThanOrEqual(base.quota);
        }
      }),
    );
  });

  it("nobody is refused who still fits into the window", () => {
    fc.assert(
      fc.property(policy, requests, (base, stream) => {
        const subject = createSubject();
        let [now, start, used] = [0, -Infinity, 0];
        for (const { wait, cost } of stream.filter((request) => request.cost <= base.quota)) {
          now += wait;
          if (now >= start + base.windowSeconds * 1000) [start, used] = [now, 0];
          const fits = used + cost <= base.quota;
          if (fits) used += cost;
          else if (used === 0) start = -Infinity;
          expect(subject.charge([{ ...base, cost }], now).allowed).toBe(fits);
        }
      }),
    );
  });

  it("RATE-01 the fields tell what happens: r more pass, one more does not, and after t seconds all is back", () => {
    fc.assert(
      fc.property(policy, requests, (base, stream) => {
        const subject = createSubject();
        const now = replay(subject, base, stream).at(-1)?.now ?? 0;
        const { r, t } = readFields(rateLimitHeaders(judge(subject.windows, [base], now).results));
        for (let i = 0; i < r; i++) expect(subject.charge([base], now).allowed).toBe(true);
        const refused = subject.charge([base], now);
        expect(refused.allowed).toBe(false);
        const wait = Number(rateLimitHeaders(refused.results)["retry-after"]);
        expect(wait).toBeLessThanOrEqual(base.windowSeconds);
        if (r < base.quota) expect(wait).toBe(t);
        expect(subject.charge([base], now + wait * 1000 - 1000).allowed).toBe(false);
        expect(judge(subject.windows, [base], now + wait * 1000).results[0]?.remaining).toBe(base.quota);
      }),
    );
  });
});

function createSubject() {
  const windows = new Map<string, RateWindow>();
  return {
    windows,
    charge(policies: RatePolicy[], now: number) {
      const { outcome, changed } = chargeWindows(windows, policies, now);
      for (const [name, window] of changed) windows.set(name, window);
      for (const { remaining } of outcome.results) expect(remaining).toBeGreaterThanOrEqual(0);
      return outcome;
    },
  };
}

type Request = { wait: number; cost: number };

/** What was let in, and when. */
function replay(subject: ReturnType<typeof createSubject>, base: RatePolicy, stream: Request[]) {
  let now = 0;
  const accepted: { now: number; cost: number }[] = [];
  for (const { wait, cost } of stream.filter((request) => request.cost <= base.quota)) {
    now += wait;
    if (subject.charge([{ ...base, cost }], now).allowed) accepted.push({ now, cost });
  }
  return accepted;
}

function windowsOf(accepted: { now: number; cost: number }[], length: number) {
  const windows: { now: number; cost: number }[][] = [];
  for (const request of accepted) {
    const current = windows.at(-1);
    if (current?.[0] && request.now < current[0].now + length) current.push(request);
    else windows.push([request]);
  }
  return windows;
}

function readFields(headers: Record<string, string>): { r: number; t: number } {
  const [, r, t] = /;r=(\d+);t=(\d+)$/.exec(headers["ratelimit"] ?? "") ?? [];
  return { r: Number(r), t: Number(t) };
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
