import { and, eq } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { users } from "../../db/schema/control/people";
import type { Context } from "../kernel/context";
import { Forbidden, NotFound } from "../kernel/errors";
import { getLead, type Lead } from "../leads";
import { assertMayStill } from "../members";
import { parseMailbox, renderMail } from "../providers";
import { type Activity, findActivity } from "./queries";

/** Tells whoever it is for: on their screen, and by mail where they want that. What was done, moved or handed over meanwhile reminds nobody. */
export async function remind(
  ctx: Context,
  { activityId, remindAt }: { activityId: Id<"activity">; remindAt: number },
  mailId: string,
): Promise<void> {
  const activity = await findActivity(ctx, activityId);
  if (activity?.state !== "open" || activity.remindAt !== remindAt || !activity.assignedTo) return;
  const lead = await leadStillThere(ctx, activity);
  const person = await readerOf(ctx, activity.assignedTo);
  if (!lead || !person) return;
  const { type, dueAt } = activity;
  ctx.publish(ctx.organization.id, [
    {
      type: "activity.due",
      data: {
        subjectId: activity.id,
        leadId: lead.id,
        leadName: nameOf(lead),
        activityType: type,
        subject: labelOf(activity),
        dueAt,
      },
      permission: "leads:read",
      viewerIds: [activity.assignedTo],
    },
  ]);
  if (person.preferences["reminderMails"] !== false)
    await mailReminder(ctx, { activity, lead, person, mailId });
}

type Reader = { email: string; timezone: string; preferences: Record<string, unknown> };

/** Nobody who works here no more, or may not see leads by now. */
async function readerOf(ctx: Context, userId: Id<"user">): Promise<Reader | null> {
  try {
    await assertMayStill(ctx, userId, "leads:read");
  } catch (error) {
    if (error instanceof Forbidden) return null;
    throw error;
  }
  const [person] = await ctx.control
    .select({ email: users.email, timezone: users.timezone, preferences: users.preferences })
    .from(users)
    .where(and(eq(users.id, userId), eq(users.status, "active")));
  return person ?? null;
}

async function leadStillThere(ctx: Context, { leadId }: Activity): Promise<Lead | null> {
  try {
    return await getLead(ctx, leadId);
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}

type Mailing = { activity: Activity; lead: Lead; person: Reader; mailId: string };

/** The job's id keeps it one mail however often it is tried. */
async function mailReminder(ctx: Context, { activity, lead, person, mailId }: Mailing): Promise<void> {
  const from = parseMailbox(ctx.settings.MAIL_FROM);
  if (!from) throw new Error("MAIL_FROM is not an address that mail can come from.");
  const what = `${labelOf(activity)} · ${nameOf(lead)}`;
  await ctx.providers.mail.send({
    id: mailId,
    to: person.email,
    from,
    subject: `Reminder: ${what}`.replaceAll(/\p{C}+/gu, " ").slice(0, 200),
    ...renderMail({
      heading: what,
      paragraphs: activity.dueAt === null ? [] : [`Due ${dayOf(activity.dueAt, person.timezone)}.`],
      action: {
        label: "Open the lead",
        url: new URL(`/o/${ctx.organization.slug}/leads/${lead.id}`, ctx.settings.APP_URL).href,
      },
      footer:
        "Tributary · You get this mail because the task is yours. Your settings say whether reminders come by mail.",
    }),
  });
}

/** A mail's subject is only for who may see it; what it is, is not. */
function labelOf({ type, subject }: Activity): string {
  return type === "email" || type === "note" || subject === "" ? type.replaceAll("_", " ") : subject;
}

function nameOf({ firstName, lastName, companyName }: Lead): string {
  return `${firstName} ${lastName}`.trim() || companyName || "a lead without a name";
}

function dayOf(time: number, timeZone: string): string {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "full", timeStyle: "short", timeZone }).format(time);
}
