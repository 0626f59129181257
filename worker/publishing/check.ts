import type { Id } from "../../db/ids";
import { authorize, type Context } from "../kernel/context";
import { Conflict, DomainError } from "../kernel/errors";
import { ProviderError } from "../kernel/ports";
import { getIntegration } from "./integrations/queries";
import { getPublication, type Publication } from "./queries";
import { settleFailed, settlePublished, settleUnconfirmed } from "./settle";
import { settingsOf } from "./settings";
import { assertHasPage } from "./snapshot";
import { openSite } from "./wordpress/deliver";
import { collectionOf, findPost } from "./wordpress/post";

/** Looks on the other side whether an unconfirmed publication has arrived. Nothing is sent. */
export async function checkPublication(ctx: Context, id: Id<"publication">): Promise<Publication> {
  authorize(ctx, "content:publish");
  const row = await getPublication(ctx, id);
  if (row.state !== "unconfirmed") return row;
  if (row.channel !== "wordpress")
    throw new Conflict("not_checkable", "Nothing can be looked up on this channel.");
  try {
    await look(ctx, row);
  } catch (error) {
    if (!(error instanceof ProviderError || error instanceof DomainError)) throw error;
    const message = `It could not be looked up: ${error.message}`;
    await settleUnconfirmed(ctx, row, { code: "no_look", message });
  }
  return await getPublication(ctx, id);
}

async function look(ctx: Context, row: Publication): Promise<void> {
  const { content } = settingsOf(row).snapshot;
  assertHasPage(content);
  // safe: a publication on this channel always names its connection
  const site = await openSite(ctx, await getIntegration(ctx, row.integrationId as Id<"integration">));
  const found = await findPost(site, collectionOf(content), row.id, content.slug);
  if (found) return await settlePublished(ctx, row, { externalId: found.id, externalUrl: found.url || null });
  await settleFailed(ctx, row, {
    code: "not_arrived",
    message: "It is not there. You can publish it again.",
  });
}
