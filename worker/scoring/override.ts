import type { Id } from "../../db/ids";
import { leadScoreStates } from "../../db/schema/cell/scoring";
import { authorize, type Context } from "../kernel/context";
import { Invalid } from "../kernel/errors";
import { write } from "../kernel/write";
import { getLead } from "../leads";
import { rescore } from "./rescore";

type Said = { score: number; note: string; expiresAt: string | null };

/** A person knows better than the rules, for a while or for good; the rules go on counting beside it. */
export async function overrideScore(ctx: Context, leadId: Id<"lead">, said: Said): Promise<void> {
  authorize(ctx, "leads:write");
  await getLead(ctx, leadId);
  const until = said.expiresAt === null ? null : Date.parse(said.expiresAt);
  if (until !== null && until <= ctx.now())
    throw Invalid.field("/expiresAt", "in_the_past", "Choose a time that is still to come.");
  const { score } = said;
  await keep(ctx, leadId, "lead.score_set", {
    overrideScore: score,
    overrideNote: said.note,
    overrideBy: ctx.actor.id,
    overrideAt: ctx.now(),
    overrideUntil: until,
  });
}

export async function followRulesAgain(ctx: Context, leadId: Id<"lead">): Promise<void> {
  authorize(ctx, "leads:write");
  await getLead(ctx, leadId);
  await keep(ctx, leadId, "lead.score_freed", {
    overrideScore: null,
    overrideNote: null,
    overrideBy: null,
    overrideAt: null,
    overrideUntil: null,
  });
}

type Override = Pick<
  typeof leadScoreStates.$inferInsert,
  "overrideScore" | "overrideNote" | "overrideBy" | "overrideAt" | "overrideUntil"
>;

/** The note may tell of a person: the log, which is kept for years, tells only the number. */
async function keep(ctx: Context, leadId: Id<"lead">, action: string, override: Override): Promise<void> {
  const now = ctx.now();
  const row = { organizationId: ctx.organization.id, leadId, createdAt: now, updatedAt: now, ...override };
  const upsert = ctx.db
    .insert(leadScoreStates)
    .values(row)
    .onConflictDoUpdate({
      target: [leadScoreStates.organizationId, leadScoreStates.leadId],
      set: { ...override, updatedAt: now },
    });
  const { overrideScore: score, overrideUntil: until } = override;
  await write(ctx, [upsert], {
    audit: [{ action, resourceType: "lead", resourceId: leadId, changes: { after: { score, until } } }],
  });
  await rescore(ctx, [leadId]);
}
