import type { Context } from "../kernel/context";
import { orElse, type Step, write } from "../kernel/write";
import { changedMeanwhile } from "../leads";
import { leadSteps } from "./lead-steps";
import type { Activity } from "./queries";
import { reminderJobs } from "./reminder-jobs";

type Happened = "created" | "updated" | "completed" | "reopened" | "deleted" | "restored";

/** One batch: the activity, what it means for its lead, the fact, the log without a word of what was said, and the reminder. */
export async function writeActivity(
  ctx: Context,
  step: Step,
  { before, after, happened }: { before: Activity | null; after: Activity; happened: Happened },
): Promise<Activity> {
  const { id, leadId, type, state, at, assignedTo } = after;
  const isDay = after.dueAt !== null || after.completedAt !== null;
  await write(ctx, [step, orElse(changedMeanwhile), ...leadSteps(ctx, before, after)], {
    facts: [
      {
        type: `activity.${happened}`,
        subjectId: id,
        data: { leadId, type, state, at: isDay ? at : null, assignedTo },
      },
    ],
    audit: [
      {
        action: `activity.${happened}`,
        resourceType: "activity",
        resourceId: id,
        changes: { leadId, fields: changedFields(before, after) },
      },
    ],
    jobs: reminderJobs(ctx, after),
  });
  return after;
}

function changedFields(before: Activity | null, after: Activity): string[] {
  if (!before) return [];
  const names = Object.keys(after) as (keyof Activity)[]; // safe: the keys of a row are its columns
  return names.filter((name) => name !== "updatedAt" && before[name] !== after[name]);
}
