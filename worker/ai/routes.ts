import * as z from "zod";
import { idOf, route } from "../kernel/contract";
import { cursorId, pageOf, pageQuery, toPage } from "../kernel/page";
import { changeCaps, readBudget } from "./caps";
import { judgeGeneration, listGenerations } from "./generations";
import { writingRoutes } from "./operator-routes";
import { readSpend, spendGroupings } from "./spend";
import { budgetToWire, budgetWire, cap, generationToWire, generationWire, spendWire } from "./wire";

const readSpendRoute = route(
  {
    method: "get",
    path: "/v1/spend",
    operation: "readSpend",
    tag: "Generation",
    summary: "See what writing cost",
    description:
      "The last thirty days, or up to 92 days between `from` and `to`, summed by day, task, model or prompt version.",
    access: "organization",
    permission: "spend:read",
    query: z.strictObject({
      from: z.iso.date().optional(),
      to: z.iso.date().optional(),
      by: z.enum(spendGroupings).default("day"),
    }),
    answer: { status: 200, schema: spendWire },
    budget: { read: 3000, written: 4 },
  },
  (ctx, { query }) => readSpend(ctx, query),
);

const readBudgetRoute = route(
  {
    method: "get",
    path: "/v1/spend-budget",
    operation: "readSpendBudget",
    tag: "Generation",
    summary: "See the caps on writing, and what is spent of them",
    access: "organization",
    permission: "spend:read",
    answer: { status: 200, schema: budgetWire },
  },
  async (ctx) => budgetToWire(await readBudget(ctx)),
);

const changeBudgetRoute = route(
  {
    method: "patch",
    path: "/v1/spend-budget",
    operation: "changeSpendBudget",
    tag: "Generation",
    summary: "Change the caps on writing",
    description:
      "A cap holds from the next call on. At 50, 80 and 100 % those who may change it get a mail, once a day or month.",
    access: "organization",
    permission: "spend:write",
    rate: "write",
    body: z.strictObject({ dailyCapMicros: cap.optional(), monthlyCapMicros: cap.optional() }),
    answer: { status: 200, schema: budgetWire },
  },
  async (ctx, { body }) => budgetToWire(await changeCaps(ctx, body)),
);

const listGenerationsRoute = route(
  {
    method: "get",
    path: "/v1/generations",
    operation: "listGenerations",
    tag: "Generation",
    summary: "List what was written, what it cost and what came of it",
    access: "organization",
    permission: "spend:read",
    query: pageQuery.extend({ pieceId: idOf("piece").optional() }),
    answer: { status: 200, schema: pageOf(generationWire) },
  },
  async (ctx, { query }) => {
    const rows = await listGenerations(ctx, { ...query, before: cursorId(query.cursor) });
    return toPage(rows, query.limit, (row) => [row.id], generationToWire);
  },
);

const judgeRoute = route(
  {
    method: "patch",
    path: "/v1/generations/{generationId}",
    operation: "judgeGeneration",
    tag: "Generation",
    summary: "Say how good it was",
    access: "organization",
    permission: "content:write",
    rate: "write",
    params: z.object({ generationId: idOf("generation") }),
    body: z.strictObject({
      rating: z.number().int().min(1).max(5).nullable().optional(),
      feedback: z.string().trim().max(2000).optional(),
      accepted: z.boolean().nullable().optional(),
    }),
    answer: { status: 200, schema: generationWire },
  },
  async (ctx, { params, body }) => generationToWire(await judgeGeneration(ctx, params.generationId, body)),
);

export const aiRoutes = [
  readSpendRoute,
  readBudgetRoute,
  changeBudgetRoute,
  listGenerationsRoute,
  judgeRoute,
  ...writingRoutes,
];
