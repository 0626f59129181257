import { and, eq } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { activities } from "../../db/schema/cell/activities";
import { authorize, type Context } from "../kernel/context";
import { NotFound } from "../kernel/errors";
import type { Step } from "../kernel/write";
import { getLead } from "../leads";
import { assertMember } from "../members";
import { actingPerson, assertPast, assertSays, toTime } from "./create";
import { type Activity, findActivity, getActivity, isActivity, someday } from "./queries";
import type { ActivityChange, Completion } from "./shapes";
import { writeActivity } from "./write-activity";

export async function updateActivity(
  ctx: Context,
  id: Id<"activity">,
  change: ActivityChange,
): Promise<Activity> {
  const before = await toChange(ctx, id, change);
  if (change.assignedTo && change.assignedTo !== before.assignedTo)
    await assertMember(ctx, change.assignedTo, "/assignedTo");
  const { dueAt: _due, remindAt: _remind, ...plain } = change;
  const dueAt = change.dueAt === undefined ? before.dueAt : toTime(change.dueAt);
  const remindAt = change.remindAt === undefined ? movedReminder(before, dueAt) : toTime(change.remindAt);
  const after = placed(ctx, { ...before, ...plain, dueAt, remindAt });
  assertSays(after);
  return await writeActivity(ctx, putStep(ctx, before, after), { before, after, happened: "updated" });
}

/** Done once more, it keeps what it was done with, but for what is said now. */
export async function completeActivity(
  ctx: Context,
  id: Id<"activity">,
  { completedAt, ...said }: Completion,
): Promise<Activity> {
  const before = await toChange(ctx, id, said);
  const at = completedAt ? assertPast(ctx, Date.parse(completedAt)) : (before.completedAt ?? ctx.now());
  const assignedTo = before.assignedTo ?? actingPerson(ctx);
  const after = placed(ctx, { ...before, ...said, assignedTo, completedAt: at, state: "done" });
  return await writeActivity(ctx, putStep(ctx, before, after), { before, after, happened: "completed" });
}

export async function reopenActivity(ctx: Context, id: Id<"activity">): Promise<Activity> {
  const before = await toChange(ctx, id, {});
  if (before.state === "open") return before;
  const after = placed(ctx, { ...before, completedAt: null, state: "open" });
  return await writeActivity(ctx, putStep(ctx, before, after), { before, after, happened: "reopened" });
}

/** Out of every list, and back again for as long as somebody may want that. */
export async function deleteActivity(ctx: Context, id: Id<"activity">): Promise<void> {
  const before = await toChange(ctx, id, {});
  const after: Activity = { ...before, state: "deleted", updatedAt: ctx.now() };
  await writeActivity(ctx, putStep(ctx, before, after), { before, after, happened: "deleted" });
}

export async function restoreActivity(ctx: Context, id: Id<"activity">): Promise<Activity> {
  authorize(ctx, "leads:write");
  const before = await findActivity(ctx, id);
  if (!before) throw new NotFound();
  await getLead(ctx, before.leadId);
  if (before.state !== "deleted") return before;
  const after = placed(ctx, { ...before, state: before.completedAt === null ? "open" : "done" });
  return await writeActivity(ctx, putStep(ctx, before, after), { before, after, happened: "restored" });
}

async function toChange(
  ctx: Context,
  id: Id<"activity">,
  { description }: { description?: string | undefined },
): Promise<Activity> {
  authorize(ctx, "leads:write");
  if (description !== undefined) authorize(ctx, "leads:contact");
  const before = await getActivity(ctx, id);
  await getLead(ctx, before.leadId);
  return before;
}

function placed(ctx: Context, activity: Activity): Activity {
  const at = activity.completedAt ?? activity.dueAt ?? someday;
  return { ...activity, at, updatedAt: ctx.now() };
}

/** The reminder goes along with the day it reminds of, as long before it as it was. */
function movedReminder({ dueAt: before, remindAt }: Activity, dueAt: number | null): number | null {
  if (dueAt === before) return remindAt;
  if (before === null || dueAt === null) return dueAt;
  return remindAt === null ? null : remindAt + dueAt - before;
}

function putStep(ctx: Context, before: Activity, after: Activity): Step {
  const { id, organizationId: _organization, createdAt: _created, ...columns } = after;
  return ctx.db
    .update(activities)
    .set(columns)
    .where(
      and(
        isActivity(ctx, id),
        eq(activities.updatedAt, before.updatedAt),
        eq(activities.state, before.state),
      ),
    );
}
