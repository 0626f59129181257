import * as z from "zod";
import type { Base, PersonContext } from "../kernel/context";
import { chargeGuess, forgiveGuesses } from "./account-limits";
import { createAuth } from "./auth";
import { callAuth, withCookies } from "./call-auth";

export type SignIn = { email: string; password: string; rememberMe?: boolean };

/** What the library answers to a first step that was right. */
const outcome = z.union([
  z.object({ twoFactorRedirect: z.literal(true) }),
  z.object({ user: z.object({ id: z.string(), email: z.string(), name: z.string() }) }),
]);

/** Guesses count before they are looked at; a right password clears the count. */
export async function signIn(ctx: Base, request: Request, input: SignIn): Promise<Response> {
  await chargeGuess(ctx, input.email);
  const { api } = createAuth(ctx);
  const { answer, cookies } = await callAuth(request, (headers) =>
    api.signInEmail({ body: input, headers, returnHeaders: true }),
  );
  await forgiveGuesses(ctx, input.email);
  return withCookies(200, signInAnswer(outcome.parse(answer)), cookies);
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
