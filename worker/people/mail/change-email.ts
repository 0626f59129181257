import { and, eq } from "drizzle-orm";
import { users, verifications } from "../../../db/schema/control/people";
import type { Base, Person, PersonContext } from "../../kernel/context";
import { Conflict, Invalid } from "../../kernel/errors";
import { isTaken, orElse, type Step } from "../../kernel/write";
import { chargeMailTo } from "../sessions/account-limits";
import { type EmailChange, findEmailChange, identifierOf, valueOf } from "./email-change-row";
import { orderMail } from "./mail-order";
import { readMailToken, tokenInvalid } from "./mail-token";
import { noteAboutPerson, theirself, writePeople } from "../people-scope";
import { endAllSessions } from "../sessions/sessions";

const undoMs = 7 * 86_400_000;

/** Nothing changes yet: the new address is asked to confirm, the old one is told how to stop it (AUTH-08). */
export async function requestEmailChange(ctx: PersonContext, to: string): Promise<void> {
  const { id: userId, email: from } = ctx.person;
  if (to === from) throw Invalid.field("/newEmail", "same_email", "This is your address already.");
  await chargeMailTo(ctx, to);
  const changeId = ctx.newId("verification");
  const now = new Date(ctx.now());
  const letter = { userId, changeId };
  await writePeople(
    ctx,
    theirself(userId),
    [
      ctx.control.delete(verifications).where(eq(verifications.identifier, identifierOf(userId))),
      ctx.control.insert(verifications).values({
        id: changeId,
        identifier: identifierOf(userId),
        value: valueOf({ from, to, confirmed: false }),
        expiresAt: new Date(ctx.now() + undoMs),
        createdAt: now,
        updatedAt: now,
      }),
    ],
    {
      audit: [noteAboutPerson("person.email_change_requested", userId)],
      jobs: [
        orderMail({ letter: "confirm_email_change", ...letter }),
        orderMail({ letter: "email_change_notice", ...letter }),
      ],
    },
  );
}

/** From here on the new address signs in. Everybody is signed out: who asked may not be who owned the account (AUTH-07). */
export async function confirmEmailChange(ctx: Base, token: string): Promise<{ email: string }> {
  const { userId, change } = await readChange(ctx, "confirm-email-change", token);
  if (change.confirmed) throw tokenInvalid();
  const confirmed = valueOf({ from: change.from, to: change.to, confirmed: true });
  await moveAddress(ctx, userId, { from: change.from, to: change.to }, "person.email_changed", [
    ctx.control.update(verifications).set({ value: confirmed }).where(isStill(change)),
    orElse(tokenInvalid()),
  ]);
  return { email: change.to };
}

/** Works before the change and after it, and ends the other link with it. */
export async function undoEmailChange(ctx: Base, token: string): Promise<{ email: string }> {
  const { userId, change } = await readChange(ctx, "undo-email-change", token);
  const end = [ctx.control.delete(verifications).where(isStill(change)), orElse(tokenInvalid())];
  const action = "person.email_change_undone";
  if (change.confirmed) {
    await moveAddress(ctx, userId, { from: change.to, to: change.from }, action, end);
  } else {
    await writePeople(ctx, theirself(userId), end, { audit: [noteAboutPerson(action, userId)] });
  }
  return { email: change.from };
}

async function readChange(ctx: Base, purpose: "confirm-email-change" | "undo-email-change", token: string) {
  const { userId, state } = await readMailToken(ctx, purpose, token);
  const change = await findEmailChange(ctx, userId);
  if (change?.id !== state) throw tokenInvalid();
  return { userId, change };
}

async function moveAddress(
  ctx: Base,
  userId: Person["id"],
  { from, to }: { from: string; to: string },
  action: string,
  first: Step[],
): Promise<void> {
  const move = ctx.control
    .update(users)
    .set({ email: to, emailVerified: true, updatedAt: new Date(ctx.now()) })
    .where(and(eq(users.id, userId), eq(users.email, from)));
  const signOut = await endAllSessions(ctx, userId);
  try {
    await writePeople(ctx, theirself(userId), [...first, move, orElse(tokenInvalid()), ...signOut], {
      audit: [noteAboutPerson(action, userId)],
    });
  } catch (error) {
    if (isTaken(error, "users.email"))
      throw new Conflict("email_taken", "This address has an account of its own by now.");
    throw error;
  }
}

/** The row as it was read, so that of two links clicked at once one wins. */
function isStill(change: EmailChange) {
  return and(eq(verifications.id, change.id), eq(verifications.value, change.stored));
}
