import { and, eq, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { activities } from "../../db/schema/cell/activities";
import { conversations } from "../../db/schema/cell/conversations";
import { leads } from "../../db/schema/cell/leads";
import { authorize, type Context } from "../kernel/context";
import { Invalid, NotFound } from "../kernel/errors";
import { isTaken, orElse, type Step, write } from "../kernel/write";
import { getLead } from "../leads";
import { analysisJob } from "./analysis-job";
import type { NewConversation } from "./fields";
import { type Conversation, findByExternalId, getConversation } from "./queries";

/** Keeps what was said. Told twice under the same id of its origin, it is the one that is there (QUE-01). */
export async function recordConversation(
  ctx: Context,
  leadId: Id<"lead">,
  draft: NewConversation,
): Promise<Conversation> {
  authorize(ctx, "leads:write");
  authorize(ctx, "leads:contact");
  await getLead(ctx, leadId);
  if (draft.activityId) await assertActivityOf(ctx, leadId, draft.activityId);
  try {
    return await keep(ctx, leadId, draft);
  } catch (error) {
    if (draft.externalId === undefined || !isTaken(error, "conversations.external_id")) throw error;
    const known = await findByExternalId(ctx, leadId, draft.externalId);
    if (!known) throw error;
    return known;
  }
}

async function keep(ctx: Context, leadId: Id<"lead">, draft: NewConversation): Promise<Conversation> {
  const { analyze = isWorthReading(draft), occurredAt, threadId, ...said } = draft;
  const id = ctx.newId("conversation", ctx.organization.cell);
  const now = ctx.now();
  const at = occurredAt === undefined ? now : Date.parse(occurredAt);
  if (at > now + clockSkewMs)
    throw Invalid.field("/occurredAt", "in_future", "A conversation that was had lies in the past.");
  const { direction, channel } = said;
  const insert = ctx.db.insert(conversations).values({
    ...said,
    id,
    organizationId: ctx.organization.id,
    leadId,
    threadId: threadId ?? id,
    occurredAt: at,
    recordedBy: ctx.actor.id,
    analysisStatus: analyze ? "pending" : "off",
    createdAt: now,
    updatedAt: now,
  });
  await write(ctx, [...touchLead(ctx, leadId, at, isOurDoing(draft)), insert], {
    facts: [{ type: "conversation.recorded", subjectId: id, data: { leadId, direction, channel } }],
    audit: [
      {
        action: "conversation.recorded",
        resourceType: "conversation",
        resourceId: id,
        changes: { after: { leadId, direction, channel } },
      },
    ],
    jobs: analyze ? [analysisJob(ctx, id)] : [],
  });
  return await getConversation(ctx, id);
}

async function assertActivityOf(ctx: Context, leadId: Id<"lead">, id: Id<"activity">): Promise<void> {
  const [activity] = await ctx.db
    .select({ leadId: activities.leadId })
    .from(activities)
    .where(and(eq(activities.organizationId, ctx.organization.id), eq(activities.id, id)));
  if (activity?.leadId !== leadId)
    throw Invalid.field("/activityId", "unknown_activity", "This lead has no such activity.");
}

const clockSkewMs = 5 * 60_000;

function isWorthReading({ direction, channel }: NewConversation): boolean {
  return direction === "inbound" || isSpoken(channel);
}

function isOurDoing({ direction, channel }: NewConversation): boolean {
  return direction === "outbound" || isSpoken(channel);
}

function isSpoken(channel: NewConversation["channel"]): boolean {
  return channel === "phone" || channel === "meeting";
}

/** An old message that is brought in later makes nobody seem to have been heard of since. */
function touchLead(ctx: Context, leadId: Id<"lead">, at: number, contacted: boolean): Step[] {
  const later = (column: typeof leads.lastActivityAt | typeof leads.lastContactedAt) =>
    sql`max(coalesce(${column}, 0), ${at})`;
  const first = sql`min(coalesce(${leads.firstContactedAt}, ${at}), ${at})`;
  const update = ctx.db
    .update(leads)
    .set({
      lastActivityAt: later(leads.lastActivityAt),
      ...(contacted ? { lastContactedAt: later(leads.lastContactedAt), firstContactedAt: first } : {}),
    })
    .where(and(eq(leads.organizationId, ctx.organization.id), eq(leads.id, leadId)));
  return [update, orElse(new NotFound())];
}
