import { DomainError, Resting } from "../errors";
import { ProviderError } from "../ports";

export type Verdict =
  | { kind: "retry"; delayMs: number; message: string }
  | { kind: "rest"; until: number; message: string }
  | { kind: "fail"; reason: string; message: string };

const firstDelayMs = 5_000;
const longestDelayMs = 60 * 60_000;
const passing = new Set(["unavailable", "switched_off", "too_many_requests"]);

/** What to do about a failed try. `spread` is a random number from 0 to 1: it keeps failures from returning in step. */
export function judgeFailure(error: unknown, attempts: number, maxAttempts: number, spread: number): Verdict {
  const message = sentenceOf(error);
  if (error instanceof Resting) return { kind: "rest", until: error.restUntil, message };
  if (!isWorthRetrying(error)) return { kind: "fail", reason: message, message };
  if (attempts >= maxAttempts) {
    return {
      kind: "fail",
      reason: `Gave up after ${attempts} tries. The last one said: ${message}`,
      message,
    };
  }
  return { kind: "retry", delayMs: delayAfter(error, attempts, spread), message };
}

function isWorthRetrying(error: unknown): boolean {
  if (error instanceof ProviderError) return error.verdict === "retry";
  if (error instanceof DomainError) return passing.has(error.code);
  return true;
}

function delayAfter(error: unknown, attempts: number, spread: number): number {
  const asked = error instanceof ProviderError ? (error.retryAfterSeconds ?? 0) * 1000 : 0;
  const backoff = Math.min(firstDelayMs * 2 ** (attempts - 1), longestDelayMs);
  return Math.max(asked, Math.round(backoff * (0.8 + 0.4 * spread)));
}

/** For a person: our own errors speak in sentences, anything else is named without its inside. */
function sentenceOf(error: unknown): string {
  if (error instanceof DomainError || error instanceof ProviderError) return error.message;
  return "An unexpected error stopped this job.";
}
