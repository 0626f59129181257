import { and, eq } from "drizzle-orm";
import * as z from "zod";
import { type Id, isId } from "../../../db/ids";
import {
  accounts,
  passkeys,
  sessions,
  twoFactors,
  users,
  verifications,
} from "../../../db/schema/control/people";
import type { Context } from "../../kernel/context";
import { Conflict } from "../../kernel/errors";
import { defineJob } from "../../kernel/jobs";
import type { JobDraft } from "../../kernel/drafts";
import { orElse } from "../../kernel/write";
import { identifierOf } from "../mail/email-change-row";
import { noteAboutPerson, writePeople } from "../people-scope";
import { findPersonById } from "../queries";

const payload = z.strictObject({
  userId: z.string().refine((value): value is Id<"user"> => isId("user", value)),
  cancelledAt: z.number(),
});

export function orderErasure(userId: Id<"user">, cancelledAt: number, runAt: number): JobDraft {
  return { queue: "delivery", type: "people.erase", payload: { userId, cancelledAt }, runAt };
}

export const erasureJob = defineJob("people.erase", { queue: "delivery", payload }, eraseAccount);

/** The row stays, empty, so that what others see of the past still has an author; nothing in it is about anybody. */
async function eraseAccount(ctx: Context, { userId, cancelledAt }: z.infer<typeof payload>): Promise<void> {
  const person = await findPersonById(ctx.control, userId);
  // They came back, or came back and left again: then another job has the right day.
  if (person?.status !== "cancelled" || person.cancelledAt !== cancelledAt) return;
  const stillLeaving = and(
    eq(users.id, userId),
    eq(users.status, "cancelled"),
    eq(users.cancelledAt, cancelledAt),
  );
  await writePeople(
    ctx,
    ctx.actor,
    [
      ctx.control.update(users).set(emptied(userId)).where(stillLeaving),
      orElse(new Conflict("came_back", "The person came back in the last moment.")),
      ctx.control.delete(sessions).where(eq(sessions.userId, userId)),
      ctx.control.delete(accounts).where(eq(accounts.userId, userId)),
      ctx.control.delete(twoFactors).where(eq(twoFactors.userId, userId)),
      ctx.control.delete(passkeys).where(eq(passkeys.userId, userId)),
      ctx.control.delete(verifications).where(eq(verifications.identifier, identifierOf(userId))),
    ],
    {
      facts: [{ type: "person.erased", subjectId: userId }],
      audit: [noteAboutPerson("person.erased", userId)],
    },
  );
}

function emptied(userId: Id<"user">) {
  return {
    email: `${userId}@erased.invalid`,
    emailVerified: false,
    name: "Deleted person",
    firstName: null,
    lastName: null,
    image: null,
    timezone: "UTC",
    language: "en",
    preferences: {},
    aiSettings: {},
    referralCode: null,
    twoFactorEnabled: false,
    lastOrganizationId: null,
    cancelledAt: null,
  };
}
