import * as z from "zod";
import type { Base, PersonContext } from "../../kernel/context";
import { createAuth } from "../sessions/auth";
import { callAuth, withCookies } from "../sessions/call-auth";
import { assertPassword } from "../passwords/password-check";
import { noteAboutPerson, theirself, writePeople } from "../people-scope";
import { endSessionsOpenedBefore } from "../sessions/sessions";
import { signedIn } from "./sign-in";

const enrolment = z.object({ totpURI: z.string(), backupCodes: z.array(z.string()) });

/** Nothing is asked at sign-in until the first code has proved that the app knows the secret. */
export async function beginTwoFactor(ctx: PersonContext, request: Request, password: string) {
  await assertPassword(ctx, password);
  const { api } = createAuth(ctx);
  const { answer } = await callAuth(request, (headers) =>
    api.enableTwoFactor({ body: { password, method: "totp" }, headers, returnHeaders: true }),
  );
  const { totpURI, backupCodes } = enrolment.parse(answer);
  return { totpUri: totpURI, backupCodes };
}

export type SecondFactor = { code: string; trustDevice?: boolean };

const passed = z.object({
  user: z.object({
    id: z.custom<PersonContext["person"]["id"]>((id) => typeof id === "string"),
    email: z.string(),
    name: z.string(),
    twoFactorEnabled: z.boolean().nullish(),
  }),
});

/** The second step of signing in, and, for somebody who is signed in, the last step of switching it on. */
export async function passTotp(ctx: Base, request: Request, body: SecondFactor): Promise<Response> {
  const startedAt = ctx.now();
  const { api } = createAuth(ctx);
  const { answer, cookies } = await callAuth(request, (headers) =>
    api.verifyTOTP({ body, headers, returnHeaders: true }),
  );
  const { user } = passed.parse(answer);
  if (!user.twoFactorEnabled) {
    const steps = await endSessionsOpenedBefore(ctx, user.id, startedAt);
    await writePeople(ctx, theirself(user.id), steps, {
      audit: [noteAboutPerson("person.two_factor_enabled", user.id)],
    });
  }
  return withCookies(200, signedIn(user), cookies);
}

/** Each backup code opens the door once. */
export async function passBackupCode(ctx: Base, request: Request, body: SecondFactor): Promise<Response> {
  const { api } = createAuth(ctx);
  const { answer, cookies } = await callAuth(request, (headers) =>
    api.verifyBackupCode({ body, headers, returnHeaders: true }),
  );
  const { user } = passed.parse(answer);
  await writePeople(ctx, theirself(user.id), [], {
    audit: [noteAboutPerson("person.backup_code_used", user.id)],
  });
  return withCookies(200, signedIn(user), cookies);
}

export async function endTwoFactor(
  ctx: PersonContext,
  request: Request,
  password: string,
): Promise<Response> {
  const { id } = ctx.person;
  const startedAt = ctx.now();
  await assertPassword(ctx, password);
  const { api } = createAuth(ctx);
  const { cookies } = await callAuth(request, (headers) =>
    api.disableTwoFactor({ body: { password }, headers, returnHeaders: true }),
  );
  const steps = await endSessionsOpenedBefore(ctx, id, startedAt);
  await writePeople(ctx, theirself(id), steps, {
    audit: [noteAboutPerson("person.two_factor_disabled", id)],
  });
  return withCookies(204, null, cookies);
}

const codes = z.object({ backupCodes: z.array(z.string()) });

/** The old ones stop working. */
export async function renewBackupCodes(ctx: PersonContext, request: Request, password: string) {
  const { id } = ctx.person;
  await assertPassword(ctx, password);
  const { api } = createAuth(ctx);
  const { answer } = await callAuth(request, (headers) =>
    api.generateBackupCodes({ body: { password }, headers, returnHeaders: true }),
  );
  await writePeople(ctx, theirself(id), [], { audit: [noteAboutPerson("person.backup_codes_renewed", id)] });
  return codes.parse(answer);
}
