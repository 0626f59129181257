import type { Mail, MailPort } from "../../kernel/ports";

export type MailboxSettings = { kind: "mailbox"; store: (mail: Mail) => Promise<void> };

/** Sends nothing anywhere: keeps the mail for the mailbox page of a local or test instance. */
export function createMailbox(settings: MailboxSettings): MailPort {
  return {
    async send(mail) {
      await settings.store(mail);
      return { providerId: `mailbox:${mail.id}` };
    },
  };
}
