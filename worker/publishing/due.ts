import type { Id } from "../../db/ids";
import { getBusiness } from "../businesses";
import type { Context } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { write } from "../kernel/write";
import { findPiece, type Piece } from "../pieces";
import { type Integration, listForSchedule } from "./integrations/queries";
import { integrationSettingsOf } from "./integrations/settings";
import { noteFailureStep } from "./piece-state";
import type { PublishOrder } from "./hand-over";
import { publishPiece } from "./publish";
import { isSiteContent } from "./snapshot";

/** Later than this, what was meant for a moment has missed it (QUE-06, docs/publishing.md). */
const latestMs = 15 * 60_000;

/**
 * The time of a scheduled piece has come. Moved, taken out, changed or published meanwhile: nothing happens, however often
 * the message comes.
 */
export async function publishDue(
  ctx: Context,
  { pieceId, at }: { pieceId: Id<"piece">; at: number },
): Promise<void> {
  const piece = await findPiece(ctx, pieceId);
  if (!piece || piece.status !== "scheduled" || piece.scheduledFor !== at || piece.archivedAt !== null)
    return;
  const { status } = await getBusiness(ctx, piece.businessId);
  if (status !== "active") return;
  const hasPage = isSiteContent(piece.content);
  if (!hasPage && ctx.now() - at > latestMs) return await tell(ctx, piece, missed);
  const ways = await waysOut(ctx, piece);
  if (ways.length > 0) for (const way of ways) await go(ctx, piece, way);
  else if (hasPage) await go(ctx, piece, { channel: "built_in", mode: "publish" });
  else await tell(ctx, piece, byHand);
}

/** The connections that take scheduled pieces of this kind. Where there is none, articles have our own site. */
async function waysOut(ctx: Context, piece: Piece): Promise<PublishOrder[]> {
  const found = await listForSchedule(ctx, piece.businessId);
  return found.filter(({ provider }) => provider === "webhook" || isSiteContent(piece.content)).map(orderOf);
}

function orderOf(integration: Integration): PublishOrder {
  const { asDraft = false } = integrationSettingsOf(integration);
  return {
    channel: integration.provider,
    integrationId: integration.id,
    mode: asDraft ? "draft" : "publish",
  };
}

/** One way that is closed does not close the others. */
async function go(ctx: Context, piece: Piece, order: PublishOrder): Promise<void> {
  try {
    await publishPiece(ctx, piece.id, order);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code === "unavailable") throw error;
    if (error.reason !== "publication_busy")
      await tell(ctx, piece, { code: error.reason, message: error.message });
  }
}

const byHand = { code: "by_hand", message: "Its time has come. Post it by hand, then say so here." };
const missed = {
  code: "missed_time",
  message: "Its time passed while nothing ran here. Post it by hand now, or choose another time.",
};

async function tell(ctx: Context, { id }: Piece, { code, message }: typeof byHand): Promise<void> {
  await write(ctx, [noteFailureStep(ctx, id, code, message)], {
    facts: [{ type: "publication.due", subjectId: id, data: { pieceId: id, code } }],
  });
}
