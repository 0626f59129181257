import * as z from "zod";
import { idOf, route } from "../kernel/contract";
import { cursorId, pageOf, pageQuery, toPage } from "../kernel/page";
import { archiveStrategy, restoreStrategy } from "./archive";
import { createStrategy, makeDefault, updateStrategy } from "./change";
import { strategyFields } from "./fields";
import { assertBusinessHere, getStrategy, listStrategies } from "./queries";
import { strategyToWire, strategyWire } from "./wire";

const tag = "Strategies";
const reading = { tag, access: "organization", permission: "content:read" } as const;
const writing = { tag, access: "organization", permission: "content:write", rate: "write" } as const;
const params = z.object({ strategyId: idOf("strategy") });
const ofBusiness = z.object({ businessId: idOf("business") });
const answer = { status: 200, schema: strategyWire } as const;

const listStrategiesRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/businesses/{businessId}/strategies",
    operation: "listStrategies",
    summary: "List a business's strategies",
    description: "Newest first.",
    params: ofBusiness,
    query: pageQuery.extend({ archived: z.enum(["true", "false"]).default("false") }),
    answer: { status: 200, schema: pageOf(strategyWire) },
  },
  async (ctx, { params, query: { archived, cursor, limit } }) => {
    await assertBusinessHere(ctx, params.businessId);
    const query = { archived: archived === "true", after: cursorId(cursor), limit };
    const rows = await listStrategies(ctx, params.businessId, query);
    return toPage(rows, limit, (row) => [row.id], strategyToWire);
  },
);

const createStrategyRoute = route(
  {
    ...writing,
    method: "post",
    path: "/v1/businesses/{businessId}/strategies",
    operation: "createStrategy",
    summary: "Create a strategy",
    description: "What to say, to whom and why. The first one of a business is its default.",
    params: ofBusiness,
    body: z.strictObject({
      ...strategyFields,
      targetAudience: strategyFields.targetAudience.default(""),
      contentFocus: strategyFields.contentFocus.default(""),
      customerPsychology: strategyFields.customerPsychology.default({
        decisionMakers: [],
        problems: [],
        searchBehavior: [],
      }),
      scenarios: strategyFields.scenarios.default([]),
      isDefault: z.boolean().default(false),
    }),
    answer: { status: 201, schema: strategyWire },
    problems: ["plan_limit", "conflict"],
  },
  async (ctx, { params, body }) => strategyToWire(await createStrategy(ctx, params.businessId, body)),
);

const getStrategyRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/strategies/{strategyId}",
    operation: "getStrategy",
    summary: "Get a strategy",
    params,
    answer,
  },
  async (ctx, { params }) => strategyToWire(await getStrategy(ctx, params.strategyId)),
);

const updateStrategyRoute = route(
  {
    ...writing,
    method: "patch",
    path: "/v1/strategies/{strategyId}",
    operation: "updateStrategy",
    summary: "Change a strategy",
    description: "Pieces that are written already stay as they are.",
    params,
    body: z.strictObject(strategyFields).partial(),
    answer,
  },
  async (ctx, { params, body }) => strategyToWire(await updateStrategy(ctx, params.strategyId, body)),
);

const makeDefaultRoute = route(
  {
    ...writing,
    method: "put",
    path: "/v1/strategies/{strategyId}/default",
    operation: "makeStrategyDefault",
    summary: "Make a strategy the default of its business",
    params,
    answer,
    problems: ["conflict"],
  },
  async (ctx, { params }) => strategyToWire(await makeDefault(ctx, params.strategyId)),
);

const archiveRoute = route(
  {
    ...writing,
    method: "put",
    path: "/v1/strategies/{strategyId}/archive",
    operation: "archiveStrategy",
    summary: "Archive a strategy",
    description: "It takes no room in the plan any more. If it was the default, the oldest one left is now.",
    params,
    answer,
  },
  async (ctx, { params }) => strategyToWire(await archiveStrategy(ctx, params.strategyId)),
);

const restoreRoute = route(
  {
    ...writing,
    method: "delete",
    path: "/v1/strategies/{strategyId}/archive",
    operation: "restoreStrategy",
    summary: "Take a strategy out of the archive",
    params,
    answer,
    problems: ["plan_limit", "conflict"],
  },
  async (ctx, { params }) => strategyToWire(await restoreStrategy(ctx, params.strategyId)),
);

export const strategyRoutes = [
  listStrategiesRoute,
  createStrategyRoute,
  getStrategyRoute,
  updateStrategyRoute,
  makeDefaultRoute,
  archiveRoute,
  restoreRoute,
];
