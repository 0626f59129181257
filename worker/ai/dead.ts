import { and, asc, eq, lte } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { aiGenerations } from "../../db/schema/cell/ai";
import type { Base, Context } from "../kernel/context";
import { correctPlatform } from "./platform-spend";
import { alreadySettled, failGeneration } from "./settle";

const perRound = 100;

/** What a worker that died left running is given back, so that nobody pays for it and its piece can be tried again (QUE-05). */
export async function settleDeadGenerations(
  base: Base,
  cell: string,
  contextOf: (organizationId: Id<"organization">) => Promise<Context | null>,
): Promise<void> {
  const dead = await base
    .openCell(cell)
    .select()
    .from(aiGenerations)
    .where(and(eq(aiGenerations.status, "processing"), lte(aiGenerations.expiresAt, base.now())))
    .orderBy(asc(aiGenerations.expiresAt))
    .limit(perRound);
  for (const row of dead) {
    const ctx = await contextOf(row.organizationId);
    // Of an organization that is erased, the rows go with it.
    if (!ctx) continue;
    const started = { ...row, startedAt: row.createdAt, maxTokens: 0 };
    try {
      await failGeneration(ctx, started, row, row, workerDied);
      await correctPlatform(base, row.createdAt, -row.promisedMicros);
    } catch (error) {
      if (error !== alreadySettled) base.log.error("generation_unsettled", error, { generationId: row.id });
    }
  }
}

const workerDied = {
  status: "failed",
  code: "timed_out",
  message: "It took too long: whatever wrote it stopped in the middle.",
} as const;
