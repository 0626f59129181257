import type { Id } from "../../db/ids";
import type { Context } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import type { StoredJob } from "../kernel/jobs";
import { ProviderError } from "../kernel/ports";
import { getIntegration } from "./integrations/queries";
import { getPublication, type Publication } from "./queries";
import { settleFailed, settleUnconfirmed } from "./settle";
import { settingsOf } from "./settings";
import { deliverToWebhook } from "./webhook/deliver";
import { deliverToWordPress } from "./wordpress/deliver";

export const deliveryTries = 8;
export type DeliveryOrder = { publicationId: Id<"publication">; at: number };

/** Carries out an order to another service. Nothing happens when it was settled or given anew meanwhile. */
export async function deliver(ctx: Context, order: DeliveryOrder, job: StoredJob): Promise<void> {
  const row = await findOpen(ctx, order);
  if (!row) return;
  try {
    // safe: a publication on these channels always names its connection
    const integration = await getIntegration(ctx, row.integrationId as Id<"integration">);
    if (row.channel === "wordpress") await deliverToWordPress(ctx, row, integration);
    else await deliverToWebhook(ctx, row, integration);
  } catch (error) {
    await settleTrouble(ctx, order, error, job.attempts >= job.maxAttempts);
  }
}

/** Whoever ran it died on the last try: nobody can say how far it came. */
export async function deliveryGivenUp(ctx: Context, order: DeliveryOrder): Promise<void> {
  const row = await findOpen(ctx, order);
  if (!row) return;
  const message = "Publishing was cut off in the middle. Check before you publish it again.";
  if (settingsOf(row).sentAt === undefined)
    await settleFailed(ctx, row, { code: "cut_off", message: stopped });
  else await settleUnconfirmed(ctx, row, { code: "cut_off", message });
}

const stopped = "Publishing was cut off before anything was sent. Try again.";

async function settleTrouble(
  ctx: Context,
  order: DeliveryOrder,
  error: unknown,
  isLast: boolean,
): Promise<void> {
  const isKnown = error instanceof ProviderError || error instanceof DomainError;
  const isWorthRetrying = !isKnown || (error instanceof ProviderError && error.verdict === "retry");
  if (isWorthRetrying && !isLast) throw error;
  const row = await findOpen(ctx, order);
  if (!row) return;
  if (!isKnown) return await deliveryGivenUp(ctx, order);
  const code = error instanceof ProviderError ? error.code : error.reason;
  await settleFailed(ctx, row, { code, message: error.message });
}

async function findOpen(ctx: Context, { publicationId, at }: DeliveryOrder): Promise<Publication | null> {
  const row = await getPublication(ctx, publicationId);
  return row.state === "publishing" && row.runAt === at ? row : null;
}
