import type { Id } from "../../../db/ids";
import type { Base, Context } from "../../kernel/context";
import { defineJob, type StoredJob } from "../../kernel/jobs";
import { parseMailbox, renderMail } from "../../providers";
import { findEmailChange } from "./email-change-row";
import { type Letter, letters } from "./letters";
import { type MailOrder, mailOrder } from "./mail-order";
import { type MailTokenPurpose, passwordState, signMailToken } from "./mail-token";
import { findPersonByEmail, findPersonById, type KnownPerson } from "../queries";

export const mailJob = defineJob("people.mail", { queue: "delivery", payload: mailOrder }, sendLetter);

async function sendLetter(ctx: Context, payload: MailOrder, job: StoredJob): Promise<void> {
  const written = await writeLetter(ctx, payload);
  if (!written) return;
  await ctx.providers.mail.send({
    // The job's own id: sent twice, it is still one mail.
    id: job.id,
    to: written.to,
    from: senderOf(ctx),
    subject: written.letter.subject,
    ...renderMail(written.letter.content),
  });
}

function senderOf(ctx: Base) {
  const sender = parseMailbox(ctx.settings.MAIL_FROM);
  if (!sender) throw new Error("MAIL_FROM is not an address that mail can come from.");
  return sender;
}

type Written = { to: string; letter: Letter } | null;

/** Null where there is nothing to say any more, or never was: whether somebody exists is decided here, not in the request. */
async function writeLetter(ctx: Base, payload: MailOrder): Promise<Written> {
  switch (payload.letter) {
    case "verify_email":
      return await writeVerification(ctx, payload.email);
    case "existing_account":
      return { to: payload.email, letter: letters.existingAccount(pageAt(ctx, "/sign-in")) };
    case "reset_password":
      return await writeReset(ctx, payload.email);
    case "password_changed":
      return await writeTo(ctx, payload.userId, () =>
        letters.passwordChanged(pageAt(ctx, "/forgot-password")),
      );
    case "account_cancelled":
      return await writeTo(ctx, payload.userId, () =>
        letters.accountCancelled(dayOf(payload.eraseAt), pageAt(ctx, "/sign-in")),
      );
    default:
      return await writeAboutEmailChange(ctx, payload);
  }
}

async function writeVerification(ctx: Base, email: string): Promise<Written> {
  const person = await findPersonByEmail(ctx.control, email);
  if (!person || person.emailVerified || person.status !== "active") return null;
  const url = await linkFor(ctx, "/verify", "verify-email", person.id, await passwordState(person));
  return { to: email, letter: letters.verifyEmail(url) };
}

async function writeReset(ctx: Base, email: string): Promise<Written> {
  const person = await findPersonByEmail(ctx.control, email);
  if (!person || person.status === "suspended") return null;
  const url = await linkFor(ctx, "/reset-password", "reset-password", person.id, await passwordState(person));
  return { to: email, letter: letters.resetPassword(url) };
}

async function writeTo(ctx: Base, id: Id<"user">, write: (person: KnownPerson) => Letter): Promise<Written> {
  const person = await findPersonById(ctx.control, id);
  return person ? { to: person.email, letter: write(person) } : null;
}

async function writeAboutEmailChange(
  ctx: Base,
  { letter, userId, changeId }: Extract<MailOrder, { changeId: string }>,
): Promise<Written> {
  const change = await findEmailChange(ctx, userId);
  if (change?.id !== changeId) return null;
  if (letter === "email_change_notice") {
    const url = await linkFor(ctx, "/undo-email-change", "undo-email-change", userId, changeId);
    return { to: change.from, letter: letters.emailChangeNotice(change.to, url) };
  }
  if (change.confirmed) return null;
  // To somebody else's address goes what a sign-up with it would send.
  if (await findPersonByEmail(ctx.control, change.to)) {
    return { to: change.to, letter: letters.existingAccount(pageAt(ctx, "/sign-in")) };
  }
  const url = await linkFor(ctx, "/confirm-email", "confirm-email-change", userId, changeId);
  return { to: change.to, letter: letters.confirmEmailChange(url) };
}

async function linkFor(
  ctx: Base,
  page: string,
  purpose: MailTokenPurpose,
  userId: Id<"user">,
  state: string,
): Promise<string> {
  return `${pageAt(ctx, page)}?token=${await signMailToken(ctx, purpose, { userId, state })}`;
}

function pageAt(ctx: Base, path: string): string {
  return new URL(path, ctx.settings.APP_URL).href;
}

function dayOf(time: number): string {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(time);
}
