import * as z from "zod";
import { can, type Context } from "../kernel/context";
import { toWireTime, wireTime } from "../kernel/contract";
import { bands } from "./pure/band";
import { dimensions, type Factor, factorKinds } from "./pure/factor";
import { axes, signalKinds } from "./pure/rule";
import type { Missing } from "./pure/score";
import { versionOf } from "./keep-scores";
import type { Settings } from "./rules";
import type { ScoredLead } from "./score-leads";
import type { State, StoredScore } from "./states";

const factorWire = z.strictObject({
  kind: z.enum(factorKinds),
  axis: z.enum(axes).nullable(),
  name: z.string(),
  points: z.int(),
  ruleId: z.string().nullable(),
  dimension: z.enum(dimensions),
  evidence: z
    .strictObject({
      fields: z.array(z.string()).meta({ description: "What of the lead itself it rests on." }),
      id: z.string().nullable().meta({ description: "Of the touch, event or activity it rests on." }),
      signal: z.enum(signalKinds).nullable(),
      at: wireTime.nullable(),
      title: z.string().nullable(),
      pieceId: z.string().nullable(),
      linkId: z.string().nullable(),
      formId: z.string().nullable(),
    })
    .nullable(),
});

const scored = {
  score: z.int().min(0).max(100),
  fit: z.int(),
  engagement: z.int(),
  band: z.enum(bands),
  confidence: z.number().meta({ description: "How much of what the rules ask about is known." }),
  modelVersion: z.string(),
  dimensions: z.strictObject(
    Object.fromEntries(dimensions.map((name) => [name, z.int()])) as Record<
      (typeof dimensions)[number],
      z.ZodInt
    >, // safe: one entry for each of them
  ),
  factors: z.array(factorWire).meta({ description: "Their points sum exactly to the score." }),
  missing: z
    .array(
      z.strictObject({ ruleId: z.string(), name: z.string(), points: z.int(), fields: z.array(z.string()) }),
    )
    .meta({ description: "What would be worth points if it were known." }),
};

export const overrideWire = z.strictObject({
  score: z.int(),
  note: z.string(),
  by: z.string().nullable(),
  at: wireTime,
  expiresAt: wireTime.nullable(),
});

export const leadScoreWire = z
  .strictObject({
    leadId: z.string(),
    ...scored,
    override: overrideWire.nullable(),
    computedAt: wireTime,
    changesAt: wireTime.nullable().meta({ description: "When time alone will change it." }),
  })
  .meta({ id: "LeadScore" });

export const storedScoreWire = z.strictObject({ id: z.string(), ...scored, at: wireTime });

export type Hidden = { ruleIds: ReadonlySet<string>; fields: ReadonlySet<string> };

export function leadScoreToWire(
  ctx: Context,
  score: ScoredLead,
  settings: Settings,
  hidden: Hidden,
): z.input<typeof leadScoreWire> {
  const { leadId, fit, engagement, band, confidence, factors, missing, changesAt, state } = score;
  return {
    leadId,
    score: score.score,
    fit,
    engagement,
    band,
    confidence,
    modelVersion: versionOf(settings),
    dimensions: score.dimensions,
    factors: factors.map((factor) => factorToWire(factor, hidden)),
    missing: missing.filter((each) => !isHidden(each.fields, each.ruleId, hidden)),
    override: overrideToWire(ctx, state),
    computedAt: toWireTime(ctx.now()),
    changesAt: toWireTime(changesAt),
  };
}

export function storedScoreToWire(row: StoredScore, hidden: Hidden): z.input<typeof storedScoreWire> {
  const { id, score, fit, engagement, band, confidence, modelVersion, createdAt } = row;
  // safe: these three are written by keepScores alone
  const [parts, factors, missing] = [
    row.dimensions as ScoredLead["dimensions"],
    row.explanation as Factor[],
    row.recommendations as Missing[],
  ];
  return {
    id,
    score,
    fit,
    engagement,
    band,
    confidence,
    modelVersion,
    dimensions: parts,
    factors: factors.map((factor) => factorToWire(factor, hidden)),
    missing: missing.filter((each) => !isHidden(each.fields, each.ruleId, hidden)),
    at: toWireTime(createdAt),
  };
}

const nothing = { id: null, signal: null, title: null, pieceId: null, linkId: null, formId: null };

/** Who may not see how to reach people learns how many points that brought, and not what was asked (ROLE-05). */
function factorToWire({ evidence, ...factor }: Factor, hidden: Hidden): z.input<typeof factorWire> {
  if (evidence?.kind !== "lead") {
    const { kind: _, at = null, ...rest } = evidence ?? { kind: null };
    return { ...factor, evidence: evidence && { ...nothing, ...rest, fields: [], at: toWireTime(at) } };
  }
  if (isHidden(evidence.fields, factor.ruleId, hidden))
    return { ...factor, name: "Contact details", ruleId: null, evidence: null };
  return { ...factor, evidence: { ...nothing, fields: [...evidence.fields], at: null } };
}

function isHidden(fields: readonly string[], ruleId: string | null, hidden: Hidden): boolean {
  return fields.some((field) => hidden.fields.has(field)) || (ruleId !== null && hidden.ruleIds.has(ruleId));
}

function overrideToWire(ctx: Context, state: State | undefined): z.input<typeof overrideWire> | null {
  if (!state || state.overrideScore === null) return null;
  if (state.overrideUntil !== null && state.overrideUntil <= ctx.now()) return null;
  return {
    score: state.overrideScore,
    note: can(ctx, "leads:contact") ? (state.overrideNote ?? "") : "",
    by: state.overrideBy,
    at: toWireTime(state.overrideAt ?? state.updatedAt),
    expiresAt: toWireTime(state.overrideUntil),
  };
}
