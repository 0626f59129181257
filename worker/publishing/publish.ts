import type { Id } from "../../db/ids";
import { assertNotArchived, type Business, getBusiness } from "../businesses";
import { authorize, type Context } from "../kernel/context";
import { Invalid, NotFound } from "../kernel/errors";
import { write } from "../kernel/write";
import { getPiece, type Piece } from "../pieces";
import { type Linked, withShortLinks } from "./calls-to-action";
import { handOverSteps, type PublishOrder, type WayOut, wayOutOf } from "./hand-over";
import { becomePublishedStep, refuseUnlessApproved } from "./piece-state";
import { byHandSteps, onSiteSteps } from "./place";
import { findPublication, type Publication } from "./queries";
import type { PublicationMode } from "./settings";

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
  else await handOver(ctx, piece, business, await wayOutOf(ctx, piece, order), order.mode);
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
  // What somebody has posted already holds the address that they posted.
  const linked = channel === "built_in" ? await withShortLinks(ctx, piece, business) : unlinked(piece);
  const place =
    channel === "built_in"
      ? onSiteSteps(ctx, linked.piece, business)
      : byHandSteps(ctx, piece, order.url ?? null);
  const { id: pieceId, bundleId } = piece;
  const steps = [...refuseUnlessApproved(ctx, piece), ...linked.steps, ...place.steps];
  await write(ctx, [...steps, becomePublishedStep(ctx, pieceId)], {
    facts: [
      ...linked.facts,
      { type: "publication.published", subjectId: place.id, data: { pieceId, channel } },
      { type: "piece.published", subjectId: pieceId, data: { bundleId, channel } },
    ],
    audit: [
      ...linked.audit,
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
async function handOver(
  ctx: Context,
  piece: Piece,
  business: Business,
  way: WayOut,
  mode: PublicationMode,
): Promise<void> {
  const linked = await withShortLinks(ctx, piece, business);
  const { steps, id, job } = await handOverSteps(ctx, linked.piece, way, mode);
  const { channel } = way;
  await write(ctx, [...refuseUnlessApproved(ctx, piece), ...linked.steps, ...steps], {
    facts: [
      ...linked.facts,
      { type: "publication.requested", subjectId: id, data: { pieceId: piece.id, channel } },
    ],
    audit: [
      ...linked.audit,
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

function unlinked(piece: Piece): Linked {
  return { piece, steps: [], facts: [], audit: [] };
}
