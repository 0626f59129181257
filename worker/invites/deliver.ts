import type { Id } from "../../db/ids";
import { userInvites } from "../../db/schema/control/access";
import type { Context } from "../kernel/context";
import { parseMailbox, renderMail } from "../providers";
import { hashOfCode } from "./code";
import { asItWas, openCode } from "./giving";
import { letterFor } from "./letters";
import { findByCodeHash, type Invite } from "./queries";
import { stateOf } from "./state";
import { roleNameOf } from "./wire";

/** Sends the mail of an invite, unless it was cancelled or sent again with another code since. */
export async function deliverInvite(
  ctx: Context,
  { inviteId, sealedCode, mailId }: { inviteId: Id<"invite">; sealedCode: string; mailId: string },
): Promise<void> {
  const code = await openCode(ctx, inviteId, sealedCode);
  const invite = await findByCodeHash(ctx, await hashOfCode(code));
  if (!invite || invite.organizationId !== ctx.organization.id) return;
  if (stateOf(invite, ctx.now()) !== "pending") return;
  const { subject, content } = letterFor(occasionOf(ctx, invite, code));
  await ctx.providers.mail.send({
    id: mailId,
    to: invite.email,
    from: senderOf(ctx),
    subject,
    ...renderMail(content),
  });
  await ctx.control.update(userInvites).set({ sentAt: ctx.now() }).where(asItWas(invite));
}

function occasionOf(ctx: Context, invite: Invite, code: string) {
  const url = new URL("/invite", ctx.settings.APP_URL);
  url.searchParams.set("token", code);
  const { type, inviterName, email } = invite;
  return {
    type,
    inviterName,
    email,
    organizationName: ctx.organization.name,
    roleName: roleNameOf(invite),
    expiresOn: new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(
      invite.expiresAt,
    ),
    url: url.href,
  };
}

function senderOf(ctx: Context) {
  const sender = parseMailbox(ctx.settings.MAIL_FROM);
  if (!sender) throw new Error("MAIL_FROM is not an address that mail can come from.");
  return sender;
}
