import { eq, sql } from "drizzle-orm";
import type { Id } from "../ids";
import { activities } from "../schema/cell/activities";
import { leadStages } from "../schema/cell/lead-catalogue";
import { leads } from "../schema/cell/leads";
import { facts, jobs } from "../schema/cell/spine";
import { insertMany } from "./insert-many";
import { leadActivities, type SeedActivity } from "./lead-activities";
import { leadYear, type SeedLead } from "./lead-year";
import { type Ground, newId } from "./people";

type House = {
  organizationId: Id<"organization">;
  owner: Id<"user">;
  sellers: ReadonlyMap<string, Id<"user">>;
};

type Kept = { id: Id<"lead">; assignedTo: Id<"user"> | null; assignedAt: number | null };

/** What was done about the seeded leads, what is to be done, and the facts of how each moved. */
export async function seedActivities(ground: Ground, house: House): Promise<void> {
  const year = leadYear(ground.now).leads;
  const rows = await ground.control
    .select({ id: leads.id, email: leads.email, assignedTo: leads.assignedTo, assignedAt: leads.assignedAt })
    .from(leads)
    .where(eq(leads.organizationId, house.organizationId));
  const byEmail = new Map(rows.map((row) => [row.email, row]));
  const keptOf = (index: number) => byEmail.get(year[index]?.email ?? null);
  const told = leadActivities(year, ground.now).flatMap((activity) => {
    const lead = keptOf(activity.lead);
    return lead ? [activityRow(ground, house, lead.id, activity)] : [];
  });
  await insertMany(ground.control, activities, told);
  await seedReminders(ground, told);
  await seedFacts(
    ground,
    house,
    year.flatMap((lead, index) => {
      const kept = keptOf(index);
      return kept ? [{ lead, kept }] : [];
    }),
  );
  await bringUp(ground, house.organizationId);
}

function activityRow(
  ground: Ground,
  { organizationId, owner, sellers }: House,
  leadId: Id<"lead">,
  { type, subject, outcome = "", description = "", at, by, isOpen, duration }: SeedActivity,
): typeof activities.$inferInsert {
  const who = by === null ? owner : (sellers.get(by) ?? owner);
  const madeAt = isOpen ? Math.min(at, ground.now) - 2 * 86_400_000 : at;
  return {
    id: newId({ ...ground, now: madeAt }, "activity"),
    organizationId,
    leadId,
    type,
    state: isOpen ? "open" : "done",
    at,
    subject,
    description,
    outcome,
    durationMinutes: duration,
    assignedTo: who,
    dueAt: isOpen ? at : null,
    remindAt: isOpen ? at : null,
    completedAt: isOpen ? null : at,
    createdBy: who,
    createdAt: madeAt,
    updatedAt: madeAt,
  };
}

/** As whoever planned them would have left them. */
async function seedReminders(
  ground: Ground,
  planned: readonly (typeof activities.$inferInsert)[],
): Promise<void> {
  const rows = planned.flatMap(({ id, organizationId, remindAt }) =>
    remindAt && remindAt > ground.now
      ? [
          {
            id: newId(ground, "job"),
            organizationId,
            queue: "delivery" as const,
            type: "activities.remind",
            payload: { activityId: id, remindAt },
            maxAttempts: 5,
            runAt: remindAt,
            dedupeKey: `remind:${id}:${remindAt}`,
            requestId: "seed",
            createdAt: ground.now,
          },
        ]
      : [],
  );
  await insertMany(ground.control, jobs, rows);
}

async function seedFacts(
  ground: Ground,
  { organizationId }: House,
  told: { lead: SeedLead; kept: Kept }[],
): Promise<void> {
  const stages = await ground.control
    .select({ id: leadStages.id, status: leadStages.status })
    .from(leadStages)
    .where(eq(leadStages.organizationId, organizationId));
  const stageOf = new Map<string, Id<"leadStage">>(stages.map(({ id, status }) => [status, id]));
  const last = await ground.control.get<{ seq: number }>(
    sql`select coalesce(max(seq), 0) as seq from facts where organization_id = ${organizationId}`,
  );
  const drafts = told.flatMap(({ lead, kept }) => factsOf(lead, kept, stageOf));
  const rows = drafts
    .toSorted((one, other) => one.createdAt - other.createdAt)
    .map((draft, index) => ({
      id: newId({ ...ground, now: draft.createdAt }, "fact"),
      organizationId,
      seq: (last?.seq ?? 0) + index + 1,
      ...draft,
    }));
  await insertMany(ground.control, facts, rows);
}

function factsOf(
  { story, value }: SeedLead,
  { id, assignedTo, assignedAt }: Kept,
  stageOf: Map<string, string>,
) {
  const moves = story.moves.map(({ status, at }, index) => {
    const before = story.moves[index - 1];
    const stageId = stageOf.get(status);
    return before
      ? {
          type: "lead.moved",
          subjectId: id,
          actorId: assignedTo,
          data: { stageId, from: stageOf.get(before.status), status, since: before.at, value },
          createdAt: at,
        }
      : { type: "lead.created", subjectId: id, actorId: null, data: { stageId }, createdAt: at };
  });
  if (!assignedTo || !assignedAt) return moves;
  const assigned = {
    type: "lead.assigned",
    subjectId: id,
    actorId: null,
    data: { from: null, to: assignedTo },
  };
  return [
    ...moves,
    { ...assigned, createdAt: Math.max(assignedAt - 45 * 60_000, (moves[0]?.createdAt ?? 0) + 30_000) },
  ];
}

/** What the leads say of their work is what their activities say, as it is when people log them one by one. */
async function bringUp({ control }: Ground, organizationId: Id<"organization">): Promise<void> {
  const own = sql`organization_id = ${organizationId} and lead_id = leads.id`;
  await control.run(sql`update leads set
    last_contacted_at = (select max(at) from activities where ${own} and state = 'done' and type not in ('note', 'task')),
    next_follow_up_at = (select min(at) from activities where ${own} and state = 'open'),
    last_activity_at = max(last_activity_at, coalesce((select max(at) from activities where ${own} and state = 'done'), 0))
    where organization_id = ${organizationId}`);
}
