import type { Id } from "../../db/ids";
import { assertNotArchived, type Business, getBusiness } from "../businesses";
import { authorize, type Context } from "../kernel/context";
import { Invalid, NotFound } from "../kernel/errors";
import { write } from "../kernel/write";
import { getPiece, type Piece } from "../pieces";
import { handOverSteps, type WayOut, wayOutOf } from "./hand-over";
import { becomePublishedStep, refuseUnlessApproved } from "./piece-state";
import { byHandSteps, onSiteSteps } from "./place";
import { findPublication, type Publication } from "./queries";
import type { PublicationMode } from "./settings";

export type PublishOrder = {
  channel: Publication["channel"];
  integrationId?: Id<"integration">;
  mode: PublicationMode;
  /** Where a person has posted it by hand. */
  url?: string;
};

/** Brings an approved piece to one channel. The same again replaces what is there by what is approved now. */
export async function publishPiece(
  ctx: Context,
  pieceId: Id<"piece">,
  order: PublishOrder,
): Promise<Publication> {
  authorize(ctx, "content:publish");
  const piece = await getPiece(ctx, pieceId);
  const business = await getBusiness(ctx, piece.businessId);
  assertNotArchived(business);
  const { channel } = order;
  if (channel === "built_in" || channel === "by_hand") await publishHere(ctx, piece, business, order);
  else await handOver(ctx, piece, await wayOutOf(ctx, piece, order), order.mode);
  const done = await findPublication(ctx, { pieceId, channel, integrationId: order.integrationId ?? "" });
  if (!done) throw new NotFound();
  return done;
}

/** On our own site, or by somebody's hand: done when it is written. */
async function publishHere(
  ctx: Context,
  piece: Piece,
  business: Business,
  order: PublishOrder,
): Promise<void> {
  const { channel, integrationId, mode } = order;
  if (integrationId) throw Invalid.field("/integrationId", "not_used", "This channel needs no connection.");
  if (mode === "draft") throw Invalid.field("/mode", "not_possible", "This channel knows no drafts.");
  const place =
    channel === "built_in" ? onSiteSteps(ctx, piece, business) : byHandSteps(ctx, piece, order.url ?? null);
  const { id: pieceId, bundleId } = piece;
  await write(ctx, [...refuseUnlessApproved(ctx, piece), ...place.steps, becomePublishedStep(ctx, pieceId)], {
    facts: [
      { type: "publication.published", subjectId: place.id, data: { pieceId, channel } },
      { type: "piece.published", subjectId: pieceId, data: { bundleId, channel } },
    ],
    audit: [
      {
        action: "publication.published",
        resourceType: "piece",
        resourceId: pieceId,
        changes: { after: { channel, url: place.url, version: piece.versionNumber } },
      },
    ],
  });
}

/** To another service: the order is written, and a job carries it out. */
async function handOver(ctx: Context, piece: Piece, way: WayOut, mode: PublicationMode): Promise<void> {
  const { steps, id, job } = await handOverSteps(ctx, piece, way, mode);
  const { channel } = way;
  await write(ctx, [...refuseUnlessApproved(ctx, piece), ...steps], {
    facts: [{ type: "publication.requested", subjectId: id, data: { pieceId: piece.id, channel } }],
    audit: [
      {
        action: "publication.requested",
        resourceType: "piece",
        resourceId: piece.id,
        changes: {
          after: { channel, integrationId: way.integration.id, mode, version: piece.versionNumber },
        },
      },
    ],
    jobs: [job],
  });
}
