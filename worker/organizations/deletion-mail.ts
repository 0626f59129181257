import { eq } from "drizzle-orm";
import { organizations } from "../../db/schema/control/organizations";
import { users } from "../../db/schema/control/people";
import type { Context } from "../kernel/context";
import { parseMailbox, renderMail } from "../providers";

/** Tells the owner, whoever clicked: what was not meant can be taken back for thirty days. */
export async function sendDeletionMail(ctx: Context, mailId: string): Promise<void> {
  const [row] = await ctx.control
    .select({ status: organizations.status, eraseAfter: organizations.eraseAfter, to: users.email })
    .from(organizations)
    .innerJoin(users, eq(users.id, organizations.ownerUserId))
    .where(eq(organizations.id, ctx.organization.id));
  // Restored already, or its owner is erased: there is nothing to say, or nobody to say it to.
  if (!row?.eraseAfter || row.status !== "deleted" || row.to.endsWith(".invalid")) return;
  const from = parseMailbox(ctx.settings.MAIL_FROM);
  if (!from) throw new Error("MAIL_FROM is not an address that mail can come from.");
  const name = ctx.organization.name.replaceAll(/[\p{Cc}\s\u2028\u2029]+/gu, " ").trim();
  const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(row.eraseAfter);
  await ctx.providers.mail.send({
    id: mailId,
    to: row.to,
    from,
    subject: `${name} has been deleted`,
    ...renderMail({
      heading: `${name} has been deleted`,
      paragraphs: [
        "Its members, keys and planned work have stopped. Nothing is lost yet.",
        `On ${day} everything in it is erased for good. Until then you can restore it in your list of organizations.`,
      ],
      action: { label: "Open Tributary", url: ctx.settings.APP_URL },
      footer:
        "You get this mail because you own this organization. If you did not delete it, change your password.",
    }),
  });
}
