import { eq } from "drizzle-orm";
import { sessions } from "../../../db/schema/control/people";
import type { PersonContext } from "../../kernel/context";
import { chargeGuess, forgiveGuesses } from "../sessions/account-limits";
import { noPassword, wrongPassword } from "../sessions/auth-problems";
import { verifyPassword } from "./password";
import { findPersonById } from "../queries";

/** For acts that ask for the password again: whoever found an open browser must not guess it there (AUTH-01). */
export async function assertPassword(
  ctx: PersonContext,
  password: string,
  pointer = "/password",
): Promise<void> {
  await chargeGuess(ctx, ctx.person.email);
  const person = await findPersonById(ctx.control, ctx.person.id);
  if (!person?.passwordHash) throw noPassword();
  if (!(await verifyPassword(password, person.passwordHash))) throw wrongPassword(pointer);
  await forgiveGuesses(ctx, ctx.person.email);
}

/** Opens the quarter of an hour in which sensitive acts are allowed. */
export async function confirmIdentity(ctx: PersonContext, password: string): Promise<void> {
  await assertPassword(ctx, password);
  await ctx.control
    .update(sessions)
    .set({ authenticatedAt: ctx.now() })
    .where(eq(sessions.id, ctx.session.id));
}
