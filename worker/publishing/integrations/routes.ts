import * as z from "zod";
import { idOf, route } from "../../kernel/contract";
import { cursorId, pageOf, pageQuery, toPage } from "../../kernel/page";
import { changeIntegration, connectIntegration, disconnectIntegration, rotateSecret } from "./connect";
import { integrationChange, newIntegration } from "./fields";
import { getIntegration, listIntegrations } from "./queries";
import { tryIntegration } from "./try-integration";
import { integrationToWire, integrationWire, integrationWithSecretWire } from "./wire";

const tag = "Integrations";
const reading = { tag, access: "organization", permission: "integrations:read" } as const;
const writing = { tag, access: "organization", permission: "integrations:write", rate: "write" } as const;
const params = z.object({ integrationId: idOf("integration") });

const listIntegrationsRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/integrations",
    operation: "listIntegrations",
    summary: "List connected services",
    query: pageQuery.extend({ businessId: idOf("business").optional() }),
    answer: { status: 200, schema: pageOf(integrationWire) },
  },
  async (ctx, { query: { cursor, limit, businessId } }) => {
    const rows = await listIntegrations(ctx, businessId, cursorId(cursor), limit);
    return toPage(rows, limit, (row) => [row.id], integrationToWire);
  },
);

const connectIntegrationRoute = route(
  {
    ...writing,
    method: "post",
    path: "/v1/integrations",
    operation: "connectIntegration",
    summary: "Connect a service",
    description:
      "A WordPress site by application password, or a webhook signed as Standard Webhooks says. Credentials are sealed and never returned; a webhook's secret is shown this once.",
    body: newIntegration,
    secretAnswer: true,
    answer: { status: 201, schema: integrationWithSecretWire },
    problems: ["conflict"],
  },
  async (ctx, { body }) => {
    const { integration, secret } = await connectIntegration(ctx, body);
    return { ...integrationToWire(integration), secret };
  },
);

const getIntegrationRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/integrations/{integrationId}",
    operation: "getIntegration",
    summary: "Get a connected service",
    params,
    answer: { status: 200, schema: integrationWire },
  },
  async (ctx, { params: { integrationId } }) => integrationToWire(await getIntegration(ctx, integrationId)),
);

const changeIntegrationRoute = route(
  {
    ...writing,
    method: "patch",
    path: "/v1/integrations/{integrationId}",
    operation: "changeIntegration",
    summary: "Change a connected service",
    params,
    body: integrationChange,
    answer: { status: 200, schema: integrationWire },
    problems: ["conflict"],
  },
  async (ctx, { params: { integrationId }, body }) =>
    integrationToWire(await changeIntegration(ctx, integrationId, body)),
);

const rotateSecretRoute = route(
  {
    ...writing,
    method: "post",
    path: "/v1/integrations/{integrationId}/secret",
    operation: "rotateWebhookSecret",
    summary: "Make a new secret for a webhook",
    description: "For 24 hours each message is signed with the new and with the old one.",
    params,
    secretAnswer: true,
    answer: { status: 201, schema: integrationWithSecretWire },
    problems: ["conflict"],
  },
  async (ctx, { params: { integrationId } }) => {
    const { integration, secret } = await rotateSecret(ctx, integrationId);
    return { ...integrationToWire(integration), secret };
  },
);

const tryIntegrationRoute = route(
  {
    ...writing,
    rate: "report",
    method: "post",
    path: "/v1/integrations/{integrationId}/test",
    operation: "testIntegration",
    summary: "Test a connected service",
    description: "Asks WordPress who this user is, or sends a test message to the webhook.",
    params,
    answer: {
      status: 200,
      schema: z.strictObject({
        ok: z.boolean(),
        code: z.string(),
        message: z.string(),
        durationMs: z.number(),
      }),
    },
    problems: ["conflict"],
  },
  async (ctx, { params: { integrationId } }) => await tryIntegration(ctx, integrationId),
);

const disconnectIntegrationRoute = route(
  {
    ...writing,
    method: "delete",
    path: "/v1/integrations/{integrationId}",
    operation: "disconnectIntegration",
    summary: "Disconnect a service",
    description: "Its credentials are destroyed at once. What was published there stays.",
    params,
    answer: { status: 204 },
  },
  async (ctx, { params: { integrationId } }) => await disconnectIntegration(ctx, integrationId),
);

export const integrationRoutes = [
  listIntegrationsRoute,
  connectIntegrationRoute,
  getIntegrationRoute,
  changeIntegrationRoute,
  rotateSecretRoute,
  tryIntegrationRoute,
  disconnectIntegrationRoute,
];
