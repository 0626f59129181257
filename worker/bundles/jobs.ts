import * as z from "zod";
import { idOf } from "../kernel/contract";
import { defineJob } from "../kernel/jobs";
import { failPiece, writerStopped } from "./fail-piece";
import { finishIfDone } from "./finish";
import { watchBundle, watchType } from "./overseer";
import { writeType } from "./uses";
import { leaseSeconds } from "./watch-turn";
import { writePiece } from "./write-piece";

const run = z.number().int();

const writeJob = defineJob(
  writeType,
  {
    queue: "generation",
    payload: z.strictObject({
      bundleId: idOf("bundle"),
      pieceId: idOf("piece"),
      run,
      ordered: z.number().int(),
      requestedBy: idOf("user").nullable(),
    }),
    leaseSeconds,
    onGivenUp: async (ctx, order) => {
      await failPiece(ctx, order, writerStopped);
      await finishIfDone(ctx, order);
    },
  },
  writePiece,
);

const watchJobs = defineJob(
  watchType,
  { queue: "generation", payload: z.strictObject({ bundleId: idOf("bundle"), run }) },
  watchBundle,
);

export const bundleJobs = [writeJob, watchJobs];
