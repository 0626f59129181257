import type { AnalysisFact } from "../../analyses";
import type { Business } from "../../businesses";
import { DomainError } from "../../kernel/errors";
import { contentShapeOf, type PieceAnswer } from "./answer";
import type { PieceContent } from "../fields";
import { hostOf, safeLink } from "../pure/links";
import { slugOf } from "../pure/slug";
import { fitPost, plainTag } from "../pure/social";
import type { Piece } from "../queries";
import { richTextFromMarkdown } from "../rich-text";

/** An answer as the piece's own words: typed blocks, exact lengths, and no address that nobody gave (AI-02). */
export function contentFromAnswer(
  piece: Piece,
  answer: PieceAnswer,
  business: Business,
  facts: readonly AnalysisFact[],
): PieceContent {
  const { content } = piece;
  const parsed = contentShapeOf(
    piece.kind,
    content.kind === "social_post" ? content.platform : undefined,
  ).safeParse(answer);
  if (!parsed.success) throw new DomainError("invalid", "This answer is of another kind than the piece.");
  const hosts = knownHosts(content, business, facts);
  const allowLink = (href: string) => /^(mailto|tel):/.test(href) || hosts.has(hostOf(href));
  return {
    ...content,
    ...wordsOf(piece, parsed.data, allowLink),
    ...ctaOf(content, parsed.data, business),
  } as PieceContent; // safe: the answer was parsed by the shape of this very kind
}

type Allow = (href: string) => boolean;

function wordsOf(piece: Piece, answer: PieceAnswer, allowLink: Allow): Partial<PieceContent> {
  const { content } = piece;
  if (content.kind === "social_post" && "content" in answer) return postFrom(content, answer, allowLink);
  if (content.kind === "email" && "subjectLine" in answer) {
    const { subjectLine, preheader } = answer;
    const body = richTextFromMarkdown(answer.body, { mergeTags: true, allowLink });
    return {
      title: oneLine(subjectLine),
      subjectLine: oneLine(subjectLine),
      preheader: oneLine(preheader),
      body,
    };
  }
  if (content.kind === "email_sequence" && "description" in answer)
    return { title: oneLine(answer.title), description: answer.description };
  if (content.kind === "content_upgrade" && "description" in answer && "body" in answer) {
    const title = oneLine(answer.title);
    const slug = slugFor(piece, title);
    return {
      title,
      slug,
      description: answer.description,
      body: richTextFromMarkdown(answer.body, { allowLink }),
    };
  }
  if (content.kind === "blog_post" && "metaTitle" in answer) {
    const { metaTitle, metaDescription, keywords, imageAlt } = answer;
    const title = oneLine(answer.title);
    return {
      title,
      slug: slugFor(piece, title),
      body: richTextFromMarkdown(answer.body, { allowLink }),
      metaTitle: oneLine(metaTitle),
      metaDescription: oneLine(metaDescription),
      keywords: keywords.map(oneLine),
      imageAlt: oneLine(imageAlt),
    };
  }
  return {};
}

/** An address that nobody gave is taken out of a post; its words stay. */
function postFrom(
  content: Extract<PieceContent, { kind: "social_post" }>,
  answer: Extract<PieceAnswer, { content: string }>,
  allowLink: Allow,
): Partial<PieceContent> {
  const text = answer.content
    .replace(/https?:\/\/[^\s<>"]+/gi, (href) => (allowLink(href) ? href : ""))
    .replace(/[ \t]{2,}/g, " ")
    .trim();
  const tags = answer.hashtags.map(plainTag).filter((tag) => tag !== "");
  return { ...fitPost(content.platform, text, tags), mediaPrompts: answer.mediaPrompts };
}

/** Where a call to action leads is said by the business, never by a model. */
function ctaOf(content: PieceContent, answer: PieceAnswer, business: Business) {
  const ctaUrl = content.ctaUrl || safeLink(business.primaryCtaUrl) || safeLink(business.website) || "";
  return { ctaText: content.ctaText || oneLine(answer.ctaText).slice(0, 200), ctaUrl };
}

function knownHosts(content: PieceContent, business: Business, facts: readonly AnalysisFact[]): Set<string> {
  const given = [
    business.website ?? "",
    business.primaryCtaUrl,
    content.ctaUrl,
    ...facts.map(({ url }) => url),
  ];
  return new Set(given.map(hostOf).filter((host) => host !== ""));
}

/** A page that stands somewhere keeps its address. */
function slugFor({ content, publishedAt }: Piece, title: string): string {
  const slug = "slug" in content ? content.slug : "";
  return publishedAt === null ? slugOf(title) || slug : slug;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
