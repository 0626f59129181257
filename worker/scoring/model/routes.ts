import * as z from "zod";
import type { Id } from "../../../db/ids";
import { authorize, type Context } from "../../kernel/context";
import { idOf, route, toWireTime, wireTime } from "../../kernel/contract";
import { getLead } from "../../leads";
import { explain } from "./explain";
import type { FeatureGroup } from "./features";
import { inUse, latestModel, type ScoringModel } from "./models";
import { readSamples, usualCurrency } from "./read-samples";
import { leastOfEach } from "./train";
import { orderTraining } from "./train-model";

const tag = "Scoring";
const reading = { tag, access: "organization", permission: "leads:read", method: "get" } as const;
const groups = [
  "source",
  "company",
  "company_size",
  "job_title",
  "value",
  "form",
  "touches",
] as const satisfies FeatureGroup[];
const reasons = ["never_trained", "too_few_won", "too_few_lost", "not_better"] as const;

const off = {
  state: z.enum(["in_use", "off"]),
  reason: z.enum(reasons).nullable().meta({ description: "Why it says nothing." }),
};

const modelWire = z
  .strictObject({
    ...off,
    version: z.int(),
    won: z.int(),
    lost: z.int(),
    neededOfEach: z.int(),
    trainedAt: wireTime.nullable(),
    /** Where leads are still being told. */
    isApplying: z.boolean(),
    features: z
      .array(z.strictObject({ key: z.string(), sourceId: z.string().nullable(), weight: z.number() }))
      .meta({ description: "What it looks at; the weight is log-odds for one standard deviation." }),
    metrics: z
      .strictObject({
        auc: z.number(),
        brier: z.number(),
        baselineBrier: z.number(),
        trainedOn: z.int(),
        testedOn: z.int(),
        testedFrom: wireTime,
        bins: z.array(z.strictObject({ expected: z.number(), actual: z.number(), leads: z.int() })),
      })
      .nullable()
      .meta({ description: "On the latest decided leads, which it had not seen." }),
  })
  .meta({ id: "ScoringModel" });

const chanceWire = z
  .strictObject({
    ...off,
    version: z.int(),
    probability: z.number().nullable(),
    logOdds: z.number().nullable(),
    base: z.number().nullable().meta({ description: "Log-odds of the average lead." }),
    contributions: z
      .array(z.strictObject({ group: z.enum(groups), effect: z.number() }))
      .meta({ description: "The base and these sum to the log-odds." }),
  })
  .meta({ id: "WinProbability" });

const getModelRoute = route(
  {
    ...reading,
    path: "/v1/scoring-model",
    operation: "getScoringModel",
    summary: "Get the model learned from your decided leads",
    description:
      "Off until fifty leads were won and fifty lost, or where it would be no better than the average.",
    answer: { status: 200, schema: modelWire },
  },
  async (ctx) => modelToWire(await latestModel(ctx)),
);

const trainRoute = route(
  {
    tag,
    access: "organization",
    permission: "leads:configure",
    rate: "report",
    method: "post",
    path: "/v1/scoring-model",
    operation: "trainScoringModel",
    summary: "Learn anew now",
    description: "A job does it within seconds, and again each night from then on.",
    answer: { status: 202, schema: z.strictObject({ status: z.literal("ordered") }) },
  },
  async (ctx) => {
    await orderTraining(ctx);
    return { status: "ordered" as const };
  },
);

const chanceRoute = route(
  {
    ...reading,
    path: "/v1/leads/{leadId}/win-probability",
    operation: "getWinProbability",
    summary: "Get how likely a lead is won, and why",
    params: z.object({ leadId: idOf("lead") }),
    answer: { status: 200, schema: chanceWire },
  },
  (ctx, { params }) => readChance(ctx, params.leadId),
);

async function readChance(ctx: Context, leadId: Id<"lead">): Promise<z.input<typeof chanceWire>> {
  authorize(ctx, "leads:read");
  const [, model, currency] = await Promise.all([getLead(ctx, leadId), latestModel(ctx), usualCurrency(ctx)]);
  const known = inUse(model);
  const sample = known && (await readSamples(ctx, [leadId], currency)).get(leadId);
  const said = { ...stateOf(model), version: model?.version ?? 0 };
  if (!known || !sample) return { ...said, probability: null, logOdds: null, base: null, contributions: [] };
  return { ...said, ...explain(known, sample) };
}

function modelToWire(model: ScoringModel | null): z.input<typeof modelWire> {
  const { metrics = null } = model ?? {};
  return {
    ...stateOf(model),
    version: model?.version ?? 0,
    won: model?.won ?? 0,
    lost: model?.lost ?? 0,
    neededOfEach: leastOfEach,
    trainedAt: toWireTime(model?.createdAt ?? null),
    isApplying: model !== null && model.appliedAt === null,
    features: (model?.features ?? []).map(({ key, weight }) => {
      const isSource = key.startsWith("source:");
      return {
        key: isSource ? "source" : key,
        sourceId: isSource ? key.slice("source:".length) : null,
        weight,
      };
    }),
    metrics: metrics && { ...metrics, testedFrom: toWireTime(metrics.testedFrom) },
  };
}

function stateOf(model: ScoringModel | null): Pick<z.input<typeof modelWire>, "state" | "reason"> {
  if (!model) return { state: "off", reason: "never_trained" };
  if (model.state === "in_use") return { state: "in_use", reason: null };
  return { state: "off", reason: reasons.find((each) => each === model.reason) ?? "not_better" };
}

export const modelRoutes = [getModelRoute, trainRoute, chanceRoute];
