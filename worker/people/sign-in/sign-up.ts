import { and, eq } from "drizzle-orm";
import type { Id } from "../../../db/ids";
import { accounts, users } from "../../../db/schema/control/people";
import type { Base } from "../../kernel/context";
import { Conflict } from "../../kernel/errors";
import { isTaken, orElse } from "../../kernel/write";
import { chargeMailTo } from "../sessions/account-limits";
import { orderMail } from "../mail/mail-order";
import { hashPassword } from "../passwords/password";
import { assertHardToGuess } from "../passwords/password-rules";
import { noteAboutPerson, nobody, theirself, writePeople } from "../people-scope";
import { credentialProvider, findPersonByEmail, type KnownPerson } from "../queries";

export type SignUp = { email: string; password: string; name: string };

/**
 * The same work and the same answer whether or not the address has an account (AUTH-02): one hash, one look-up, one
 * batch. Which of three mails goes out tells only whoever reads that mailbox.
 */
export async function signUp(ctx: Base, input: SignUp): Promise<void> {
  assertHardToGuess(input.password, "/password", [input.email, input.name]);
  await chargeMailTo(ctx, input.email);
  const hash = await hashPassword(input.password, ctx.random);
  const known = await findPersonByEmail(ctx.control, input.email);
  if (known) return await signUpAgain(ctx, known, input, hash);
  try {
    await createPerson(ctx, input, hash);
  } catch (error) {
    if (!isTaken(error, "users.email")) throw error;
    // Two at once: the other one was first, and its mail is on the way.
  }
}

async function createPerson(ctx: Base, { email, name }: SignUp, hash: string): Promise<void> {
  const id = ctx.newId("user");
  const times = { createdAt: new Date(ctx.now()), updatedAt: new Date(ctx.now()) };
  await writePeople(
    ctx,
    theirself(id),
    [
      ctx.control.insert(users).values({ id, email, name, ...namesOf(name), ...times }),
      ctx.control.insert(accounts).values({ ...credentialOf(ctx, id, hash), ...times }),
    ],
    {
      jobs: [orderMail({ letter: "verify_email", email })],
      audit: [noteAboutPerson("person.signed_up", id)],
    },
  );
}

/**
 * An account that nobody has proved to be theirs is taken over by the latest sign-up, with every way into it: whoever
 * typed a stranger's address first must not find their own password on it once the stranger confirms it.
 */
async function signUpAgain(
  ctx: Base,
  known: KnownPerson,
  { email, name }: SignUp,
  hash: string,
): Promise<void> {
  if (known.emailVerified) {
    return await writePeople(ctx, nobody, [], { jobs: [orderMail({ letter: "existing_account", email })] });
  }
  await writePeople(
    ctx,
    theirself(known.id),
    [
      ctx.control
        .update(users)
        .set({ name, ...namesOf(name) })
        .where(and(eq(users.id, known.id), eq(users.emailVerified, false))),
      orElse(new Conflict("just_confirmed", "This address was confirmed a moment ago. Sign in.")),
      ctx.control.delete(accounts).where(eq(accounts.userId, known.id)),
      ctx.control.insert(accounts).values({
        ...credentialOf(ctx, known.id, hash),
        createdAt: new Date(ctx.now()),
        updatedAt: new Date(ctx.now()),
      }),
    ],
    { jobs: [orderMail({ letter: "verify_email", email })] },
  );
}

/** The row that better-auth reads when somebody signs in with a password. */
export function credentialOf(ctx: Base, userId: Id<"user">, password: string) {
  return { id: ctx.newId("account"), userId, accountId: userId, providerId: credentialProvider, password };
}

function namesOf(name: string) {
  const [firstName = "", ...rest] = name.split(/\s+/);
  return { firstName, lastName: rest.join(" ") || null };
}
