import type { Context } from "../kernel/context";
import type { JobDraft } from "../kernel/drafts";
import type { Activity } from "./queries";

/** One for each time that was ever set. It asks when it runs whether it still stands, so nothing has to be cancelled. */
export function reminderJobs(ctx: Context, { id, state, remindAt }: Activity): JobDraft[] {
  if (state !== "open" || remindAt === null || remindAt <= ctx.now()) return [];
  return [
    {
      queue: "delivery",
      type: "activities.remind",
      payload: { activityId: id, remindAt },
      runAt: remindAt,
      dedupeKey: `remind:${id}:${remindAt}`,
    },
  ];
}
