import { and, desc, eq, lt } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { type Id, isId } from "../../../db/ids";
import { mailboxMessages } from "../../../db/schema/control/platform";
import type { Base } from "../../kernel/context";
import type { Settings } from "../../kernel/env";
import { NotFound } from "../../kernel/errors";
import { cursorId, toPage } from "../../kernel/page";
import type { Mail } from "../../kernel/ports";
import { mailToWire } from "../wire";

/** On a laptop and in tests, mail is kept to be read instead of sent; in production there is no such place. */
export function keepsMail({ TRIBUTARY_MODE, MAIL_API_KEY }: Settings): boolean {
  return TRIBUTARY_MODE !== "production" && !MAIL_API_KEY;
}

/** A mail is known by the job that sends it, so that a job done twice still leaves one. */
export async function keepMail(control: Database, mail: Mail, now: number): Promise<void> {
  const id = mail.id.replace(/^[a-z]+_/, "mail_");
  if (!isId("mail", id)) throw new Error("A mail's id is made from the id of the job that sends it.");
  const { to, from, subject, text, html } = mail;
  const sender = from.name ? `${from.name} <${from.address}>` : from.address;
  await control
    .insert(mailboxMessages)
    .values({ id, recipient: to, sender, subject, text, html, createdAt: now })
    .onConflictDoNothing();
}

export type MailFilter = { recipient?: string; limit: number; cursor?: string };

export async function listMail(ctx: Base, { recipient, limit, cursor }: MailFilter) {
  assertOpen(ctx);
  const before = cursorId(cursor);
  const rows = await ctx.control
    .select()
    .from(mailboxMessages)
    .where(
      and(
        recipient ? eq(mailboxMessages.recipient, recipient) : undefined,
        before ? lt(mailboxMessages.id, before as Id<"mail">) : undefined, // safe: only compared
      ),
    )
    .orderBy(desc(mailboxMessages.id))
    .limit(limit + 1);
  return toPage(rows, limit, (row) => [row.id], mailToWire);
}

export async function getMail(ctx: Base, id: Id<"mail">) {
  assertOpen(ctx);
  const [row] = await ctx.control.select().from(mailboxMessages).where(eq(mailboxMessages.id, id));
  if (!row) throw new NotFound();
  return mailToWire(row);
}

function assertOpen({ settings }: Base): void {
  if (!keepsMail(settings)) throw new NotFound();
}
