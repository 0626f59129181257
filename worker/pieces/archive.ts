import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { contentPieces } from "../../db/schema/cell/content";
import { authorize, type Context } from "../kernel/context";
import { Conflict } from "../kernel/errors";
import { idsIn } from "../kernel/id-list";
import { refuseWhen, type Step, write } from "../kernel/write";
import { bundleCountSteps, countsOf } from "./bundle-counts";
import { countEmailsSteps } from "./emails/email-count";
import { changedMeanwhile } from "./guards";
import { emailsOf, getPiece, type Piece, type PieceRow } from "./queries";
import { isBeingWritten } from "./resting";

/** Put away with its words and versions; its place in the calendar is free. A sequence takes its emails along. */
export async function archivePiece(ctx: Context, id: Id<"piece">): Promise<Piece> {
  authorize(ctx, "content:write");
  const piece = await getPiece(ctx, id);
  if (piece.archivedAt !== null) return piece;
  const rows = [piece, ...(await emailsWith(ctx, piece))].filter(({ archivedAt }) => archivedAt === null);
  for (const row of rows) assertIdle(row);
  const change = {
    status: "archived",
    archivedAt: ctx.now(),
    scheduledFor: null,
    updatedAt: ctx.now(),
  } as const;
  await move(ctx, piece, rows, "piece.archived", change, -1);
  return await getPiece(ctx, id);
}

/** Back where it stood, but in no calendar. */
export async function restorePiece(ctx: Context, id: Id<"piece">): Promise<Piece> {
  authorize(ctx, "content:write");
  const piece = await getPiece(ctx, id);
  if (piece.archivedAt === null) return piece;
  const emails = await emailsWith(ctx, piece);
  // Those that went with it; one that was put away before stays away.
  const rows = [piece, ...emails.filter(({ archivedAt }) => archivedAt === piece.archivedAt)];
  await move(
    ctx,
    piece,
    rows,
    "piece.restored",
    { status: stateBefore, archivedAt: null, updatedAt: ctx.now() },
    1,
  );
  return await getPiece(ctx, id);
}

/** The same as `restingState`, where several rows are changed at once. */
const stateBefore = sql<PieceRow["status"]>`case when published_at is not null then 'published'
  when approved_at is not null then 'approved' when version_number > 0 then 'ready'
  when error_code is not null then 'failed' else 'draft' end`;

async function emailsWith(ctx: Context, piece: Piece): Promise<PieceRow[]> {
  return piece.kind === "email_sequence" ? await emailsOf(ctx, piece.id) : [];
}

function assertIdle(row: PieceRow): void {
  if (isBeingWritten(row)) throw new Conflict("being_written", "This piece is being written at the moment.");
  if (row.publishedAt !== null)
    throw new Conflict("published", "This piece is published. Withdraw it where it stands first.");
}

type Change = {
  status: PieceRow["status"] | SQL<PieceRow["status"]>;
  archivedAt: number | null;
  scheduledFor?: null;
  updatedAt: number;
};

async function move(
  ctx: Context,
  piece: Piece,
  rows: PieceRow[],
  action: string,
  change: Change,
  sign: 1 | -1,
): Promise<void> {
  const ids = rows.map(({ id }) => id);
  const here = and(
    eq(contentPieces.organizationId, ctx.organization.id),
    inArray(contentPieces.id, idsIn(ids)),
  );
  const steps: Step[] = [
    refuseWhen(stoodOtherwise(ctx, rows), changedMeanwhile(piece)),
    ctx.db.update(contentPieces).set(change).where(here),
    ...rows.flatMap((row) => bundleCountSteps(ctx, row.bundleId, countsOf(row, sign))),
    ...(piece.detail.kind === "email" ? countEmailsSteps(ctx, piece.detail.row.sequenceId) : []),
    ...(piece.kind === "email_sequence" ? countEmailsSteps(ctx, piece.id) : []),
  ];
  await write(ctx, steps, {
    facts: [{ type: action, subjectId: piece.id, data: { bundleId: piece.bundleId } }],
    audit: [{ action, resourceType: "piece", resourceId: piece.id, changes: { after: { pieces: ids } } }],
  });
}

function stoodOtherwise(ctx: Context, rows: PieceRow[]) {
  const seen = JSON.stringify(rows.map(({ id, status }) => ({ id, status })));
  return sql`exists (select 1 from json_each(${seen}) as seen join ${contentPieces} on ${contentPieces.id} = seen.value ->> 'id'
    where +${contentPieces.organizationId} = ${ctx.organization.id} and ${contentPieces.status} <> seen.value ->> 'status')`;
}
