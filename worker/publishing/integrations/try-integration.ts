import { and, ne } from "drizzle-orm";
import type { Id } from "../../../db/ids";
import { integrations } from "../../../db/schema/cell/publishing";
import { authorize, type Context } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import { ProviderError } from "../../kernel/ports";
import { write } from "../../kernel/write";
import { payloadOf } from "../webhook/payload";
import { sendWebhook } from "../webhook/send";
import { discoverApi, assertMayPublish } from "../wordpress/discover";
import { disconnected, openPassword, openSecrets } from "./credentials";
import { getIntegration, type Integration, isIntegration } from "./queries";
import { type IntegrationSettings, integrationSettingsOf } from "./settings";

export type Trial = { ok: boolean; code: string; message: string; durationMs: number };

/** Tries a connection now. What the other side said is never shown, only what we make of it (SSRF-08). */
export async function tryIntegration(ctx: Context, id: Id<"integration">): Promise<Trial> {
  authorize(ctx, "integrations:write");
  const row = await getIntegration(ctx, id);
  if (row.status === "disconnected") throw disconnected;
  const began = ctx.now();
  const outcome = row.provider === "wordpress" ? tryWordPress(ctx, row) : tryWebhook(ctx, row);
  const { settings, ...trial } = await outcome.catch(failed);
  await keepTrial(ctx, row, { ...integrationSettingsOf(row), ...settings }, trial);
  return { ...trial, durationMs: ctx.now() - began };
}

type Outcome = { ok: boolean; code: string; message: string; settings?: Partial<IntegrationSettings> };

async function tryWordPress(ctx: Context, row: Integration): Promise<Outcome> {
  const { url, username = "" } = integrationSettingsOf(row);
  const { fetcher } = ctx.providers;
  const apiRoot = await discoverApi(fetcher, url);
  await assertMayPublish({ fetcher, apiRoot, username, password: await openPassword(ctx, row) });
  return {
    ok: true,
    code: "connected",
    message: "WordPress answers, and this user may publish.",
    settings: { apiRoot },
  };
}

async function tryWebhook(ctx: Context, row: Integration): Promise<Outcome> {
  const { url } = integrationSettingsOf(row);
  const at = ctx.now();
  const body = payloadOf("integration.test", at, { integrationId: row.id });
  const message = { id: `${row.id}_test${at.toString(36)}`, at, body };
  await sendWebhook(ctx.providers.fetcher, url, message, await openSecrets(ctx, row));
  return { ok: true, code: "delivered", message: "The receiver took the test message (2xx)." };
}

function failed(error: unknown): Outcome {
  if (error instanceof ProviderError) return { ok: false, code: error.code, message: error.message };
  if (error instanceof DomainError) return { ok: false, code: error.reason, message: error.message };
  throw error;
}

async function keepTrial(
  ctx: Context,
  { id }: Integration,
  settings: IntegrationSettings,
  trial: Outcome,
): Promise<void> {
  const now = ctx.now();
  const change = trial.ok
    ? { status: "active" as const, lastError: null, lastSyncAt: now, settings }
    : { status: "failing" as const, lastError: trial.message };
  const isConnected = and(isIntegration(ctx, id), ne(integrations.status, "disconnected"));
  await write(
    ctx,
    [
      ctx.db
        .update(integrations)
        .set({ ...change, updatedAt: now })
        .where(isConnected),
    ],
    {
      audit: [
        {
          action: "integration.tried",
          resourceType: "integration",
          resourceId: id,
          changes: { after: { ok: trial.ok, code: trial.code } },
        },
      ],
    },
  );
}
