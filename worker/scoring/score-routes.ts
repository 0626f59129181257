import * as z from "zod";
import type { Id } from "../../db/ids";
import type { Context } from "../kernel/context";
import { idOf, route } from "../kernel/contract";
import { NotFound } from "../kernel/errors";
import { cursorId, pageOf, pageQuery, toPage } from "../kernel/page";
import { getLead } from "../leads";
import { hiddenFrom } from "./hidden";
import { followRulesAgain, overrideScore } from "./override";
import { readRuleset, scoreLeads } from "./score-leads";
import { listScores } from "./states";
import { leadScoreToWire, leadScoreWire, storedScoreToWire, storedScoreWire } from "./wire";

const tag = "Scoring";
const reading = { tag, access: "organization", permission: "leads:read" } as const;
const params = z.object({ leadId: idOf("lead") });

const getScoreRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/leads/{leadId}/score",
    operation: "getLeadScore",
    summary: "Get a lead's score and why",
    description: "Computed now, so that what fades with time is as it is at this moment.",
    params,
    answer: { status: 200, schema: leadScoreWire },
    budget: { read: 5000, written: 80 },
  },
  (ctx, { params }) => readScore(ctx, params.leadId),
);

const listScoresRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/leads/{leadId}/scores",
    operation: "listLeadScores",
    summary: "List the scores a lead has had",
    description: "Newest first, each with what it was made of.",
    params,
    query: pageQuery,
    answer: { status: 200, schema: pageOf(storedScoreWire) },
    budget: { read: 300, written: 80 },
  },
  async (ctx, { params, query: { cursor, limit } }) => {
    await getLead(ctx, params.leadId);
    const [{ rows, fields }, scores] = await Promise.all([
      readRuleset(ctx),
      listScores(ctx, params.leadId, cursorId(cursor), limit),
    ]);
    const hidden = hiddenFrom(ctx, rows, fields);
    return toPage(
      scores,
      limit,
      ({ id }) => [id],
      (row) => storedScoreToWire(row, hidden),
    );
  },
);

/** What the lead's page shows. */
export async function readScore(ctx: Context, leadId: Id<"lead">) {
  const { rows, fields, settings } = await readRuleset(ctx);
  const [score] = await scoreLeads(ctx, [leadId], { rules: rows, settings });
  if (!score) throw new NotFound();
  return leadScoreToWire(ctx, score, settings, hiddenFrom(ctx, rows, fields));
}

const writing = { tag, access: "organization", permission: "leads:write", rate: "write" } as const;
const scored = { status: 200, schema: leadScoreWire } as const;
const writeBudget = { read: 10_000, written: 140 };

const overrideRoute = route(
  {
    ...writing,
    method: "put",
    path: "/v1/leads/{leadId}/score/override",
    operation: "overrideLeadScore",
    summary: "Set a lead's score by hand",
    description: "It stands until it is taken back or its time is over; the rules go on counting beside it.",
    params,
    body: z.strictObject({
      score: z.int().min(0).max(100),
      note: z.string().trim().max(500).default(""),
      expiresAt: z.iso.datetime().nullable().default(null),
    }),
    answer: scored,
    budget: writeBudget,
  },
  async (ctx, { params, body }) => {
    await overrideScore(ctx, params.leadId, body);
    return await readScore(ctx, params.leadId);
  },
);

const freeRoute = route(
  {
    ...writing,
    method: "delete",
    path: "/v1/leads/{leadId}/score/override",
    operation: "followScoringRules",
    summary: "Let the rules score a lead again",
    params,
    answer: scored,
    budget: writeBudget,
  },
  async (ctx, { params }) => {
    await followRulesAgain(ctx, params.leadId);
    return await readScore(ctx, params.leadId);
  },
);

export const scoreRoutes = [getScoreRoute, listScoresRoute, overrideRoute, freeRoute];
