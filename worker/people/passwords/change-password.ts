import type { PersonContext } from "../../kernel/context";
import { createAuth } from "../sessions/auth";
import { callAuth, withCookies } from "../sessions/call-auth";
import { orderMail } from "../mail/mail-order";
import { assertPassword } from "./password-check";
import { assertHardToGuess } from "./password-rules";
import { noteAboutPerson, theirself, writePeople } from "../people-scope";

/** A new session for this browser, none for any other (AUTH-06, AUTH-07). */
export async function changePassword(
  ctx: PersonContext,
  request: Request,
  body: { currentPassword: string; newPassword: string },
): Promise<Response> {
  const { id: userId, email, name } = ctx.person;
  assertHardToGuess(body.newPassword, "/newPassword", [email, name]);
  await assertPassword(ctx, body.currentPassword, "/currentPassword");
  const { api } = createAuth(ctx);
  const { cookies } = await callAuth(request, (headers) =>
    api.changePassword({ body: { ...body, revokeOtherSessions: true }, headers, returnHeaders: true }),
  );
  await writePeople(ctx, theirself(userId), [], {
    audit: [noteAboutPerson("person.password_changed", userId)],
    jobs: [orderMail({ letter: "password_changed", userId })],
  });
  return withCookies(204, null, cookies);
}
