import {
  blogPosts,
  contentUpgrades,
  emails,
  emailSequences,
  socialPosts,
} from "../../db/schema/cell/content";
import { readingMinutesOf } from "./content";
import type { PieceContent, PieceKind } from "./fields";

/** The table that holds the rest of a kind, under the piece's own id. */
export const detailTables = {
  blog_post: blogPosts,
  social_post: socialPosts,
  content_upgrade: contentUpgrades,
  email_sequence: emailSequences,
  email: emails,
} as const satisfies Record<PieceKind, unknown>;

export type DetailRow = {
  [K in PieceKind]: { kind: K; row: (typeof detailTables)[K]["$inferSelect"] };
}[PieceKind];

type Shared = { title: string; conversionGoal: string; ctaText: string; ctaUrl: string };

export function contentFromRows(
  { title, conversionGoal, ctaText, ctaUrl }: Shared,
  detail: DetailRow,
): PieceContent {
  const content = { kind: detail.kind, title, conversionGoal, ctaText, ctaUrl, ...wordsFrom(detail) };
  return content as PieceContent; // safe: only contentFields writes these columns, kind by kind
}

function wordsFrom(detail: DetailRow): object {
  switch (detail.kind) {
    case "blog_post": {
      const { slug, content: body, metaTitle, metaDescription, keywords, imageUrl, imageAlt } = detail.row;
      return { slug, body, metaTitle, metaDescription, keywords, imageUrl, imageAlt };
    }
    case "social_post": {
      const { platform, postType, content: text, hashtags, mediaPrompts } = detail.row;
      return { platform, postType, text, hashtags, mediaPrompts };
    }
    case "content_upgrade": {
      const { slug, upgradeType, description, content: body } = detail.row;
      return { slug, upgradeType, description, body };
    }
    case "email_sequence": {
      const { sequenceType, sequenceGoal, description } = detail.row;
      return { sequenceType, sequenceGoal, description };
    }
    case "email": {
      const { subjectLine, preheader, content: body, delayMinutes } = detail.row;
      return { subjectLine, preheader, body, delayMinutes };
    }
  }
}

/** The columns of its own table that a piece's words stand in; a slug has rules of its own. */
export function detailColumns(content: PieceContent): Record<string, unknown> {
  const { kind: _, title: _title, conversionGoal: _goal, ctaText: _text, ctaUrl: _url, ...own } = content;
  switch (content.kind) {
    case "blog_post":
      return {
        ...without(own, "body", "slug"),
        content: content.body,
        readingMinutes: readingMinutesOf(content),
      };
    case "content_upgrade":
      return { ...without(own, "body", "slug"), content: content.body };
    case "email":
      return { ...without(own, "body"), content: content.body };
    case "social_post":
      return { ...without(own, "text"), content: content.text };
    case "email_sequence":
      return own;
  }
}

function without(fields: object, ...names: string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
}
