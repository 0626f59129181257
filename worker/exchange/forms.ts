import { toWireTime } from "../kernel/contract";
import { csvLine } from "../kernel/csv";
import {
  contentToWire,
  documentPage,
  type Piece,
  type PieceContent,
  postText,
  renderMarkdown,
  slugOf,
  wordsAsHtml,
} from "../pieces";

/** Says what the file is about before the words begin, as most tools for Markdown read it; JSON strings are YAML too. */
export function markdownOf({ content }: Piece): string {
  const { kind: _, title, ctaText, ctaUrl } = content;
  const fields = { kind: content.kind, title, ...besides(content), ctaText, ctaUrl };
  const lines = Object.entries(fields)
    .filter(([, value]) => (Array.isArray(value) ? value.length > 0 : value !== "" && value !== null))
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return `---\n${lines.join("\n")}\n---\n\n${wordsAsMarkdown(content)}\n`;
}

export function htmlOf({ content }: Piece): string {
  return documentPage(content.title, wordsAsHtml(content));
}

function wordsAsMarkdown(content: PieceContent): string {
  switch (content.kind) {
    case "social_post":
      return postText(content);
    case "email_sequence":
      return content.description;
    case "content_upgrade":
      return [content.description, renderMarkdown(content.body)].filter((part) => part !== "").join("\n\n");
    default:
      return renderMarkdown(content.body);
  }
}

function besides(content: PieceContent): Record<string, unknown> {
  switch (content.kind) {
    case "blog_post": {
      const { slug, metaTitle, metaDescription, keywords, imageUrl, imageAlt } = content;
      return { slug, metaTitle, metaDescription, keywords, imageUrl, imageAlt };
    }
    case "social_post": {
      const { platform, postType, mediaPrompts } = content;
      return { platform, postType, mediaPrompts };
    }
    case "content_upgrade":
      return { slug: content.slug, upgradeType: content.upgradeType };
    case "email_sequence":
      return { sequenceType: content.sequenceType, sequenceGoal: content.sequenceGoal };
    case "email": {
      const { subjectLine, preheader, delayMinutes } = content;
      return { subjectLine, preheader, delayMinutes };
    }
  }
}

const columns = [
  "id",
  "kind",
  "channel",
  "status",
  "title",
  "slug",
  "subject_line",
  "preheader",
  "meta_title",
  "meta_description",
  "keywords",
  "hashtags",
  "cta_text",
  "cta_url",
  "word_count",
  "scheduled_for",
  "published_at",
  "text",
];

/** The sign before it tells a spreadsheet that what follows is UTF-8. */
export const csvHead = `\ufeff${csvLine(columns)}`;

export function csvRow(piece: Piece): string {
  const { content } = piece;
  const own = new Map<string, unknown>(Object.entries(content));
  const text = (name: string) => {
    const value = own.get(name);
    if (Array.isArray(value)) return value.join(", ");
    return typeof value === "string" ? value : "";
  };
  return csvLine([
    piece.id,
    piece.kind,
    piece.channel,
    piece.status,
    piece.title,
    text("slug"),
    text("subjectLine"),
    text("preheader"),
    text("metaTitle"),
    text("metaDescription"),
    text("keywords"),
    text("hashtags"),
    piece.ctaText,
    piece.ctaUrl,
    piece.wordCount,
    toWireTime(piece.scheduledFor),
    toWireTime(piece.publishedAt),
    content.kind === "social_post" ? content.text : wordsAsMarkdown(content),
  ]);
}

/** As the import reads it. */
export function recordOf({ content }: Piece, ref: string, sequence: string | undefined) {
  return { ref, ...(sequence === undefined ? {} : { sequence }), ...contentToWire(content) };
}

/** A name that no archive can take for a path. */
export function fileName(piece: Pick<Piece, "title" | "kind">, extension: string, place?: number): string {
  const number = place === undefined ? [] : [String(place + 1).padStart(3, "0")];
  const words = [piece.kind.replaceAll("_", "-"), slugOf(piece.title).slice(0, 60)];
  return `${[...number, ...words].filter((part) => part !== "").join("-")}.${extension}`;
}
