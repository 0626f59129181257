import { and, inArray } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { websiteAnalyses } from "../../db/schema/cell/business";
import type { Context } from "../kernel/context";
import { Conflict } from "../kernel/errors";
import { orElse, write } from "../kernel/write";
import { findAnalysis, isAnalysis } from "./queries";
import { reasonOf } from "./reasons";

/** It has ended without a result, and says why. */
export async function failAnalysis(ctx: Context, id: Id<"analysis">, error: unknown): Promise<void> {
  const analysis = await findAnalysis(ctx, id);
  if (!analysis) return;
  const { code, message } = reasonOf(error);
  const { businessId } = analysis;
  const now = ctx.now();
  const change = { status: "failed" as const, errorCode: code, errorMessage: message, completedAt: now };
  const steps = [
    ctx.db
      .update(websiteAnalyses)
      .set({ ...change, updatedAt: now })
      .where(and(isAnalysis(ctx, id), inArray(websiteAnalyses.status, ["pending", "running"]))),
    orElse(settled),
  ];
  const facts = [{ type: "analysis.failed", subjectId: id, data: { businessId, reason: code } }];
  await write(ctx, steps, { facts }).catch((refused: unknown) => {
    if (refused !== settled) throw refused;
  });
}

const settled = new Conflict("analysis_settled", "This analysis has ended already.");
