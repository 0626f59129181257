import type { PieceRow, PieceState } from "./queries";

type Marks = Pick<
  PieceRow,
  "archivedAt" | "publishedAt" | "approvedAt" | "scheduledFor" | "versionNumber" | "errorCode"
>;

/** Where a piece stands when nobody is writing it: what has happened to it says so. */
export function restingState(marks: Marks): PieceState {
  if (marks.archivedAt !== null) return "archived";
  if (marks.publishedAt !== null) return "published";
  if (marks.approvedAt !== null) return marks.scheduledFor === null ? "approved" : "scheduled";
  if (marks.versionNumber > 0) return "ready";
  return marks.errorCode === null ? "draft" : "failed";
}

export function isBeingWritten({ status }: Pick<PieceRow, "status">): boolean {
  return status === "queued" || status === "generating";
}
