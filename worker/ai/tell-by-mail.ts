import * as z from "zod";
import { users } from "../../db/schema/control/people";
import { and, eq } from "drizzle-orm";
import { isId, type Id } from "../../db/ids";
import type { Context } from "../kernel/context";
import { parseMailbox, renderMail } from "../providers";

export const spendingNews = z.strictObject({
  userId: z.string().refine((value): value is Id<"user"> => isId("user", value)),
  period: z.enum(["day", "month"]),
  level: z.number(),
  spentMicros: z.number(),
  capMicros: z.number(),
});

export type SpendingNews = z.infer<typeof spendingNews>;

/** One letter to one person; the job's id keeps it one however often it is tried. */
export async function mailSpending(ctx: Context, news: SpendingNews, mailId: string): Promise<void> {
  const [person] = await ctx.control
    .select({ email: users.email })
    .from(users)
    .where(and(eq(users.id, news.userId), eq(users.status, "active")));
  if (!person) return;
  const from = parseMailbox(ctx.settings.MAIL_FROM);
  if (!from) throw new Error("MAIL_FROM is not an address that mail can come from.");
  const { subject, content } = letterOf(ctx, news);
  await ctx.providers.mail.send({ id: mailId, to: person.email, from, subject, ...renderMail(content) });
}

function letterOf(ctx: Context, { period, level, spentMicros, capMicros }: SpendingNews) {
  const name = ctx.organization.name.replaceAll(/[\p{Cc}\s\u2028\u2029]+/gu, " ").trim();
  const which = period === "day" ? "today’s" : "this month’s";
  const heading =
    level >= 100 ? `Writing has reached ${which} cap` : `Writing has used ${level} % of ${which} cap`;
  const what = `${name}: ${dollars(spentMicros)} of ${dollars(capMicros)} is spent or promised to texts that are being written.`;
  const next = period === "day" ? "after midnight UTC" : "on the first of the next month";
  const then =
    level >= 100
      ? `Nothing new is written until somebody raises the cap, or ${next}. What is being written now is finished.`
      : "Nothing stops yet. At 100 % it does, until the cap is raised or the period is over.";
  return {
    subject: `${name}: ${heading.toLowerCase()}`.replace("utc", "UTC"),
    content: {
      heading,
      paragraphs: [what, then],
      action: {
        label: "Open spending",
        url: new URL(`/o/${ctx.organization.slug}/settings/spend`, ctx.settings.APP_URL).href,
      },
      footer: `You get this mail because you may change what ${name} spends on writing.`,
    },
  };
}

function dollars(micros: number): string {
  return `$${(micros / 1_000_000).toFixed(2)}`;
}
