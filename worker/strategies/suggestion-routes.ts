import * as z from "zod";
import { strategyGoals } from "../../db/schema/cell/business";
import { estimate } from "../ai";
import type { Context } from "../kernel/context";
import { idOf, route, toWireTime, wireTime } from "../kernel/contract";
import { assertBusinessHere } from "./queries";
import { requestStrategy, requestTopics } from "./request-suggestions";
import { readRun, type RunKind, type SuggestionRun } from "./runs";
import { mostTopics } from "./suggestion-prompts";

const params = z.object({ businessId: idOf("business") });
const reading = { access: "organization", permission: "content:read" } as const;
const asking = {
  access: "organization",
  permission: "content:write",
  rate: "generation",
  budget: { read: 300, written: 80 },
} as const;

const runWire = z
  .strictObject({
    status: z.enum(["idle", "running", "paused", "failed"]).meta({
      description: "`paused` while writing is stopped for everybody; it goes on by itself.",
    }),
    message: z.string().nullable().meta({ description: "Why it waits, or what went wrong." }),
    startedAt: wireTime.nullable(),
    costMicros: z.number().int().meta({ description: "About what a run costs, in millionths of a dollar." }),
    uses: z.number().int().meta({ description: "How many generations of the plan a run takes." }),
  })
  .meta({ id: "SuggestionRun" });

const topicsPath = "/v1/businesses/{businessId}/topic-suggestions" as const;
const strategyPath = "/v1/businesses/{businessId}/strategy-suggestions" as const;

const suggestTopicsRoute = route(
  {
    ...asking,
    tag: "Topics",
    method: "post",
    path: topicsPath,
    operation: "suggestTopics",
    summary: "Have topics suggested",
    description:
      "From the business's profile, what its website says and its default strategy; one run at a time. It is over when “topic.suggested” or “topic.suggestion_failed” is heard. A run that fails is not charged.",
    params,
    body: z.strictObject({ count: z.number().int().min(1).max(mostTopics).default(10) }),
    answer: { status: 202, schema: runWire },
    problems: ["conflict", "switched_off", "plan_limit"],
  },
  async (ctx, { params, body }) => toWire(ctx, "topics", await requestTopics(ctx, params.businessId, body)),
);

const topicRunRoute = route(
  {
    ...reading,
    tag: "Topics",
    method: "get",
    path: topicsPath,
    operation: "getTopicSuggestions",
    summary: "See how suggesting topics goes",
    params,
    answer: { status: 200, schema: runWire },
  },
  async (ctx, { params }) => await readWire(ctx, "topics", params.businessId),
);

const suggestStrategyRoute = route(
  {
    ...asking,
    tag: "Strategies",
    method: "post",
    path: strategyPath,
    operation: "suggestStrategy",
    summary: "Have a strategy drafted",
    description:
      "It then stands among the others, to be read and changed. It is over when “strategy.suggested” or “strategy.suggestion_failed” is heard. A run that fails is not charged.",
    params,
    body: z.strictObject({ goal: z.enum(strategyGoals).nullable().default(null) }),
    answer: { status: 202, schema: runWire },
    problems: ["conflict", "switched_off", "plan_limit"],
  },
  async (ctx, { params, body }) =>
    toWire(ctx, "strategy", await requestStrategy(ctx, params.businessId, body)),
);

const strategyRunRoute = route(
  {
    ...reading,
    tag: "Strategies",
    method: "get",
    path: strategyPath,
    operation: "getStrategySuggestions",
    summary: "See how drafting a strategy goes",
    params,
    answer: { status: 200, schema: runWire },
  },
  async (ctx, { params }) => await readWire(ctx, "strategy", params.businessId),
);

async function readWire(ctx: Context, kind: RunKind, businessId: z.infer<typeof params>["businessId"]) {
  await assertBusinessHere(ctx, businessId);
  return toWire(ctx, kind, await readRun(ctx, kind, businessId));
}

function toWire(ctx: Context, kind: RunKind, run: SuggestionRun): z.input<typeof runWire> {
  return { ...run, startedAt: toWireTime(run.startedAt), ...estimate(ctx, [{ task: kind, count: 1 }]) };
}

export const suggestionRoutes = [suggestTopicsRoute, topicRunRoute, suggestStrategyRoute, strategyRunRoute];
