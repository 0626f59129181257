import { and, eq, inArray, sql } from "drizzle-orm";
import type { Id } from "../ids";
import { conversations } from "../schema/cell/conversations";
import { leads } from "../schema/cell/leads";
import { jobs } from "../schema/cell/spine";
import { threads } from "./conversation-words";
import { insertMany } from "./insert-many";
import { type Ground, newId } from "./people";

const day = 86_400_000;
const twice = 2;

/** What was talked of with those who are in the middle of it. The product reads it by itself as soon as it runs. */
export async function seedConversations(ground: Ground, organizationId: Id<"organization">): Promise<void> {
  const rows = await talkedTo(ground, organizationId);
  const told = rows.flatMap((lead, index) => threadOf(ground, organizationId, lead, index));
  await insertMany(ground.control, conversations, told);
  await insertMany(
    ground.control,
    jobs,
    told.filter(({ analysisStatus }) => analysisStatus === "pending").map((row) => readingOf(ground, row)),
  );
  await bringUp(ground, organizationId);
}

const inTheMiddle: (typeof leads.$inferSelect)["status"][] = ["qualified", "proposal", "negotiation"];

type Known = { id: Id<"lead">; firstName: string; assignedTo: Id<"user"> | null };

/** Those in the middle of it who came longest before their thread began. */
async function talkedTo(ground: Ground, organizationId: Id<"organization">): Promise<Known[]> {
  return await ground.control
    .select({ id: leads.id, firstName: leads.firstName, assignedTo: leads.assignedTo })
    .from(leads)
    .where(
      and(
        eq(leads.organizationId, organizationId),
        inArray(leads.status, [...inTheMiddle, "contacted", "nurturing"]),
        sql`company_id is not null and created_at < ${ground.now - 20 * day}`,
      ),
    )
    // In a quiet month there are too few in the middle of it: then of those who may come into it.
    .orderBy(sql`${inArray(leads.status, inTheMiddle)} desc, created_at desc, name_key`)
    .limit(threads.length * twice);
}

function threadOf(
  ground: Ground,
  organizationId: Id<"organization">,
  lead: Known,
  index: number,
): (typeof conversations.$inferInsert)[] {
  const messages = threads[index % threads.length] ?? [];
  // The second round lies further back, so that no two leads wrote the same in the same minute.
  const before = Math.floor(index / threads.length) * 1.3 * day;
  let threadId = "";
  return messages.map(({ direction, channel, subject = "", content, daysAgo }) => {
    const at = Math.round(ground.now - daysAgo * day - before);
    const id = newId({ ...ground, now: at }, "conversation");
    threadId ||= id;
    return {
      id,
      organizationId,
      leadId: lead.id,
      threadId,
      direction,
      channel,
      subject,
      content: content.replaceAll("{name}", lead.firstName),
      recordedBy: lead.assignedTo,
      occurredAt: at,
      analysisStatus: direction === "inbound" ? "pending" : "off",
      createdAt: at,
      updatedAt: at,
    };
  });
}

function readingOf(ground: Ground, { id, organizationId }: typeof conversations.$inferInsert) {
  return {
    id: newId(ground, "job"),
    organizationId,
    queue: "generation" as const,
    type: "conversations.analyze",
    payload: { conversationId: id, requestedBy: null },
    maxAttempts: 5,
    runAt: ground.now,
    requestId: "seed",
    createdAt: ground.now,
  };
}

/** As recording them one by one would have left their leads. */
async function bringUp(ground: Ground, organizationId: Id<"organization">): Promise<void> {
  const said = sql`from conversations as said where said.organization_id = ${organizationId} and said.lead_id = leads.id`;
  const contact = sql`${said} and (said.direction = 'outbound' or said.channel in ('phone', 'meeting'))`;
  const first = sql`(select min(occurred_at) ${contact})`;
  await ground.control.run(
    sql`update leads set last_activity_at = max(coalesce(last_activity_at, 0), (select max(occurred_at) ${said})),
      last_contacted_at = nullif(max(coalesce(last_contacted_at, 0), coalesce((select max(occurred_at) ${contact}), 0)), 0),
      first_contacted_at = min(coalesce(first_contacted_at, ${first}), coalesce(${first}, first_contacted_at))
      where organization_id = ${organizationId} and id in (select lead_id from conversations
      where organization_id = ${organizationId})`,
  );
}
