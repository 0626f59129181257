import { and, eq } from "drizzle-orm";
import { users } from "../../../db/schema/control/people";
import type { Base } from "../../kernel/context";
import { orElse } from "../../kernel/write";
import { chargeMailTo } from "../sessions/account-limits";
import { orderMail } from "./mail-order";
import { passwordState, readMailToken, tokenInvalid } from "./mail-token";
import { noteAboutPerson, nobody, theirself, writePeople } from "../people-scope";
import { findPersonById } from "../queries";

/** The job finds out whether there is anybody to write to: from here, every address looks the same (AUTH-02). */
export async function sendVerificationAgain(ctx: Base, email: string): Promise<void> {
  await chargeMailTo(ctx, email);
  await writePeople(ctx, nobody, [], { jobs: [orderMail({ letter: "verify_email", email })] });
}

/** Proves the mailbox to be theirs, for the very password that was signed up with. Signs nobody in. */
export async function verifyEmail(ctx: Base, token: string): Promise<{ email: string }> {
  const { userId, state } = await readMailToken(ctx, "verify-email", token);
  const person = await findPersonById(ctx.control, userId);
  if (!person || (await passwordState(person)) !== state) throw tokenInvalid();
  const unproven = and(eq(users.id, userId), eq(users.emailVerified, false), eq(users.email, person.email));
  await writePeople(
    ctx,
    theirself(userId),
    [
      ctx.control
        .update(users)
        .set({ emailVerified: true, updatedAt: new Date(ctx.now()) })
        .where(unproven),
      orElse(tokenInvalid()),
    ],
    { audit: [noteAboutPerson("person.email_verified", userId)] },
  );
  return { email: person.email };
}
