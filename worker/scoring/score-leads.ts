import type { Id } from "../../db/ids";
import type { Context } from "../kernel/context";
import { type Band, bandOf } from "./pure/band";
import type { Rule, Signal } from "./pure/rule";
import { type Override, type Score, scoreLead } from "./pure/score";
import { recordsOf } from "./records";
import { type AskableFields, ruleFields, rulesAtWork, type Scoring, scoringOf, type Settings } from "./rules";
import { signalsOf } from "./signals";
import { overrideOf, type State, statesOf } from "./states";

export type ScoredLead = Score & {
  leadId: Id<"lead">;
  band: Band;
  /** So many things it was seen to do. */
  signals: number;
  state: State | undefined;
};

export type Ruleset = { rules: Rule[]; settings: Settings };
export type Evidence = Map<
  Id<"lead">,
  { record: Record<string, unknown>; signals: Signal[]; state: State | undefined }
>;

/** Each of these leads by the rules as they stand, now: nothing is written. Who is not here is left out. */
export async function scoreLeads(
  ctx: Context,
  leadIds: readonly Id<"lead">[],
  scoring?: Scoring,
): Promise<ScoredLead[]> {
  const { rows, fields, settings } = await readRuleset(ctx, scoring);
  const rules = rulesAtWork(rows, fields);
  const evidence = await evidenceOf(ctx, leadIds, rules, fields);
  return scoresOf(evidence, { rules, settings }, ctx.now());
}

export async function readRuleset(ctx: Context, scoring?: Scoring) {
  const [{ rules: rows, settings }, fields] = await Promise.all([scoring ?? scoringOf(ctx), ruleFields(ctx)]);
  return { rows, settings, fields };
}

/** Everything that the rules need to know of some leads, read once for all of them. */
export async function evidenceOf(
  ctx: Context,
  leadIds: readonly Id<"lead">[],
  rules: readonly Rule[],
  fields: AskableFields,
): Promise<Evidence> {
  const [records, signals, states] = await Promise.all([
    recordsOf(ctx, leadIds, rules, fields),
    signalsOf(ctx, leadIds),
    statesOf(ctx, leadIds),
  ]);
  return new Map(
    [...records].map(([id, record]) => [
      id,
      { record, signals: signals.get(id) ?? [], state: states.get(id) },
    ]),
  );
}

export function scoresOf(evidence: Evidence, { rules, settings }: Ruleset, now: number): ScoredLead[] {
  return [...evidence].map(([leadId, { record, signals, state }]) => {
    const override: Override | null = overrideOf(state);
    const score = scoreLead({ rules, limits: settings, record, signals, now, override });
    const band = bandOf(score.score, state?.band ?? null, settings);
    return { ...score, leadId, band, signals: signals.length, state };
  });
}
