import * as z from "zod";
import type { Base, PersonContext } from "../../kernel/context";
import { chargeGuess, forgiveGuesses } from "../sessions/account-limits";
import { createAuth } from "../sessions/auth";
import { isWrongCredentials } from "../sessions/auth-problems";
import { type AuthAnswer, callAuth, withCookies } from "../sessions/call-auth";
import { assertNoStuffing, countWrongPassword } from "../sessions/stuffing";

export type SignIn = { email: string; password: string; rememberMe?: boolean };

/** What the library answers to a first step that was right. */
const outcome = z.union([
  z.object({ twoFactorRedirect: z.literal(true) }),
  z.object({ user: z.object({ id: z.string(), email: z.string(), name: z.string() }) }),
]);

/** Guesses count before they are looked at; a right password clears the count. */
export async function signIn(ctx: Base, request: Request, input: SignIn): Promise<Response> {
  await assertNoStuffing(ctx, input.email);
  await chargeGuess(ctx, input.email);
  const { answer, cookies } = await tryPassword(ctx, request, input);
  await forgiveGuesses(ctx, input.email);
  return withCookies(200, signInAnswer(outcome.parse(answer)), cookies);
}

async function tryPassword(ctx: Base, request: Request, body: SignIn): Promise<AuthAnswer> {
  const { api } = createAuth(ctx);
  try {
    return await callAuth(request, (headers) => api.signInEmail({ body, headers, returnHeaders: true }));
  } catch (error) {
    if (isWrongCredentials(error)) await countWrongPassword(ctx);
    throw error;
  }
}

function signInAnswer(answer: z.infer<typeof outcome>) {
  return "user" in answer ? signedIn(answer.user) : { status: "two_factor_required" as const };
}

export function signedIn({ id, email, name }: { id: string; email: string; name: string }) {
  return { status: "signed_in" as const, user: { id, email, name } };
}

/** The session is gone, so a copy of the cookie opens nothing (AUTH-07). */
export async function signOut(ctx: PersonContext, request: Request): Promise<Response> {
  const { api } = createAuth(ctx);
  const { cookies } = await callAuth(request, (headers) => api.signOut({ headers, returnHeaders: true }));
  const room = ctx.inOrganization?.organization.id;
  if (room) ctx.revokeLive(room, { sessionId: ctx.session.id });
  return withCookies(204, null, cookies);
}
