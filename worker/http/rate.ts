import type { Contract } from "../kernel/contract";
import { DomainError } from "../kernel/errors";
import { rateLimitHeaders, type RatePolicy } from "../kernel/rate-limit";
import type { EdgeContext } from "./edge";
import { failsClosed } from "./limits";

/** Charges the caller and leaves the fields that tell the truth about it, on refusals too. */
export async function charge(
  c: EdgeContext,
  contract: Contract,
  subject: string,
  policies: RatePolicy[],
  { quiet = false } = {},
): Promise<void> {
  const outcome = await c
    .get("base")
    .charge(subject, policies)
    .catch((error: unknown) => {
      c.get("log").error("rate_limiter_down", error, { subject });
      if (!failsClosed.has(contract.rate ?? "read")) return null;
      throw new DomainError("unavailable", "We cannot count requests right now. Try again in a moment.", {
        headers: { "retry-after": "5" },
      });
    });
  if (!outcome) return;
  if (!quiet || !outcome.allowed) Object.assign(c.get("answerHeaders"), rateLimitHeaders(outcome.results));
  if (outcome.allowed) return;
  const seconds = Math.max(...outcome.results.filter((result) => !result.allowed).map((r) => r.resetSeconds));
  throw new DomainError("too_many_requests", `Too many requests. Try again in ${seconds} seconds.`, {
    reason: "quota_exceeded",
  });
}

/** What this isolate has seen; it only chooses whom to charge early, never what somebody may do. */
export function createHints<Value>(size: number) {
  const known = new Map<string, Value>();
  return {
    get: (key: string) => known.get(key),
    set(key: string, value: Value) {
      if (known.size >= size) known.clear();
      known.set(key, value);
    },
  };
}
