import type { Id } from "../../db/ids";
import { activities } from "../../db/schema/cell/activities";
import { authorize, type Context } from "../kernel/context";
import { Invalid } from "../kernel/errors";
import { getLead } from "../leads";
import { assertMember } from "../members";
import { type Activity, someday } from "./queries";
import type { NewActivity } from "./shapes";
import { writeActivity } from "./write-activity";

const skewMs = 5 * 60_000;

/** A task, or what has a day to come, is to do; everything else was done now, unless the input says otherwise. */
export async function createActivity(
  ctx: Context,
  leadId: Id<"lead">,
  input: NewActivity,
): Promise<Activity> {
  authorize(ctx, "leads:write");
  if (input.description) authorize(ctx, "leads:contact");
  await getLead(ctx, leadId);
  if (input.assignedTo) await assertMember(ctx, input.assignedTo, "/assignedTo");
  const completedAt = completedAtOf(ctx, input);
  const dueAt = toTime(input.dueAt);
  const now = ctx.now();
  const after: Activity = {
    id: ctx.newId("activity", ctx.organization.cell),
    organizationId: ctx.organization.id,
    leadId,
    type: input.type,
    state: completedAt === null ? "open" : "done",
    at: completedAt ?? dueAt ?? someday,
    subject: input.subject ?? "",
    description: input.description ?? "",
    outcome: input.outcome ?? "",
    durationMinutes: input.durationMinutes ?? null,
    assignedTo: input.assignedTo === undefined ? actingPerson(ctx) : input.assignedTo,
    dueAt,
    remindAt: input.remindAt === undefined ? dueAt : toTime(input.remindAt),
    completedAt,
    createdBy: ctx.actor.id,
    createdAt: now,
    updatedAt: now,
  };
  assertSays(after);
  return await writeActivity(ctx, ctx.db.insert(activities).values(after), {
    before: null,
    after,
    happened: "created",
  });
}

function completedAtOf(ctx: Context, { completedAt, dueAt, type }: NewActivity): number | null {
  if (completedAt) return assertPast(ctx, Date.parse(completedAt));
  return completedAt === null || dueAt || type === "task" ? null : ctx.now();
}

/** What is to come is due; done it is only when it is over. */
export function assertPast(ctx: Context, at: number): number {
  if (at <= ctx.now() + skewMs) return at;
  throw Invalid.field(
    "/completedAt",
    "in_the_future",
    "Nothing is done before its time: give it a due date.",
  );
}

export function assertSays({ type, subject }: Activity): void {
  if (type === "task" && subject === "")
    throw Invalid.field("/subject", "required", "Say what is to be done.");
}

export function actingPerson(ctx: Context): Id<"user"> | null {
  return ctx.actor.kind === "user" ? ctx.actor.id : null;
}

export function toTime(value: string | null | undefined): number | null {
  return value ? Date.parse(value) : null;
}
