import * as z from "zod";
import { bundleStates } from "../../db/schema/cell/bundles";
import { idOf, route } from "../kernel/contract";
import { cursorId, pageOf, pageQuery, toPage } from "../kernel/page";
import { archiveBundle, createBundle, restoreBundle, updateBundle } from "./change";
import { estimateBrief } from "./estimate";
import { briefShape, orderFields } from "./order";
import { countPieces, getBundle, listBundles } from "./queries";
import {
  bundleDetailToWire,
  bundleDetailWire,
  bundleToWire,
  bundleWire,
  estimateToWire,
  estimateWire,
} from "./wire";

const tag = "Bundles";
const reading = { tag, access: "organization", permission: "content:read" } as const;
const writing = { tag, access: "organization", permission: "content:write", rate: "write" } as const;
const params = z.object({ bundleId: idOf("bundle") });
const answer = { status: 200, schema: bundleWire } as const;

const listBundlesRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/bundles",
    operation: "listBundles",
    summary: "List bundles",
    description: "Newest first. Archived ones only where they are asked for.",
    query: pageQuery.extend({
      businessId: idOf("business").optional(),
      status: z.enum(bundleStates).optional(),
      archived: z.enum(["true", "false"]).default("false"),
    }),
    answer: { status: 200, schema: pageOf(bundleWire) },
  },
  async (ctx, { query: { cursor, limit, archived, businessId, status } }) => {
    const filter = {
      ...(businessId && { businessId }),
      ...(status && { status }),
      archived: archived === "true",
    };
    const rows = await listBundles(ctx, filter, cursorId(cursor), limit);
    return toPage(rows, limit, (row) => [row.id], bundleToWire);
  },
);

const createBundleRoute = route(
  {
    ...writing,
    method: "post",
    path: "/v1/bundles",
    operation: "createBundle",
    summary: "Order a bundle",
    description:
      "What is to be written, for whom and when. Nothing is written, held or paid before its generation is started.",
    body: z.strictObject({
      businessId: idOf("business"),
      ...orderFields,
      strategyId: orderFields.strategyId.default(null),
      timePeriod: orderFields.timePeriod.default(""),
    }),
    answer: { status: 201, schema: bundleWire },
    problems: ["conflict"],
  },
  async (ctx, { body: { businessId, ...order } }) => bundleToWire(await createBundle(ctx, businessId, order)),
);

const estimateRoute = route(
  {
    ...reading,
    method: "post",
    path: "/v1/bundle-estimates",
    operation: "estimateBundle",
    summary: "Estimate a bundle",
    description: "About what it costs, how many uses it takes, and what the plan has left. Nothing is kept.",
    body: z.strictObject({ brief: briefShape.omit({ topicIds: true, notes: true }) }),
    answer: { status: 200, schema: estimateWire },
  },
  async (ctx, { body: { brief } }) =>
    estimateToWire(await estimateBrief(ctx, { ...brief, topicIds: [], notes: "" })),
);

const getBundleRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/bundles/{bundleId}",
    operation: "getBundle",
    summary: "Get a bundle",
    description:
      "With how many of its pieces are in which state. The pieces are listed by `GET /v1/pieces?bundleId=`.",
    params,
    answer: { status: 200, schema: bundleDetailWire },
    // Its pieces are counted: at most 585, each by the index and the row.
    budget: { read: 1300, written: 4 },
  },
  async (ctx, { params: { bundleId } }) => {
    const bundle = await getBundle(ctx, bundleId);
    return bundleDetailToWire(bundle, await countPieces(ctx, bundleId));
  },
);

const updateBundleRoute = route(
  {
    ...writing,
    method: "patch",
    path: "/v1/bundles/{bundleId}",
    operation: "updateBundle",
    summary: "Change a bundle",
    description: "Each field as a whole. Once writing has begun only the name and the period's words change.",
    params,
    body: z.strictObject(orderFields).partial(),
    answer,
    problems: ["conflict"],
  },
  async (ctx, { params, body }) => bundleToWire(await updateBundle(ctx, params.bundleId, body)),
);

const archiveRoute = route(
  {
    ...writing,
    method: "put",
    path: "/v1/bundles/{bundleId}/archive",
    operation: "archiveBundle",
    summary: "Archive a bundle",
    description: "Its pieces stay. One that is being written is stopped first.",
    params,
    answer,
    problems: ["conflict"],
  },
  async (ctx, { params }) => bundleToWire(await archiveBundle(ctx, params.bundleId)),
);

const restoreRoute = route(
  {
    ...writing,
    method: "delete",
    path: "/v1/bundles/{bundleId}/archive",
    operation: "restoreBundle",
    summary: "Take a bundle out of the archive",
    params,
    answer,
    problems: ["conflict"],
  },
  async (ctx, { params }) => bundleToWire(await restoreBundle(ctx, params.bundleId)),
);

export const orderRoutes = [
  listBundlesRoute,
  createBundleRoute,
  estimateRoute,
  getBundleRoute,
  updateBundleRoute,
  archiveRoute,
  restoreRoute,
];
