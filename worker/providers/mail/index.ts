import type { MailPort } from "../../kernel/ports";
import type { World } from "../world";
import { type BindingMailSettings, createBindingMail } from "./binding";
import { createHttpMail, type HttpMailSettings } from "./http";
import { createMailbox, type MailboxSettings } from "./mailbox";
import { assertSendable } from "./sendable";

export { isMailAddress, type Mailbox, parseMailbox } from "./address";
export { type MailContent, renderMail } from "./layout";

export type MailSettings = HttpMailSettings | BindingMailSettings | MailboxSettings;

export function createMail(settings: MailSettings, world: World): MailPort {
  const carrier = carrierOf(settings, world);
  return {
    async send(mail) {
      assertSendable(mail);
      return await carrier.send(mail);
    },
  };
}

function carrierOf(settings: MailSettings, world: World): MailPort {
  if (settings.kind === "http") return createHttpMail(settings, world.fetch);
  if (settings.kind === "binding") return createBindingMail(settings, world.now);
  return createMailbox(settings);
}
