import { postText, type PieceContent, renderHtml, renderMarkdown } from "../../pieces";
import type { Publication } from "../queries";
import { settingsOf } from "../settings";

/** As Standard Webhooks advises; what is longer is fetched from the API. */
const mostBytes = 20_000;

export type WebhookType = "piece.published" | "piece.withdrawn" | "integration.test";

export function payloadOf(type: WebhookType, at: number, data: Record<string, unknown>): string {
  return JSON.stringify({ type, timestamp: new Date(at).toISOString(), data });
}

/** The words go along where they are short enough; else the receiver asks the API for them. */
export function publicationPayload(row: Publication, appUrl: string): string {
  const { mode, snapshot, intent } = settingsOf(row);
  const type = intent === "withdraw" ? "piece.withdrawn" : "piece.published";
  const { content, excerpt } = snapshot;
  const { id, pieceId, businessId, publishedVersion } = row;
  const { kind, title, ctaText, ctaUrl } = content;
  const about = {
    publicationId: id,
    pieceId,
    businessId,
    version: publishedVersion,
    mode,
    kind,
    title,
    excerpt,
    ctaText,
    ctaUrl,
  };
  if (type === "piece.withdrawn") return payloadOf(type, row.runAt, about);
  const whole = payloadOf(type, row.runAt, { ...about, ...wordsOf(content), contentUrl: null });
  if (new TextEncoder().encode(whole).length <= mostBytes) return whole;
  return payloadOf(type, row.runAt, {
    ...about,
    contentUrl: `${appUrl.replace(/\/$/, "")}/v1/pieces/${pieceId}`,
  });
}

function wordsOf(content: PieceContent): Record<string, unknown> {
  const text = postText(content);
  if (!("body" in content)) {
    const { platform, hashtags } =
      content.kind === "social_post" ? content : { platform: null, hashtags: [] };
    return { text, platform, hashtags };
  }
  const slug = "slug" in content ? content.slug : null;
  return { text, slug, html: renderHtml(content.body), markdown: renderMarkdown(content.body) };
}
