import { and, eq, isNull, ne } from "drizzle-orm";
import { accounts, users } from "../../../db/schema/control/people";
import type { Base } from "../../kernel/context";
import { orElse, type Step } from "../../kernel/write";
import { chargeMailTo, forgiveGuesses } from "../sessions/account-limits";
import { orderMail } from "../mail/mail-order";
import { passwordState, readMailToken, tokenInvalid } from "../mail/mail-token";
import { hashPassword } from "./password";
import { assertHardToGuess } from "./password-rules";
import { noteAboutPerson, nobody, theirself, writePeople } from "../people-scope";
import { credentialProvider, findPersonById, type KnownPerson } from "../queries";
import { endAllSessions } from "../sessions/sessions";
import { credentialOf } from "../sign-in/sign-up";
import { noteMailboxProof } from "../sessions/stuffing";

export async function requestPasswordReset(ctx: Base, email: string): Promise<void> {
  await chargeMailTo(ctx, email);
  await writePeople(ctx, nobody, [], { jobs: [orderMail({ letter: "reset_password", email })] });
}

/** Whoever reads the mailbox owns the account: a new password, everybody else out (AUTH-07), and the tries forgiven (AUTH-01). */
export async function resetPassword(ctx: Base, token: string, password: string): Promise<void> {
  const { userId, state } = await readMailToken(ctx, "reset-password", token);
  const person = await findPersonById(ctx.control, userId);
  if (!person || (await passwordState(person)) !== state) throw tokenInvalid();
  assertHardToGuess(password, "/newPassword", [person.email, person.name]);
  const hash = await hashPassword(password, ctx.random);
  await writePeople(
    ctx,
    theirself(userId),
    [
      ...setPassword(ctx, person, hash),
      ...(await endAllSessions(ctx, userId)),
      ctx.control.update(users).set({ emailVerified: true }).where(eq(users.id, userId)),
    ],
    {
      audit: [noteAboutPerson("person.password_reset", userId)],
      jobs: [orderMail({ letter: "password_changed", userId })],
    },
  );
  await forgiveGuesses(ctx, person.email);
  await noteMailboxProof(ctx, person.email);
}

/** Ends the state that the token was made for; of two requests with one token, one finds it (AUTH-03). */
function setPassword(ctx: Base, person: KnownPerson, password: string): Step[] {
  const now = new Date(ctx.now());
  const asRead =
    person.passwordHash === null ? isNull(accounts.password) : eq(accounts.password, person.passwordHash);
  return [
    // Ways in that were made before anybody had proved the address are not to be trusted.
    ...(person.emailVerified ? [] : [deleteOtherWaysIn(ctx, person)]),
    ctx.control
      .insert(accounts)
      .values({ ...credentialOf(ctx, person.id, password), createdAt: now, updatedAt: now })
      .onConflictDoUpdate({
        target: [accounts.providerId, accounts.accountId],
        set: { password, updatedAt: now },
        setWhere: asRead,
      }),
    orElse(tokenInvalid()),
  ];
}

function deleteOtherWaysIn(ctx: Base, { id }: KnownPerson) {
  const others = and(eq(accounts.userId, id), ne(accounts.providerId, credentialProvider));
  return ctx.control.delete(accounts).where(others);
}
