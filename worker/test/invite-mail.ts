import { and, desc, eq, like } from "drizzle-orm";
import { mailboxMessages } from "../../db/schema/control/platform";
import { control } from "./world";

/** Waits for the job that sends an invite and answers what the link in it carries; with `count`, of the last of so many. */
export async function invitedToken(email: string, count = 1): Promise<string> {
  for (let tries = 0; tries < 1000; tries++) {
    const mails = await inviteMailTo(email);
    const token = /\/invite\?token=([\w-]+)/.exec(mails[0]?.text ?? "")?.[1];
    if (mails.length >= count && token) return token;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`No invite came to ${email}.`);
}

/** Newest first. */
export async function inviteMailTo(email: string) {
  return await control()
    .select()
    .from(mailboxMessages)
    .where(and(eq(mailboxMessages.recipient, email), like(mailboxMessages.text, "%/invite?token=%")))
    .orderBy(desc(mailboxMessages.id));
}
