import { and, isNull, notInArray } from "drizzle-orm";
import { contentPieces } from "../../db/schema/cell/content";
import type { Context } from "../kernel/context";
import { Conflict, DomainError } from "../kernel/errors";
import { isPiece, type Piece } from "./queries";
import { isBeingWritten } from "./resting";
import { pieceToWire } from "./wire";

/** For whoever changes words: not while a model writes them, and not what was put away. */
export function assertEditable(piece: Piece): void {
  if (piece.archivedAt !== null)
    throw new Conflict("piece_archived", "This piece is archived. Restore it first.");
  if (isBeingWritten(piece))
    throw new Conflict(
      "being_written",
      "This piece is being written at the moment. Try again when it is done.",
    );
}

/** The same as SQL, for the moment in which it is changed. */
export function isEditable(ctx: Context, piece: Piece) {
  const { archivedAt, status } = contentPieces;
  return and(isPiece(ctx, piece.id), isNull(archivedAt), notInArray(status, ["queued", "generating"]));
}

/** Nobody overwrites in silence: whoever began from an older piece gets the newer one to look at. */
export function changedMeanwhile(newer: Piece): DomainError {
  return new DomainError("conflict", "Somebody changed this piece meanwhile. Look at their version first.", {
    reason: "changed_meanwhile",
    current: pieceToWire(newer),
  });
}

export function assertRevision(piece: Piece, revision: number | undefined): void {
  if (revision !== undefined && revision !== piece.revision) throw changedMeanwhile(piece);
}
