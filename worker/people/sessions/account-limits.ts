import type { Base } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import { type ChargeOutcome, rateLimitHeaders, type RatePolicy } from "../../kernel/rate-limit";
import { sha256Hex } from "../../kernel/secrets";

/** Besides what one address may: guesses at one account's password, from wherever they come (AUTH-01). */
const guesses: RatePolicy = { name: "account", quota: 10, windowSeconds: 900 };
/** Mails that strangers can make us send to one address (MAIL-03). */
const mails: RatePolicy = { name: "recipient", quota: 6, windowSeconds: 3600 };

/** Known and unknown addresses count alike, so the answer tells nothing. It passes by itself: nobody is locked out. */
export async function chargeGuess(ctx: Base, email: string): Promise<void> {
  const counted = ctx.charge(await guessesAt(email), [guesses]);
  assertAllowed(await orUnavailable(counted), "Too many tries for this account.");
}

export async function forgiveGuesses(ctx: Base, email: string): Promise<void> {
  await ctx.forgive(await guessesAt(email));
}

export async function chargeMailTo(ctx: Base, email: string): Promise<void> {
  const counted = ctx.charge(`mail-to:${await sha256Hex(email)}`, [mails]);
  assertAllowed(await orUnavailable(counted), "We have sent several mails to this address already.");
}

async function guessesAt(email: string): Promise<string> {
  return `sign-in:${await sha256Hex(email)}`;
}

/** Without the limiter these doors stay shut (RATE-03). */
export async function orUnavailable(counted: Promise<ChargeOutcome>): Promise<ChargeOutcome> {
  try {
    return await counted;
  } catch (error) {
    throw new DomainError("unavailable", "We cannot count tries right now. Try again in a moment.", {
      headers: { "retry-after": "5" },
      cause: error,
    });
  }
}

export function assertAllowed({ allowed, results }: ChargeOutcome, why: string): void {
  if (allowed) return;
  const minutes = Math.ceil((results[0]?.resetSeconds ?? 0) / 60);
  throw new DomainError("too_many_requests", `${why} Try again in ${minutes} minutes.`, {
    reason: "quota_exceeded",
    headers: rateLimitHeaders(results),
  });
}
