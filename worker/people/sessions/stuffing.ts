import type { Base } from "../../kernel/context";
import type { RatePolicy } from "../../kernel/rate-limit";
import { sha256Hex } from "../../kernel/secrets";
import { assertAllowed, orUnavailable } from "./account-limits";

/** Wrong passwords of everybody together: a stolen list tried once an account, from as many addresses (AUTH-01). */
export const wrongPasswords: RatePolicy = { name: "everybody", quota: 3000, windowSeconds: 300 };
export const everybody = "sign-in:everybody";
/** A flag rather than a count: this mailbox was read a moment ago. */
const proof: RatePolicy = { name: "mailbox-proof", quota: 1, windowSeconds: 900 };

/**
 * While a list is being tried, no password opens anything: a right one would be the list's. Passkeys and other accounts
 * do, and so does the password of whoever has just chosen it by the link in their mailbox.
 */
export async function assertNoStuffing(ctx: Base, email: string): Promise<void> {
  const outcome = await orUnavailable(ctx.peek(everybody, [wrongPasswords]));
  if (!outcome.allowed && !(await hasProvedMailbox(ctx, email))) assertAllowed(outcome, why);
}

/** The one that crosses the line, or comes with those that do, is told so instead of whether it was wrong. */
export async function countWrongPassword(ctx: Base): Promise<void> {
  assertAllowed(await orUnavailable(ctx.charge(everybody, [wrongPasswords])), why);
}

export async function noteMailboxProof(ctx: Base, email: string): Promise<void> {
  await ctx.charge(await proofOf(email), [proof]);
}

async function hasProvedMailbox(ctx: Base, email: string): Promise<boolean> {
  return !(await orUnavailable(ctx.peek(await proofOf(email), [proof]))).allowed;
}

async function proofOf(email: string): Promise<string> {
  return `mailbox:${await sha256Hex(email)}`;
}

const why =
  "Somebody is trying many passwords here. Use a passkey, or “Forgot your password?” and then the new one.";
