import { and, sql } from "drizzle-orm";
import type { Id } from "../../../db/ids";
import { bulkActions } from "../../../db/schema/cell/lead-work";
import type { Context } from "../../kernel/context";
import { Conflict } from "../../kernel/errors";
import { orElse, type Spine, type Step, write } from "../../kernel/write";
import { type BulkAction, bulkJob, isBulk, undoDays } from "./bulk";
import { clearWordsJob } from "../listing/search-index";

type Progress = Partial<
  Pick<BulkAction, "done" | "changed" | "failed" | "undone" | "cursor" | "status" | "errorMessage">
>;
type Work = { steps: Step[] } & Pick<Spine, "facts" | "jobs">;

export async function advance(
  ctx: Context,
  action: BulkAction,
  progress: Progress,
  { steps, facts = [], jobs = [] }: Work,
  asker: Id<"user"> | null,
  was = "running",
): Promise<void> {
  await write(ctx, [claim(ctx, action, progress, was), orElse(taken), ...steps], {
    facts: [...facts, factOf(action, progress)],
    jobs: [...jobs, bulkJob(action.id, asker)],
  });
}

export async function finish(
  ctx: Context,
  action: BulkAction,
  progress: Progress,
  { steps, facts = [], jobs = [] }: Work = { steps: [] },
  was = "running",
): Promise<void> {
  const end = {
    ...progress,
    cursor: null,
    finishedAt: ctx.now(),
    undoUntil: ctx.now() + undoDays * 86_400_000,
  };
  await write(ctx, [claim(ctx, action, end, was), orElse(taken), ...steps], {
    facts: [...facts, factOf(action, progress)],
    jobs: action.kind === "delete" && was === "running" ? [...jobs, clearWordsJob()] : jobs,
  });
}

/** Who comes second finds the place moved on, and stops. */
function claim(ctx: Context, action: BulkAction, progress: Progress, was: string): Step {
  const here = and(isBulk(ctx, action.id), sql`status = ${was}`, sql`cursor is ${action.cursor}`);
  return ctx.db
    .update(bulkActions)
    .set({ ...progress, updatedAt: ctx.now() })
    .where(here);
}

const taken = new Conflict("lot_taken", "Somebody else has done this part.");

function factOf(
  action: BulkAction,
  { done = action.done, undone = action.undone, status = action.status }: Progress,
) {
  return {
    type: "lead_bulk.progressed",
    subjectId: action.id,
    data: { kind: action.kind, total: action.total, done, undone, status },
  };
}
