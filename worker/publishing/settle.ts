import { and, eq, ne } from "drizzle-orm";
import { integrations, publications } from "../../db/schema/cell/publishing";
import type { Context } from "../kernel/context";
import { Conflict } from "../kernel/errors";
import { orElse, type Step, write } from "../kernel/write";
import { becomePublishedStep, becomeUnpublishedStep, noteFailureStep } from "./piece-state";
import { isPublication, type Publication } from "./queries";
import { type PublicationSettings, settingsOf } from "./settings";

/** Only who still runs this very order may say how it ended. */
const overtaken = new Conflict("overtaken", "This publication went on without this job.");

type Ending = Partial<Pick<Publication, "externalId" | "externalUrl">> & {
  settings?: Partial<PublicationSettings>;
};

export async function settlePublished(ctx: Context, row: Publication, ending: Ending): Promise<void> {
  const { pieceId, channel } = row;
  const isPublic = settingsOf(row).mode === "publish";
  const now = ctx.now();
  await write(
    ctx,
    [
      ...endSteps(ctx, row, { ...ending, state: "published", publishedAt: row.publishedAt ?? now }),
      ...(isPublic ? [becomePublishedStep(ctx, pieceId)] : []),
      ...noteContact(ctx, row, null),
    ],
    {
      facts: [
        { type: "publication.published", subjectId: row.id, data: { pieceId, channel } },
        ...(isPublic ? [{ type: "piece.published", subjectId: pieceId, data: { channel } }] : []),
      ],
      audit: [audit("publication.published", row, { url: ending.externalUrl ?? row.externalUrl })],
    },
  );
}

export async function settleWithdrawn(ctx: Context, row: Publication): Promise<void> {
  const { pieceId, channel } = row;
  await write(
    ctx,
    [
      ...endSteps(ctx, row, { state: "withdrawn" }),
      becomeUnpublishedStep(ctx, pieceId),
      ...noteContact(ctx, row, null),
    ],
    {
      facts: [{ type: "publication.withdrawn", subjectId: row.id, data: { pieceId, channel } }],
      audit: [audit("publication.withdrawn", row, {})],
    },
  );
}

export type Trouble = { code: string; message: string };

/** It certainly did not happen. */
export async function settleFailed(
  ctx: Context,
  row: Publication,
  { code, message }: Trouble,
): Promise<void> {
  const { pieceId, channel } = row;
  // What stands there already goes on standing there; only this change of it failed.
  const state = settingsOf(row).intent === "withdraw" ? "published" : "failed";
  await write(
    ctx,
    [
      ...endSteps(ctx, row, { state, errorCode: code, errorMessage: message }),
      noteFailureStep(ctx, pieceId, "publish_failed", message),
      ...noteContact(ctx, row, message),
    ],
    {
      facts: [{ type: "publication.failed", subjectId: row.id, data: { pieceId, channel, code } }],
      audit: [audit("publication.failed", row, { code })],
    },
  );
}

/** Nobody knows: it is looked for before anything is sent again. */
export async function settleUnconfirmed(
  ctx: Context,
  row: Publication,
  { code, message }: Trouble,
): Promise<void> {
  const { pieceId, channel } = row;
  await write(
    ctx,
    [
      ...endSteps(ctx, row, { state: "unconfirmed", errorCode: code, errorMessage: message }),
      noteFailureStep(ctx, pieceId, "publish_unconfirmed", message),
    ],
    {
      facts: [{ type: "publication.unconfirmed", subjectId: row.id, data: { pieceId, channel, code } }],
      audit: [audit("publication.unconfirmed", row, { code })],
    },
  );
}

/** What must be remembered before the next request goes out. */
export async function remember(
  ctx: Context,
  row: Publication,
  change: Partial<PublicationSettings>,
): Promise<Publication> {
  const settings = { ...settingsOf(row), ...change };
  const kept = await ctx.db
    .update(publications)
    .set({ settings })
    .where(isStill(ctx, row))
    .returning({ id: publications.id });
  if (kept.length === 0) throw overtaken;
  return { ...row, settings };
}

function endSteps(
  ctx: Context,
  row: Publication,
  { settings = {}, ...columns }: Ending & Partial<Publication>,
): Step[] {
  const { sentAt: _, ...kept } = settingsOf(row);
  const isOpen = columns.state === "unconfirmed";
  return [
    ctx.db
      .update(publications)
      .set({
        errorCode: null,
        errorMessage: null,
        ...columns,
        settings: { ...(isOpen ? settingsOf(row) : kept), ...settings },
        updatedAt: ctx.now(),
      })
      .where(isStill(ctx, row)),
    orElse(overtaken),
  ];
}

function isStill(ctx: Context, row: Publication) {
  return and(
    isPublication(ctx, row.id),
    eq(publications.state, row.state),
    eq(publications.runAt, row.runAt),
  );
}

/** The connection shows when it last worked, or why it does not. */
function noteContact(ctx: Context, { integrationId }: Publication, lastError: string | null): Step[] {
  if (integrationId === "") return [];
  const now = ctx.now();
  const isItself = and(
    eq(integrations.organizationId, ctx.organization.id),
    // safe: not empty, and only written from an integration's id
    eq(integrations.id, integrationId as typeof integrations.$inferSelect.id),
  );
  return [
    ctx.db
      .update(integrations)
      .set({
        lastError,
        ...(lastError === null
          ? { lastSyncAt: now, status: "active" as const }
          : { status: "failing" as const }),
      })
      .where(and(isItself, ne(integrations.status, "disconnected"))),
  ];
}

function audit(action: string, { pieceId, channel, id }: Publication, after: Record<string, unknown>) {
  return {
    action,
    resourceType: "piece",
    resourceId: pieceId,
    changes: { after: { publicationId: id, channel, ...after } },
  };
}
