import { sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { leads } from "../../db/schema/cell/leads";
import { leadScores, leadScoreStates } from "../../db/schema/cell/scoring";
import type { Context } from "../kernel/context";
import type { FactDraft } from "../kernel/drafts";
import type { Step } from "../kernel/write";
import { getLeads, isLeadNamed, type Lead } from "../leads";
import { engagementLevelOf } from "./pure/band";
import type { Scoring } from "./rules";
import { type ScoredLead, scoreLeads } from "./score-leads";
import { statesOf } from "./states";

export type Kept = { steps: Step[]; scored: FactDraft[]; changed: number };

/** For the caller's batch: the scores of these leads as they are now, written where they differ from what is kept. */
export async function keepScores(
  ctx: Context,
  leadIds: readonly Id<"lead">[],
  scoring: Scoring,
): Promise<Kept> {
  const [scores, rows] = await Promise.all([
    scoreLeads(ctx, leadIds, scoring),
    getLeads(ctx, [...new Set(leadIds)]),
  ]);
  const listed = new Map(rows.filter(({ isListed }) => isListed).map((lead) => [lead.id, lead]));
  const each = scores.flatMap((score) => {
    const lead = listed.get(score.leadId);
    return lead ? [compare(ctx, score, lead)] : [];
  });
  const moved = each.filter(({ isNews }) => isNews);
  const gone = leadIds.filter((id) => !listed.has(id));
  return {
    steps: [
      ...shownSteps(ctx, each),
      ...historySteps(ctx, moved, scoring),
      ...stateSteps(ctx, each),
      ...(await restSteps(ctx, gone)),
    ],
    scored: moved.map(factOf),
    changed: moved.length,
  };
}

type Compared = { score: ScoredLead; lead: Lead; level: Lead["engagementLevel"]; isNews: boolean };

function compare(ctx: Context, score: ScoredLead, lead: Lead): Compared {
  const level = engagementLevelOf(score.engagement, score.signals);
  const isNews = lead.score !== score.score || score.state?.band !== score.band;
  return { score, lead, level, isNews };
}

/** What the lists show. The lead's own time of change stays: nobody has changed it. */
function shownSteps(ctx: Context, all: readonly Compared[]): Step[] {
  const differing = all.filter(
    ({ score, lead, level }) =>
      lead.score !== score.score ||
      lead.scoreConfidence !== score.confidence ||
      lead.engagementLevel !== level,
  );
  if (differing.length === 0) return [];
  const lot = differing.map(({ score, level }) => ({
    id: score.leadId,
    score: score.score,
    confidence: score.confidence,
    level,
  }));
  return [
    ctx.db
      .update(leads)
      .set({
        score: sql`lot.value ->> 'score'`,
        scoreConfidence: sql`lot.value ->> 'confidence'`,
        engagementLevel: sql`lot.value ->> 'level'`,
      })
      .from(sql`json_each(${JSON.stringify(lot)}) as lot`)
      .where(isLeadNamed(ctx, sql`lot.value ->> 'id'`)),
  ];
}

function historySteps(ctx: Context, moved: readonly Compared[], { settings }: Scoring): Step[] {
  if (moved.length === 0) return [];
  const lot = moved.map(({ score }) => ({
    id: ctx.newId("leadScore", ctx.organization.cell),
    leadId: score.leadId,
    score: score.score,
    fit: score.fit,
    engagement: score.engagement,
    band: score.band,
    confidence: score.confidence,
    dimensions: score.dimensions,
    explanation: score.factors,
    recommendations: score.missing,
  }));
  return [
    ctx.db.insert(leadScores).select(
      sql`select value ->> 'id', ${ctx.organization.id}, ${ctx.now()}, value ->> 'leadId', value ->> 'score',
      value ->> 'fit', value ->> 'engagement', value ->> 'band', value ->> 'confidence', ${versionOf(settings)},
      value -> 'dimensions', value -> 'explanation', value -> 'recommendations'
      from json_each(${JSON.stringify(lot)}) where true`,
    ),
  ];
}

/** Which rules made a score. */
export function versionOf({ revision }: { revision: number }): string {
  return `rules/${revision}`;
}

/** In the order of the table's columns. What a person said stands until it is taken back or its time is over. */
function stateSteps(ctx: Context, all: readonly Compared[]): Step[] {
  const lot = all
    .filter(({ score, isNews }) => isNews || score.state?.changesAt !== score.changesAt)
    .map(({ score: { leadId, score, band, changesAt } }) => ({ leadId, score, band, changesAt }));
  if (lot.length === 0) return [];
  const now = ctx.now();
  return [
    ctx.db
      .insert(leadScoreStates)
      .select(
        sql`select ${ctx.organization.id}, value ->> 'leadId', value ->> 'score', value ->> 'band',
        value ->> 'changesAt', null, null, null, null, null, ${now}, ${now}
        from json_each(${JSON.stringify(lot)}) where true`,
      )
      .onConflictDoUpdate({
        target: [leadScoreStates.organizationId, leadScoreStates.leadId],
        set: {
          score: sql`excluded.score`,
          band: sql`excluded.band`,
          changesAt: sql`excluded.changes_at`,
          updatedAt: now,
        },
      }),
  ];
}

/** Who is not in the lists any more is not looked for again; coming back, it is scored anew. */
async function restSteps(ctx: Context, ids: readonly Id<"lead">[]): Promise<Step[]> {
  if (ids.length === 0 || (await statesOf(ctx, ids)).size === 0) return [];
  return [
    ctx.db
      .update(leadScoreStates)
      .set({ changesAt: null })
      .where(
        sql`organization_id = ${ctx.organization.id} and lead_id in (select value from json_each(${JSON.stringify(ids)}))`,
      ),
  ];
}

function factOf({ score: { leadId, score, band, state }, lead }: Compared): FactDraft {
  return {
    type: "lead.scored",
    subjectId: leadId,
    data: { from: lead.score, to: score, band, wasBand: state?.band ?? null },
  };
}
