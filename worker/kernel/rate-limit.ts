/** At most `quota` in a window that begins with the first request; a request may cost more than one. */
export type RatePolicy = { name: string; quota: number; windowSeconds: number; cost?: number };

export type RateResult = {
  name: string;
  quota: number;
  windowSeconds: number;
  allowed: boolean;
  remaining: number;
  /** Until the whole quota is back; for a window that has not begun, how long it will last. */
  resetSeconds: number;
};

/** `allowed` only when every policy allows; otherwise none of them was charged. */
export type ChargeOutcome = { allowed: boolean; results: RateResult[] };

/** What is remembered of a policy. Times are milliseconds of one clock. */
export type RateWindow = { startedAt: number; used: number };

/** What these policies would say now, without charging. */
export function judge(
  windows: ReadonlyMap<string, RateWindow>,
  policies: readonly RatePolicy[],
  now: number,
): ChargeOutcome {
  const results = openWindows(windows, policies, now).map((entry) => describe(entry, entry.window, now));
  return { allowed: results.every((result) => result.allowed), results };
}

/** Charges all policies or none, and says which windows have to be remembered differently. */
export function chargeWindows(
  windows: ReadonlyMap<string, RateWindow>,
  policies: readonly RatePolicy[],
  now: number,
): { outcome: ChargeOutcome; changed: Map<string, RateWindow> } {
  const entries = openWindows(windows, policies, now);
  const allowed = entries.every(fits);
  const changed = new Map<string, RateWindow>();
  const results = entries.map((entry) => {
    const used = entry.window.used + (allowed ? costOf(entry.policy) : 0);
    const window = { startedAt: entry.window.startedAt, used };
    const before = windows.get(entry.policy.name);
    const moved = before?.startedAt !== window.startedAt || before.used !== used;
    if (moved && used > 0) changed.set(entry.policy.name, window);
    return describe(entry, window, now);
  });
  return { outcome: { allowed, results }, changed };
}

/** The IETF fields (draft-ietf-httpapi-ratelimit-headers), and Retry-After where somebody has to wait. */
export function rateLimitHeaders(results: readonly RateResult[]): Record<string, string> {
  if (results.length === 0) return {};
  const headers: Record<string, string> = {
    "ratelimit-policy": results.map((r) => `"${r.name}";q=${r.quota};w=${r.windowSeconds}`).join(", "),
    ratelimit: results.map((r) => `"${r.name}";r=${r.remaining};t=${r.resetSeconds}`).join(", "),
  };
  const refused = results.filter((result) => !result.allowed);
  if (refused.length > 0) headers["retry-after"] = String(Math.max(...refused.map((r) => r.resetSeconds)));
  return headers;
}

/** For the body of a 429: whose quota ran out. */
export function violatedPolicies(results: readonly RateResult[]): string[] {
  return results.filter((result) => !result.allowed).map((result) => result.name);
}

/** A name has to fit a structured-field string; nonsense numbers would let everybody in, or nobody. */
function assertPolicies(policies: readonly RatePolicy[]): void {
  const names = new Set(policies.map((policy) => policy.name));
  if (names.size !== policies.length) throw new RangeError("A rate policy is named twice in one charge.");
  for (const { name, quota, windowSeconds, cost = 1 } of policies) {
    if (!/^[a-z0-9_-]{1,64}$/.test(name)) throw new RangeError("A rate policy's name is a-z, 0-9, - or _.");
    const whole = [quota, windowSeconds, cost].every((value) => Number.isSafeInteger(value) && value >= 1);
    if (!whole) throw new RangeError(`The rate policy “${name}” needs whole numbers of at least 1.`);
    if (cost > quota) throw new RangeError(`A cost of ${cost} can never pass the quota of “${name}”.`);
  }
}

type Entry = { policy: RatePolicy; window: RateWindow };

/**
 * For each policy the window that holds `now`: the one that runs, or a new, empty one. When the clock has gone back,
 * the window goes back with it and keeps its count: it neither starts afresh nor lasts longer than it should.
 */
function openWindows(
  windows: ReadonlyMap<string, RateWindow>,
  policies: readonly RatePolicy[],
  now: number,
): Entry[] {
  assertPolicies(policies);
  return policies.map((policy) => {
    const known = windows.get(policy.name) ?? { startedAt: now, used: 0 };
    const startedAt = Math.min(known.startedAt, now);
    const runs = now < startedAt + policy.windowSeconds * 1000;
    return { policy, window: runs ? { startedAt, used: known.used } : { startedAt: now, used: 0 } };
  });
}

/** `allowed` is about the window as it was found, the rest about the window as it is left. */
function describe(found: Entry, window: RateWindow, now: number): RateResult {
  const { name, quota, windowSeconds } = found.policy;
  const resetSeconds = Math.ceil((window.startedAt - now) / 1000 + windowSeconds);
  const remaining = Math.max(0, quota - window.used);
  return { name, quota, windowSeconds, allowed: fits(found), remaining, resetSeconds };
}

function fits({ policy, window }: Entry): boolean {
  return window.used + costOf(policy) <= policy.quota;
}

function costOf(policy: RatePolicy): number {
  return policy.cost ?? 1;
}
