import { notInArray, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { publications } from "../../db/schema/cell/publishing";
import type { Context } from "../kernel/context";
import { Conflict, Invalid } from "../kernel/errors";
import type { JobDraft } from "../kernel/drafts";
import { orElse, refuseWhen, type Step } from "../kernel/write";
import type { Piece } from "../pieces";
import { deliveryTries } from "./deliver";
import { disconnected } from "./integrations/credentials";
import { getIntegration, type Integration } from "./integrations/queries";
import { onceOnChannel } from "./place";
import { findPublication, type Publication } from "./queries";
import { type PublicationMode, type PublicationSettings, settingsOf } from "./settings";
import { assertHasPage, snapshotOf } from "./snapshot";

export type PublishOrder = {
  channel: Publication["channel"];
  integrationId?: Id<"integration">;
  mode: PublicationMode;
  /** Where a person has posted it by hand. */
  url?: string;
};

export type WayOut = { channel: "wordpress" | "webhook"; integration: Integration };

/** The connection that an order names: of this organization, for this business, and still there. */
export async function wayOutOf(
  ctx: Context,
  piece: Piece,
  { channel, integrationId, mode }: PublishOrder,
): Promise<WayOut> {
  if (!integrationId)
    throw Invalid.field("/integrationId", "required", "Name the connection to publish through.");
  const integration = await getIntegration(ctx, integrationId);
  if (integration.provider !== channel)
    throw Invalid.field(
      "/integrationId",
      "other_channel",
      "This connection is of another kind than the channel.",
    );
  if (integration.businessId !== null && integration.businessId !== piece.businessId)
    throw Invalid.field("/integrationId", "other_business", "This connection belongs to another business.");
  if (integration.status === "disconnected") throw disconnected;
  if (integration.provider === "wordpress") assertHasPage(piece.content);
  else if (mode === "draft") throw Invalid.field("/mode", "not_possible", "A webhook knows no drafts.");
  return { channel: integration.provider, integration };
}

export async function handOverSteps(
  ctx: Context,
  piece: Piece,
  { channel, integration }: WayOut,
  mode: PublicationMode,
): Promise<{ id: Id<"publication">; steps: Step[]; job: JobDraft }> {
  const now = ctx.now();
  const before = await findPublication(ctx, { pieceId: piece.id, channel, integrationId: integration.id });
  const id = before?.id ?? ctx.newId("publication", ctx.organization.cell);
  const media = before ? settingsOf(before).media : undefined;
  const settings: PublicationSettings = {
    mode,
    intent: "publish",
    snapshot: snapshotOf(piece, now),
    ...(media ? { media } : {}),
  };
  const state = {
    state: "publishing" as const,
    runAt: now,
    settings,
    updatedAt: now,
    errorCode: null,
    errorMessage: null,
  };
  const own = {
    organizationId: ctx.organization.id,
    pieceId: piece.id,
    businessId: piece.businessId,
    channel,
  };
  const version = { publishedVersion: piece.versionNumber };
  const isUnconfirmed = sql`exists (select 1 from ${publications} where id = ${id} and state = 'unconfirmed')`;
  const steps = [
    refuseWhen(isUnconfirmed, unconfirmed),
    ctx.db
      .insert(publications)
      .values({ id, ...own, integrationId: integration.id, ...version, ...state, createdAt: now })
      .onConflictDoUpdate({
        target: onceOnChannel,
        set: { ...version, ...state },
        setWhere: notInArray(publications.state, ["publishing", "unconfirmed"]),
      }),
    orElse(busy),
  ];
  return { id, steps, job: deliveryJob(id, now) };
}

/** The order to take a piece down elsewhere. */
export function takeBackSteps(ctx: Context, row: Publication): { steps: Step[]; job: JobDraft } {
  const now = ctx.now();
  const settings = { ...settingsOf(row), intent: "withdraw" };
  const steps = [
    refuseWhen(
      sql`exists (select 1 from ${publications} where id = ${row.id} and state = 'unconfirmed')`,
      unconfirmed,
    ),
    ctx.db.update(publications).set({ state: "publishing", runAt: now, settings, updatedAt: now })
      .where(sql`${publications.id} = ${row.id} and ${publications.organizationId} = ${ctx.organization.id}
        and ${publications.state} in ('published', 'failed')`),
    orElse(busy),
  ];
  return { steps, job: deliveryJob(row.id, now) };
}

const busy = new Conflict("publication_busy", "This piece is being published there right now.");
const unconfirmed = new Conflict(
  "unconfirmed",
  "Nobody knows yet whether the last try arrived. Check that first.",
);

function deliveryJob(publicationId: Id<"publication">, at: number): JobDraft {
  return {
    queue: "delivery",
    type: "publishing.deliver",
    payload: { publicationId, at },
    maxAttempts: deliveryTries,
  };
}
