import { and, eq, sql } from "drizzle-orm";
import type { Id } from "../../../db/ids";
import { users } from "../../../db/schema/control/people";
import type { PersonContext } from "../../kernel/context";
import { Conflict } from "../../kernel/errors";
import { orElse, refuseWhen } from "../../kernel/write";
import { orderErasure } from "./erase-account";
import { orderMail } from "../mail/mail-order";
import { noteAboutPerson, theirself, writePeople } from "../people-scope";
import { endAllSessions } from "../sessions/sessions";
import { signOut } from "../sign-in/sign-in";

const graceMs = 30 * 86_400_000;

/** Signed out everywhere now, erased in thirty days; signing in before then takes it back. */
export async function cancelAccount(ctx: PersonContext, request: Request): Promise<Response> {
  const { id: userId } = ctx.person;
  const cancelledAt = ctx.now();
  const eraseAt = cancelledAt + graceMs;
  await writePeople(
    ctx,
    theirself(userId),
    [
      refuseWhen(leavesOthersWithoutOwner(userId), soleOwner()),
      ctx.control
        .update(users)
        .set({ status: "cancelled", cancelledAt, updatedAt: new Date(cancelledAt) })
        .where(and(eq(users.id, userId), eq(users.status, "active"))),
      orElse(new Conflict("already_cancelled", "This account is on its way out already.")),
      ...(await endAllSessions(ctx, userId)),
    ],
    {
      facts: [{ type: "person.cancelled", subjectId: userId }],
      audit: [noteAboutPerson("person.cancelled", userId)],
      jobs: [
        orderMail({ letter: "account_cancelled", userId, eraseAt }),
        orderErasure(userId, cancelledAt, eraseAt),
      ],
    },
  );
  return await signOut(ctx, request);
}

function soleOwner(): Conflict {
  return new Conflict(
    "sole_owner",
    "You are the only owner of an organization that others work in. Hand it over first.",
  );
}

/** The one question that people ask about organizations; members are theirs, so nothing is read but whether. */
function leavesOthersWithoutOwner(userId: Id<"user">) {
  return sql`exists (
    select 1 from organization_members mine
    join organizations o on o.id = mine.organization_id and o.status <> 'deleted'
    where mine.user_id = ${userId} and mine.role = 'owner' and mine.status = 'active'
      and exists (select 1 from organization_members other
        where other.organization_id = o.id and other.user_id <> ${userId} and other.status = 'active')
      and not exists (select 1 from organization_members other
        where other.organization_id = o.id and other.user_id <> ${userId} and other.status = 'active'
          and other.role = 'owner'))`;
}
