import { cellOf } from "../../db/ids";
import type { Context } from "../kernel/context";
import { renewLease, type StoredJob } from "../kernel/jobs";
import { isStillOurs, type Turn } from "./turn";

export const leaseSeconds = 60;
const lookEveryMs = 1000;
const renewEveryMs = 20_000;

export type TurnWatch = { signal: AbortSignal; isLost(): boolean; end(): void };

/** While a model writes: ends it within a second or so of its cancelling, and keeps the job from being taken for dead. */
export function watchTurn(ctx: Context, turn: Turn, job: StoredJob): TurnWatch {
  const controller = new AbortController();
  let renewedAt = ctx.now();
  const look = async () => {
    if (!(await isStillOurs(ctx, turn))) return controller.abort();
    if (ctx.now() - renewedAt < renewEveryMs) return;
    renewedAt = ctx.now();
    const isHeld = await renewLease(ctx.openCell(cellOf(job.id)), job, ctx.now(), leaseSeconds);
    if (!isHeld) controller.abort();
  };
  const timer = setInterval(() => {
    look().catch((error: unknown) => ctx.log.error("turn_unwatched", error, { jobId: job.id }));
  }, lookEveryMs);
  return {
    signal: controller.signal,
    isLost: () => controller.signal.aborted,
    end: () => clearInterval(timer),
  };
}
