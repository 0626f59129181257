import type { Id } from "../../db/ids";
import { getBusiness } from "../businesses";
import type { Context } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { write } from "../kernel/write";
import { findPiece, type Piece } from "../pieces";
import { noteFailureStep } from "./piece-state";
import { publishPiece } from "./publish";
import { isSiteContent } from "./snapshot";

/** Later than this, what was meant for a moment has missed it (QUE-06, docs/publishing.md). */
export const latestMs = 15 * 60_000;

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
  if (isSiteContent(piece.content)) return await publishOnSite(ctx, piece);
  await askForHands(ctx, piece, ctx.now() - at > latestMs);
}

async function publishOnSite(ctx: Context, piece: Piece): Promise<void> {
  try {
    await publishPiece(ctx, piece.id, { channel: "built_in", mode: "publish" });
  } catch (error) {
    if (!(error instanceof DomainError) || error.code === "unavailable") throw error;
    await write(ctx, [noteFailureStep(ctx, piece.id, error.reason, error.message)], {
      facts: [
        {
          type: "publication.failed",
          subjectId: piece.id,
          data: { pieceId: piece.id, reason: error.reason },
        },
      ],
    });
  }
}

/** No network takes posts from us by itself: whoever looks after it is told that its time has come. */
async function askForHands(ctx: Context, piece: Piece, isLate: boolean): Promise<void> {
  const [code, message] = isLate
    ? ["missed_time", "Its time passed while nothing ran here. Post it by hand now, or choose another time."]
    : ["by_hand", "Its time has come. Post it by hand, then say so here."];
  await write(ctx, [noteFailureStep(ctx, piece.id, code, message)], {
    facts: [{ type: "publication.due", subjectId: piece.id, data: { pieceId: piece.id, code } }],
  });
}
