import * as z from "zod";
import { idOf, route } from "../../kernel/contract";
import { cursorId, pageOf, pageQuery, toPage } from "../../kernel/page";
import {
  changeTrackingKey,
  createTrackingKey,
  revokeTrackingKey,
  rotateTrackingKey,
  trackingKeyFields,
} from "./change";
import { getTrackingKey, listTrackingKeys } from "./queries";
import { trackingKeyToWire, trackingKeyWire } from "./wire";

const tag = "Tracking";
const reading = { tag, access: "organization", permission: "links:read" } as const;
const writing = { tag, access: "organization", permission: "links:write", rate: "write" } as const;
const params = z.object({ trackingKeyId: idOf("trackingKey") });
const budget = { read: 80, written: 20 };

const listRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/tracking-keys",
    operation: "listTrackingKeys",
    summary: "List tracking keys",
    description: "Newest first, ended ones too, each with when it was last heard of.",
    query: pageQuery,
    answer: { status: 200, schema: pageOf(trackingKeyWire) },
  },
  async (ctx, { query: { cursor, limit } }) => {
    const rows = await listTrackingKeys(ctx, cursorId(cursor), limit);
    return toPage(
      rows,
      limit,
      ({ id }) => [id],
      (row) => trackingKeyToWire(row, ctx.now()),
    );
  },
);

const createRoute = route(
  {
    ...writing,
    method: "post",
    path: "/v1/tracking-keys",
    operation: "createTrackingKey",
    summary: "Create a tracking key",
    description:
      "A publishable key: it sends events of the websites that are named, and can do nothing else.",
    body: z.strictObject({
      name: trackingKeyFields.name,
      domains: trackingKeyFields.domains.default([]),
      consentMode: trackingKeyFields.consentMode.default("ask"),
      businessId: idOf("business").optional(),
    }),
    answer: { status: 201, schema: trackingKeyWire },
    problems: ["plan_limit"],
    budget,
  },
  async (ctx, { body }) => trackingKeyToWire(await createTrackingKey(ctx, body), ctx.now()),
);

const getRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/tracking-keys/{trackingKeyId}",
    operation: "getTrackingKey",
    summary: "Get a tracking key",
    params,
    answer: { status: 200, schema: trackingKeyWire },
    budget: { read: 20, written: 4 },
  },
  async (ctx, { params }) => trackingKeyToWire(await getTrackingKey(ctx, params.trackingKeyId), ctx.now()),
);

const changeRoute = route(
  {
    ...writing,
    method: "patch",
    path: "/v1/tracking-keys/{trackingKeyId}",
    operation: "updateTrackingKey",
    summary: "Change a tracking key",
    params,
    body: z.strictObject({
      name: trackingKeyFields.name.optional(),
      domains: trackingKeyFields.domains.optional(),
      consentMode: trackingKeyFields.consentMode.optional(),
    }),
    answer: { status: 200, schema: trackingKeyWire },
    problems: ["conflict"],
    budget,
  },
  async (ctx, { params, body }) => {
    const { name, domains, consentMode } = body;
    const change = {
      ...(name === undefined ? {} : { name }),
      ...(domains === undefined ? {} : { domains }),
      ...(consentMode === undefined ? {} : { consentMode }),
    };
    return trackingKeyToWire(await changeTrackingKey(ctx, params.trackingKeyId, change), ctx.now());
  },
);

const rotateRoute = route(
  {
    ...writing,
    method: "post",
    path: "/v1/tracking-keys/{trackingKeyId}/rotation",
    operation: "rotateTrackingKey",
    summary: "Replace a tracking key",
    description: "The answer is the new key. The old one works for another day.",
    params,
    answer: { status: 201, schema: trackingKeyWire },
    problems: ["conflict"],
    budget,
  },
  async (ctx, { params }) => trackingKeyToWire(await rotateTrackingKey(ctx, params.trackingKeyId), ctx.now()),
);

const revokeRoute = route(
  {
    ...writing,
    method: "delete",
    path: "/v1/tracking-keys/{trackingKeyId}",
    operation: "revokeTrackingKey",
    summary: "Revoke a tracking key",
    description: "Within half a minute it opens nothing any more. What it sent stays.",
    params,
    answer: { status: 204 },
    problems: ["conflict"],
    budget,
  },
  (ctx, { params }) => revokeTrackingKey(ctx, params.trackingKeyId),
);

export const trackingKeyRoutes = [listRoute, createRoute, getRoute, changeRoute, rotateRoute, revokeRoute];
