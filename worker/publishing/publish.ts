import { sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { publications } from "../../db/schema/cell/publishing";
import { assertNotArchived, type Business, getBusiness } from "../businesses";
import { authorize, type Context } from "../kernel/context";
import { Conflict, Invalid, NotFound } from "../kernel/errors";
import { orElse, refuseWhen, type Step, write } from "../kernel/write";
import { getPiece, type Piece } from "../pieces";
import { becomePublishedStep, refuseUnlessApproved } from "./piece-state";
import { findPublication, type Publication } from "./queries";
import type { PublicationMode, PublicationSettings } from "./settings";
import { assertHasPage, sitePath, snapshotOf } from "./snapshot";

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
  const place = placeOf(ctx, piece, business, order);
  await write(ctx, [...refuseUnlessApproved(ctx, piece), ...place.steps, becomePublishedStep(ctx, pieceId)], {
    facts: [
      { type: "publication.published", subjectId: place.id, data: { pieceId, channel: order.channel } },
      {
        type: "piece.published",
        subjectId: pieceId,
        data: { bundleId: piece.bundleId, channel: order.channel },
      },
    ],
    audit: [
      {
        action: "publication.published",
        resourceType: "piece",
        resourceId: pieceId,
        changes: { after: { channel: order.channel, url: place.url, version: piece.versionNumber } },
      },
    ],
  });
  const done = await findPublication(ctx, { pieceId, channel: order.channel, integrationId: "" });
  if (!done) throw new NotFound();
  return done;
}

type Place = { id: Id<"publication">; url: string | null; steps: Step[] };

function placeOf(ctx: Context, piece: Piece, business: Business, order: PublishOrder): Place {
  if (order.integrationId)
    throw Invalid.field("/integrationId", "not_used", "This channel needs no connection.");
  if (order.mode === "draft") throw Invalid.field("/mode", "not_possible", "This channel knows no drafts.");
  return order.channel === "built_in" ? onSite(ctx, piece, business) : byHand(ctx, piece, order);
}

function onSite(ctx: Context, piece: Piece, business: Business): Place {
  assertHasPage(piece.content);
  const path = sitePath(piece.content);
  const url = `${ctx.settings.APP_URL.replace(/\/$/, "")}/p/${business.slug}/${path}`;
  const isTaken = sql`exists (select 1 from ${publications} where organization_id = ${ctx.organization.id}
    and business_id = ${business.id} and channel = 'built_in' and state = 'published'
    and external_id = ${path} and piece_id <> ${piece.id})`;
  const { id, steps } = upsert(ctx, piece, "built_in", { externalId: path, externalUrl: url });
  return { id, url, steps: [refuseWhen(isTaken, pathTaken), ...steps] };
}

const pathTaken = new Conflict(
  "path_taken",
  "Another piece is published at this address. Choose another slug.",
);

function byHand(ctx: Context, piece: Piece, { url = null }: { url?: string | null }): Place {
  const { id, steps } = upsert(ctx, piece, "by_hand", { externalId: null, externalUrl: url });
  return { id, url, steps };
}

function upsert(
  ctx: Context,
  piece: Piece,
  channel: Publication["channel"],
  where: Pick<Publication, "externalId" | "externalUrl">,
) {
  const now = ctx.now();
  const id = ctx.newId("publication", ctx.organization.cell);
  const settings: PublicationSettings = { mode: "publish", snapshot: snapshotOf(piece, now) };
  const state = {
    ...where,
    state: "published" as const,
    runAt: now,
    publishedVersion: piece.versionNumber,
    settings,
    errorCode: null,
    errorMessage: null,
    jobId: null,
    updatedAt: now,
  };
  const own = {
    organizationId: ctx.organization.id,
    pieceId: piece.id,
    businessId: piece.businessId,
    channel,
  };
  const steps: Step[] = [
    ctx.db
      .insert(publications)
      .values({ id, ...own, integrationId: "", ...state, publishedAt: now, createdAt: now })
      .onConflictDoUpdate({
        target: [
          publications.organizationId,
          publications.pieceId,
          publications.channel,
          publications.integrationId,
        ],
        set: {
          ...state,
          // The day it first appeared stays; what was taken down and comes back begins anew.
          publishedAt: sql`case when ${publications.state} = 'published' then ${publications.publishedAt} else ${now} end`,
        },
      }),
    orElse(new Conflict("publication_busy", "This piece is being published there right now.")),
  ];
  return { id, steps };
}
