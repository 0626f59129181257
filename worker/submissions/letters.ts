import type { Context } from "../kernel/context";
import { type MailContent, parseMailbox, renderMail } from "../providers";

export type Letter = { id: string; to: string; subject: string; content: MailContent };

/** The same id sent twice is one mail. What people typed stands only in the text, never in a header (MAIL-01). */
export async function sendLetter(ctx: Context, { id, to, subject, content }: Letter): Promise<void> {
  const from = parseMailbox(ctx.settings.MAIL_FROM);
  if (!from) throw new Error("MAIL_FROM is not an address that mail can come from.");
  await ctx.providers.mail.send({
    id,
    to,
    from,
    subject: subject.replaceAll(/\p{C}+/gu, " ").slice(0, 200),
    ...renderMail(content),
  });
}
