import * as z from "zod";
import { idOf } from "../kernel/contract";
import { DomainError } from "../kernel/errors";
import { defineJob } from "../kernel/jobs";
import { failGeneration } from "./generation/fail-generation";
import { generatePiece } from "./generation/generate-piece";

const generateJob = defineJob(
  "pieces.generate",
  {
    queue: "generation",
    payload: z.strictObject({
      pieceId: idOf("piece"),
      feedback: z.string(),
      keepEdits: z.boolean(),
      requestedBy: idOf("user").nullable(),
    }),
    leaseSeconds: 600,
    onGivenUp: (ctx, { pieceId }) => failGeneration(ctx, pieceId, stopped),
  },
  generatePiece,
);

const stopped = new DomainError(
  "unavailable",
  "Writing stopped in the middle. Nothing was charged; try again.",
  {
    reason: "writing_stopped",
  },
);

export const pieceJobs = [generateJob];
