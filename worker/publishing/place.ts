import { sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { publications } from "../../db/schema/cell/publishing";
import type { Business } from "../businesses";
import type { Context } from "../kernel/context";
import { Conflict } from "../kernel/errors";
import { orElse, refuseWhen, type Step } from "../kernel/write";
import type { Piece } from "../pieces";
import type { Publication } from "./queries";
import type { PublicationSettings } from "./settings";
import { assertHasPage, sitePath, snapshotOf } from "./snapshot";

export type Place = { id: Id<"publication">; url: string | null; steps: Step[] };

export function onSiteSteps(ctx: Context, piece: Piece, business: Business): Place {
  assertHasPage(piece.content);
  const path = sitePath(piece.content);
  const url = `${ctx.settings.APP_URL.replace(/\/$/, "")}/p/${business.slug}/${path}`;
  const isTaken = sql`exists (select 1 from ${publications} where organization_id = ${ctx.organization.id}
    and business_id = ${business.id} and channel = 'built_in' and state = 'published'
    and external_id = ${path} and piece_id <> ${piece.id})`;
  const { id, steps } = publishedSteps(ctx, piece, "built_in", { externalId: path, externalUrl: url });
  return { id, url, steps: [refuseWhen(isTaken, pathTaken), ...steps] };
}

const pathTaken = new Conflict(
  "path_taken",
  "Another piece is published at this address. Choose another slug.",
);

export function byHandSteps(ctx: Context, piece: Piece, url: string | null): Place {
  const { id, steps } = publishedSteps(ctx, piece, "by_hand", { externalId: null, externalUrl: url });
  return { id, url, steps };
}

/** What makes a piece be once on a channel. */
export const onceOnChannel = [
  publications.organizationId,
  publications.pieceId,
  publications.channel,
  publications.integrationId,
];

function publishedSteps(
  ctx: Context,
  piece: Piece,
  channel: "built_in" | "by_hand",
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
    updatedAt: now,
  };
  const { organization } = ctx;
  const own = { organizationId: organization.id, pieceId: piece.id, businessId: piece.businessId, channel };
  const steps: Step[] = [
    ctx.db
      .insert(publications)
      .values({ id, ...own, integrationId: "", ...state, publishedAt: now, createdAt: now })
      .onConflictDoUpdate({
        target: onceOnChannel,
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
