import { and, desc, eq, inArray, lt } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { leadScores, leadScoreStates } from "../../db/schema/cell/scoring";
import type { Context } from "../kernel/context";
import { idsIn } from "../kernel/id-list";
import type { Override } from "./pure/score";

export type State = typeof leadScoreStates.$inferSelect;
export type StoredScore = typeof leadScores.$inferSelect;

export async function statesOf(
  ctx: Context,
  leadIds: readonly Id<"lead">[],
): Promise<Map<Id<"lead">, State>> {
  const rows = await ctx.db
    .select()
    .from(leadScoreStates)
    .where(
      and(
        eq(leadScoreStates.organizationId, ctx.organization.id),
        inArray(leadScoreStates.leadId, idsIn(leadIds)),
      ),
    );
  return new Map(rows.map((row) => [row.leadId, row]));
}

export function overrideOf(state: State | undefined): Override | null {
  if (!state || state.overrideScore === null) return null;
  return { score: state.overrideScore, until: state.overrideUntil };
}

/** The scores that a lead has had, newest first. */
export async function listScores(
  ctx: Context,
  leadId: Id<"lead">,
  before: string | undefined,
  limit: number,
): Promise<StoredScore[]> {
  return await ctx.db
    .select()
    .from(leadScores)
    .where(
      and(
        eq(leadScores.organizationId, ctx.organization.id),
        eq(leadScores.leadId, leadId),
        // safe: only compared
        before === undefined ? undefined : lt(leadScores.id, before as Id<"leadScore">),
      ),
    )
    .orderBy(desc(leadScores.id))
    .limit(limit + 1);
}
