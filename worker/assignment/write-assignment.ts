import { and, desc, eq, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { leadAssignments, type Standing } from "../../db/schema/cell/assignment";
import { leads } from "../../db/schema/cell/leads";
import type { Context } from "../kernel/context";
import { Conflict } from "../kernel/errors";
import { orElse, type Step, write } from "../kernel/write";
import type { Lead } from "../leads";

type Assignment = typeof leadAssignments.$inferSelect;
/** The fact of a choice, once: also where the try that made the choice stopped right after it. */
export async function tell(ctx: Context, leadId: Id<"lead">): Promise<void> {
  const last = await lastAssignment(ctx, leadId);
  if (!last || last.isTold) return;
  const { id, fromUserId: from, userId: to, ruleId, way } = last;
  const mark = ctx.db
    .update(leadAssignments)
    .set({ isTold: true })
    .where(and(eq(leadAssignments.id, id), eq(leadAssignments.isTold, false)));
  await ignoring(
    told,
    write(ctx, [mark, orElse(told)], { facts: [factOf(leadId, { from, to, ruleId, way })] }),
  );
}

const told = new Conflict("told", "This has been told.");
const moved = new Conflict("changed_meanwhile", "Somebody has just given this lead to somebody else.");

/** Nobody is free: the lead is nobody's, and says who was asked; a job looks again when somebody may be. */
export async function waitFor(
  ctx: Context,
  lead: Lead,
  cause: Assignment["cause"],
  standings: Standing[],
  until: number | null,
): Promise<void> {
  const last = await lastAssignment(ctx, lead.id);
  const row = {
    leadId: lead.id,
    userId: null,
    fromUserId: lead.assignedTo,
    way: "nobody" as const,
    cause,
    standings,
  };
  // A lead that waits on says so once, not at every look.
  const isNews = last?.way !== "nobody" || last.userId !== lead.assignedTo;
  const jobs = until === null ? [] : [sweepJob(until)];
  await ignoring(
    moved,
    write(ctx, isNews ? assignSteps(ctx, lead, row) : [], {
      jobs,
      facts: lead.assignedTo
        ? [factOf(lead.id, { from: lead.assignedTo, to: null, ruleId: null, way: "nobody" })]
        : [],
    }),
  );
}

export function sweepJob(runAt: number) {
  const payload = { after: null, waiting: true };
  return {
    queue: "delivery",
    type: "assignment.sweep",
    payload,
    runAt,
    dedupeKey: `assignment.sweep:${runAt}`,
  } as const;
}

type Row = Pick<Assignment, "leadId" | "userId" | "fromUserId" | "way" | "cause" | "standings">;

/** For one whose new owner is known already. */
export function assignSteps(ctx: Context, lead: Lead, row: Row): Step[] {
  return [
    ctx.db
      .update(leads)
      .set({
        assignedTo: row.userId,
        assignedAt: row.userId ? ctx.now() : null,
        ...(row.userId === lead.assignedTo ? {} : { updatedAt: ctx.now() }),
      })
      .where(
        and(
          eq(leads.organizationId, ctx.organization.id),
          eq(leads.id, lead.id),
          sql`assigned_to is ${lead.assignedTo}`,
        ),
      ),
    orElse(moved),
    ctx.db.insert(leadAssignments).values({
      ...row,
      organizationId: ctx.organization.id,
      isTold: true,
      actorId: ctx.actor.id,
      createdAt: ctx.now(),
    }),
  ];
}

export function factOf(leadId: Id<"lead">, data: Record<string, unknown>) {
  return { type: "lead.assigned", subjectId: leadId, data };
}

export async function lastAssignment(ctx: Context, leadId: Id<"lead">): Promise<Assignment | undefined> {
  return (await assignmentsOf(ctx, leadId, 1))[0];
}

/** The newest first. */
export async function assignmentsOf(ctx: Context, leadId: Id<"lead">, limit: number): Promise<Assignment[]> {
  return await ctx.db
    .select()
    .from(leadAssignments)
    .where(and(eq(leadAssignments.organizationId, ctx.organization.id), eq(leadAssignments.leadId, leadId)))
    .orderBy(desc(leadAssignments.id))
    .limit(limit);
}

export async function forgetLead(ctx: Context, leadId: Id<"lead">): Promise<void> {
  const { organizationId, leadId: ofLead } = leadAssignments;
  const here = and(eq(organizationId, ctx.organization.id), eq(ofLead, leadId));
  await write(ctx, [ctx.db.delete(leadAssignments).where(here)]);
}

async function ignoring(expected: Conflict, work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof Conflict) || error.reason !== expected.reason) throw error;
  }
}
