import type { Piece, PieceContent } from "../pieces";
import { Conflict } from "../kernel/errors";

/** What has a page on the built-in site. */
export type SiteContent = Extract<PieceContent, { kind: "blog_post" | "content_upgrade" }>;

/** What readers see is what was approved when it was published; later edits wait for the next time. */
export type Snapshot = {
  content: PieceContent;
  excerpt: string;
  readingMinutes: number;
  at: number;
};

export function snapshotOf(piece: Piece, now: number): Snapshot {
  return {
    content: piece.content,
    excerpt: piece.excerpt,
    readingMinutes: "readingMinutes" in piece.detail.row ? piece.detail.row.readingMinutes : 1,
    at: now,
  };
}

export function isSiteContent(content: PieceContent): content is SiteContent {
  return content.kind === "blog_post" || content.kind === "content_upgrade";
}

/** Its place on the site of its business; also what it is found by there. */
export function sitePath(content: SiteContent): string {
  return content.kind === "content_upgrade" ? `downloads/${content.slug}` : content.slug;
}

export function assertHasPage(content: PieceContent): asserts content is SiteContent {
  if (isSiteContent(content)) return;
  throw new Conflict("no_page", "Only articles and downloads have a page on the built-in site.");
}
