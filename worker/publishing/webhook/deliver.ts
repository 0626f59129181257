import { eq, and } from "drizzle-orm";
import { integrations } from "../../../db/schema/cell/publishing";
import type { Context } from "../../kernel/context";
import { ProviderError } from "../../kernel/ports";
import { write } from "../../kernel/write";
import { openSecrets } from "../integrations/credentials";
import { type Integration, isIntegration } from "../integrations/queries";
import { integrationSettingsOf } from "../integrations/settings";
import type { Publication } from "../queries";
import { settlePublished, settleWithdrawn } from "../settle";
import { settingsOf } from "../settings";
import { publicationPayload } from "./payload";
import { sendWebhook } from "./send";

/** The same id each time it is tried, a new timestamp, and a signature over both. */
export async function deliverToWebhook(
  ctx: Context,
  row: Publication,
  integration: Integration,
): Promise<void> {
  const { url } = integrationSettingsOf(integration);
  const message = {
    id: `${row.id}_${row.runAt.toString(36)}`,
    at: ctx.now(),
    body: publicationPayload(row, ctx.settings.APP_URL),
  };
  try {
    await sendWebhook(ctx.providers.fetcher, url, message, await openSecrets(ctx, integration));
  } catch (error) {
    if (error instanceof ProviderError && error.code === "gone")
      await endConnection(ctx, integration, error.message);
    throw error;
  }
  if (settingsOf(row).intent === "withdraw") return await settleWithdrawn(ctx, row);
  await settlePublished(ctx, row, {});
}

/** 410 is the receiver's word that nothing may come any more. */
async function endConnection(ctx: Context, { id, name }: Integration, lastError: string): Promise<void> {
  await write(
    ctx,
    [
      ctx.db
        .update(integrations)
        .set({ status: "disconnected", sealedCredentials: null, lastError, updatedAt: ctx.now() })
        .where(and(isIntegration(ctx, id), eq(integrations.provider, "webhook"))),
    ],
    {
      facts: [{ type: "integration.disconnected", subjectId: id }],
      audit: [
        {
          action: "integration.disconnected",
          resourceType: "integration",
          resourceId: id,
          changes: { before: { name }, after: { reason: "gone" } },
        },
      ],
    },
  );
}
