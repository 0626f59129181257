import type * as z from "zod";
import { toWireTime } from "../kernel/contract";
import { postText } from "./content";
import type { PieceContent } from "./fields";
import { countFor } from "./pure/social";
import type { Piece, PieceRow } from "./queries";
import type { pieceContentWire, pieceSummaryWire, PieceWire } from "./wire-shapes";

export function pieceSummaryToWire(row: PieceRow): z.input<typeof pieceSummaryWire> {
  return { kind: row.kind, ...baseToWire(row) };
}

export function pieceToWire(piece: Piece): PieceWire {
  const wire = { ...baseToWire(piece), ...contentToWire(piece.content), ...besides(piece) };
  return wire as PieceWire; // safe: content and what stands besides it are of the piece's own kind
}

export function contentToWire(content: PieceContent): z.input<typeof pieceContentWire> {
  return content;
}

function baseToWire(row: PieceRow) {
  return {
    id: row.id,
    businessId: row.businessId,
    bundleId: row.bundleId,
    strategyId: row.strategyId,
    topicId: row.topicId,
    title: row.title,
    status: row.status,
    position: row.position,
    channel: row.channel,
    conversionGoal: row.conversionGoal,
    ctaText: row.ctaText,
    ctaUrl: row.ctaUrl,
    excerpt: row.excerpt,
    wordCount: row.wordCount,
    approvedBy: row.approvedBy,
    versionNumber: row.versionNumber,
    revision: row.revision,
    generationId: row.generationId,
    errorCode: row.errorCode,
    errorMessage: row.errorMessage,
    scheduledFor: toWireTime(row.scheduledFor),
    publishedAt: toWireTime(row.publishedAt),
    approvedAt: toWireTime(row.approvedAt),
    editedAt: toWireTime(row.editedAt),
    archivedAt: toWireTime(row.archivedAt),
    createdAt: toWireTime(row.createdAt),
    updatedAt: toWireTime(row.updatedAt),
  };
}

function besides({ detail, content }: Piece): object {
  switch (detail.kind) {
    case "blog_post":
      return { readingMinutes: detail.row.readingMinutes };
    case "social_post": {
      const post = postText(content);
      return { post, count: countFor(detail.row.platform, post) };
    }
    case "content_upgrade":
      return { downloadCount: detail.row.downloadCount };
    case "email_sequence":
      return { totalEmails: detail.row.totalEmails };
    case "email":
      return { sequenceId: detail.row.sequenceId, emailPosition: detail.row.position };
  }
}
