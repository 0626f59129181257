import { and, desc, eq, lt, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { leads } from "../../db/schema/cell/leads";
import { leadScoringPreviews } from "../../db/schema/cell/scoring";
import { authorize, type Context } from "../kernel/context";
import { Conflict, Invalid, NotFound } from "../kernel/errors";
import type { JobDraft } from "../kernel/drafts";
import { orElse, write } from "../kernel/write";
import { assertWhole, changedRule } from "./change-rules";
import { changedSettings } from "./change-settings";
import type { NewRule, RuleChange, SettingsChange } from "./rule-wire";
import { type RuleRow, rulesAtWork, type Scoring, scoringOf } from "./rules";
import { lotSize } from "./run";
import { evidenceOf, readRuleset, type ScoredLead, scoresOf } from "./score-leads";

export type Preview = typeof leadScoringPreviews.$inferSelect;
/** A rule that is made, changed or, without a change, deleted; or other limits and bands. */
export type PreviewChange = {
  rule?: NewRule | undefined;
  ruleId?: Id<"scoringRule"> | undefined;
  change?: RuleChange | null | undefined;
  settings?: SettingsChange | undefined;
};

/** The newest leads tell enough, and cost the same however many there are. */
const mostTried = 2_000;
const mostExamples = 8;
const keptMs = 86_400_000;

/** Tries a change on the leads there are; nobody's score moves. */
export async function startPreview(ctx: Context, change: PreviewChange): Promise<Preview> {
  authorize(ctx, "leads:configure");
  const scoring = await scoringOf(ctx);
  const tried = changedScoring(ctx, scoring, change);
  const rule = tried.rules.find(({ id }) => id === (change.ruleId ?? newRuleId));
  if (rule) await assertWhole(ctx, rule, change.rule ? "/rule" : "/change");
  const total = await countListed(ctx);
  const id = ctx.newId("scoringPreview", ctx.organization.cell);
  const now = ctx.now();
  const row = {
    id,
    organizationId: ctx.organization.id,
    change,
    status: "running" as const,
    total: Math.min(total, mostTried),
    isSample: total > mostTried,
    createdAt: now,
    updatedAt: now,
  };
  const old = and(
    eq(leadScoringPreviews.organizationId, ctx.organization.id),
    lt(leadScoringPreviews.createdAt, now - keptMs),
  );
  await write(
    ctx,
    [ctx.db.delete(leadScoringPreviews).where(old), ctx.db.insert(leadScoringPreviews).values(row)],
    {
      jobs: [previewJob(id)],
    },
  );
  return await getPreview(ctx, id);
}

function previewJob(previewId: Id<"scoringPreview">): JobDraft {
  return { queue: "events", type: "scoring.preview", payload: { previewId } };
}

export async function getPreview(ctx: Context, id: Id<"scoringPreview">): Promise<Preview> {
  const [row] = await ctx.db.select().from(leadScoringPreviews).where(isPreview(ctx, id));
  if (!row) throw new NotFound();
  return row;
}

function isPreview(ctx: Context, id: Id<"scoringPreview">) {
  return and(eq(leadScoringPreviews.organizationId, ctx.organization.id), eq(leadScoringPreviews.id, id));
}

const newRuleId: Id<"scoringRule"> = "scr_new";

function changedScoring(ctx: Context, { rules, settings }: Scoring, change: PreviewChange): Scoring {
  return {
    rules: changedRules(ctx, rules, change),
    settings: change.settings ? changedSettings(settings, change.settings, "/settings") : settings,
  };
}

function changedRules(ctx: Context, rules: readonly RuleRow[], { rule, ruleId, change }: PreviewChange) {
  if (rule) {
    const { group, position = rules.length, ...draft } = rule;
    const made = { ...draft, position, groupName: group, id: newRuleId, organizationId: ctx.organization.id };
    return [...rules, { ...made, createdAt: 0, updatedAt: 0 }];
  }
  if (ruleId === undefined) return [...rules];
  if (!rules.some(({ id }) => id === ruleId))
    throw Invalid.field("/ruleId", "unknown_rule", "There is no such rule.");
  if (!change) return rules.filter(({ id }) => id !== ruleId);
  return rules.map((each) => (each.id === ruleId ? changedRule(each, change) : each));
}

/** A lot of leads by the rules as they are and as they would be, from the same evidence; then the next. */
export async function runPreview(ctx: Context, id: Id<"scoringPreview">): Promise<void> {
  const preview = await getPreview(ctx, id).catch(() => null);
  if (preview?.status !== "running") return;
  const { rows, settings, fields } = await readRuleset(ctx);
  // safe: only startPreview writes it
  const tried = changedScoring(ctx, { rules: rows, settings }, preview.change as PreviewChange);
  const [before, after] = [rulesAtWork(rows, fields), rulesAtWork(tried.rules, fields)];
  const left = Math.min(lotSize, preview.total - preview.done);
  const ids = await newestBefore(ctx, preview.cursor, left);
  const evidence = await evidenceOf(ctx, ids, [...before, ...after], fields);
  const was = scoresOf(evidence, { rules: before, settings }, ctx.now());
  const becomes = scoresOf(evidence, { rules: after, settings: tried.settings }, ctx.now());
  await keepLot(ctx, preview, ids, was, new Map(becomes.map((score) => [score.leadId, score])));
}

async function keepLot(
  ctx: Context,
  preview: Preview,
  ids: readonly Id<"lead">[],
  was: readonly ScoredLead[],
  becomes: ReadonlyMap<Id<"lead">, ScoredLead>,
): Promise<void> {
  const pairs = was.flatMap((before) => {
    const after = becomes.get(before.leadId);
    return after && (after.score !== before.score || after.band !== before.band) ? [{ before, after }] : [];
  });
  const done = preview.done + ids.length;
  const isLast = ids.length === 0 || done >= preview.total;
  const set = {
    done: isLast ? preview.total : done,
    raised: preview.raised + pairs.filter(({ before, after }) => after.score > before.score).length,
    lowered: preview.lowered + pairs.filter(({ before, after }) => after.score < before.score).length,
    moves: addMoves(preview.moves, pairs),
    examples: farthest(preview.examples, pairs),
    cursor: ids.at(-1) ?? preview.cursor,
    ...(isLast ? { status: "completed" as const, finishedAt: ctx.now() } : {}),
    updatedAt: ctx.now(),
  };
  const here = and(isPreview(ctx, preview.id), eq(leadScoringPreviews.done, preview.done));
  const update = ctx.db.update(leadScoringPreviews).set(set).where(here);
  try {
    await write(ctx, [update, orElse(lotTaken)], { jobs: isLast ? [] : [previewJob(preview.id)] });
  } catch (error) {
    if (error !== lotTaken) throw error;
  }
}

const lotTaken = new Conflict("lot_taken", "Somebody else has done this part.");

type Pair = { before: ScoredLead; after: ScoredLead };

function addMoves(known: Preview["moves"], pairs: readonly Pair[]): Preview["moves"] {
  const moves = { ...known };
  for (const { before, after } of pairs) {
    const name = `${before.band}>${after.band}`;
    if (before.band !== after.band) moves[name] = (moves[name] ?? 0) + 1;
  }
  return moves;
}

function farthest(known: Preview["examples"], pairs: readonly Pair[]): Preview["examples"] {
  const all = [
    ...known,
    ...pairs.map(({ before, after }) => ({
      leadId: before.leadId,
      before: before.score,
      after: after.score,
    })),
  ];
  const distance = (each: (typeof all)[number]) => Math.abs(each.after - each.before);
  return all.toSorted((one, other) => distance(other) - distance(one)).slice(0, mostExamples);
}

async function countListed(ctx: Context): Promise<number> {
  const row = await ctx.db.get<{ total: number | null }>(
    sql`select sum(lead_count) as total from lead_stage_totals where organization_id = ${ctx.organization.id}`,
  );
  return row?.total ?? 0;
}

async function newestBefore(ctx: Context, before: string | null, limit: number): Promise<Id<"lead">[]> {
  const rows = await ctx.db
    .select({ id: leads.id })
    .from(leads)
    .where(
      and(
        eq(leads.organizationId, ctx.organization.id),
        sql`leads.is_listed = 1`,
        before === null ? undefined : sql`leads.id < ${before}`,
      ),
    )
    .orderBy(desc(leads.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}
