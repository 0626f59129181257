import type { RichText } from "../../db/schema/cell/content";
import type { PieceContent } from "./fields";
import { excerptOf, plainText, wordsOf } from "./pure/plain-text";
import { composePost } from "./pure/social";

/** The words of a piece as a reader meets them. */
export function textOf(content: PieceContent): string {
  switch (content.kind) {
    case "social_post":
      return content.text;
    case "email_sequence":
      return content.description;
    case "content_upgrade":
      return [content.description, plainText(content.body)].filter((part) => part !== "").join("\n");
    case "email":
    case "blog_post":
      return plainText(content.body);
  }
}

/** What lists and counters show of it, kept beside it so that a list never reads the words. */
export function summaryOf(content: PieceContent): { excerpt: string; wordCount: number } {
  const text = textOf(content);
  return { excerpt: excerptOf(text), wordCount: wordsOf(text).length };
}

export function hasWords(content: PieceContent): boolean {
  return textOf(content).trim() !== "";
}

export function readingMinutesOf(content: PieceContent): number {
  return Math.max(1, Math.round(summaryOf(content).wordCount / 220));
}

/** The post as its network gets it. */
export function postText(content: PieceContent): string {
  return content.kind === "social_post" ? composePost(content.text, content.hashtags) : textOf(content);
}

export function bodyOf(content: PieceContent): RichText | null {
  return "body" in content ? content.body : null;
}
