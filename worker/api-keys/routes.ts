import * as z from "zod";
import type { Id } from "../../db/ids";
import { type Contract, idOf, route, wireTime } from "../kernel/contract";
import { cursorId, pageOf, pageQuery, toPage } from "../kernel/page";
import { permissions } from "../kernel/permissions";
import { changeApiKey } from "./change";
import { createApiKey } from "./create";
import { listKeys } from "./queries";
import { revokeApiKey } from "./revoke";
import { rotateApiKey } from "./rotate";
import { apiKeyToWire, apiKeyWire, newApiKeyToWire, newApiKeyWire } from "./wire";

const params = z.object({ apiKeyId: idOf("apiKey") });
const name = z.string().trim().min(1).max(80);
const scopes = z.array(z.enum(permissions)).min(1).max(permissions.length);

/** A key is as good as the person who made it, so only a person who has just proved who they are makes one (KEY-03, KEY-05). */
const guarded = {
  tag: "API keys",
  access: "organization",
  permission: "api_keys:write",
  sessionOnly: true,
  recentAuthentication: true,
  rate: "write",
} as const satisfies Partial<Contract>;

const listRoute = route(
  {
    method: "get",
    path: "/v1/api-keys",
    operation: "listApiKeys",
    tag: "API keys",
    summary: "List API keys",
    description: "Newest first, revoked ones too. Of the key itself only its beginning and its last four.",
    access: "organization",
    permission: "api_keys:read",
    query: pageQuery,
    answer: { status: 200, schema: pageOf(apiKeyWire) },
  },
  async (ctx, { query }) => {
    const before = cursorId(query.cursor) as Id<"apiKey"> | undefined; // safe: only compared
    const rows = await listKeys(ctx, before, query.limit + 1);
    return toPage(
      rows,
      query.limit,
      ({ id }) => [id],
      (row) => apiKeyToWire(row, ctx.now()),
    );
  },
);

const createRoute = route(
  {
    ...guarded,
    method: "post",
    path: "/v1/api-keys",
    operation: "createApiKey",
    summary: "Create an API key",
    description: "The answer holds the key, once. Its scopes cannot go beyond what you may do yourself.",
    secretAnswer: true,
    body: z.strictObject({
      name,
      scopes,
      expiresAt: wireTime.nullable().default(null),
      rateLimitPerHour: z.number().int().min(1).max(36_000).default(3600),
    }),
    answer: { status: 201, schema: newApiKeyWire },
    problems: ["plan_limit"],
  },
  async (ctx, { body }) => {
    const expiresAt = body.expiresAt === null ? null : Date.parse(body.expiresAt);
    return newApiKeyToWire(await createApiKey(ctx, { ...body, expiresAt }), ctx.now());
  },
);

const changeRoute = route(
  {
    ...guarded,
    method: "patch",
    path: "/v1/api-keys/{apiKeyId}",
    operation: "changeApiKey",
    summary: "Rename an API key or change its scopes",
    params,
    body: z.strictObject({ name: name.optional(), scopes: scopes.optional() }),
    answer: { status: 200, schema: apiKeyWire },
    problems: ["conflict"],
  },
  async (ctx, { params, body }) => apiKeyToWire(await changeApiKey(ctx, params.apiKeyId, body), ctx.now()),
);

const rotateRoute = route(
  {
    ...guarded,
    method: "post",
    path: "/v1/api-keys/{apiKeyId}/rotation",
    operation: "rotateApiKey",
    summary: "Replace an API key by a new one",
    description:
      "Same name, same scopes, new secret. The old one works until its grace is over, a day at most.",
    secretAnswer: true,
    params,
    body: z.strictObject({ graceSeconds: z.number().int().min(0).max(86_400).default(0) }),
    answer: { status: 201, schema: newApiKeyWire },
    problems: ["conflict"],
  },
  async (ctx, { params, body }) =>
    newApiKeyToWire(await rotateApiKey(ctx, params.apiKeyId, body.graceSeconds), ctx.now()),
);

const revokeRoute = route(
  {
    ...guarded,
    method: "delete",
    path: "/v1/api-keys/{apiKeyId}",
    operation: "revokeApiKey",
    summary: "Revoke an API key",
    description: "At once. The key stays in the list, as revoked.",
    params,
    answer: { status: 204 },
  },
  (ctx, { params }) => revokeApiKey(ctx, params.apiKeyId),
);

export const apiKeyRoutes = [listRoute, createRoute, changeRoute, rotateRoute, revokeRoute];
