import type { Id } from "../../../db/ids";
import type { Context } from "../../kernel/context";
import { postText } from "../content";
import { type PieceContent } from "../fields";
import { mergeText } from "../pure/merge";
import { emailsOf, getPiece, type Piece } from "../queries";
import { documentPage } from "./page";
import { escapeHtml, renderHtml } from "../rich-text";

/** The piece as a page of its own that runs nothing and reaches nowhere. */
export async function previewPiece(ctx: Context, id: Id<"piece">): Promise<Response> {
  const piece = await getPiece(ctx, id);
  const body = await previewBody(ctx, piece);
  return page(documentPage(piece.title, body));
}

export function page(html: string | ReadableStream<Uint8Array>, more: Record<string, string> = {}): Response {
  return new Response(html, {
    headers: {
      "content-type": "text/html; charset=utf-8",
      // A page that somebody else's words made belongs to no origin: no script, no form, no frame within.
      "content-security-policy":
        "sandbox; default-src 'none'; img-src https: data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
      "x-content-type-options": "nosniff",
      ...more,
    },
  });
}

async function previewBody(ctx: Context, piece: Piece): Promise<string> {
  if (piece.kind !== "email_sequence") return wordsAsHtml(piece.content);
  const emails = await emailsOf(ctx, piece.id);
  const items = emails
    .filter(({ archivedAt }) => archivedAt === null)
    .map(({ subjectLine, title }) => `<li>${escapeHtml(subjectLine || title)}</li>`)
    .join("");
  return `${wordsAsHtml(piece.content)}<ol>${items}</ol>`;
}

/** The words as HTML that holds nothing but what the list of nodes names. */
export function wordsAsHtml(content: PieceContent): string {
  switch (content.kind) {
    case "social_post":
      return `<p class="post">${escapeHtml(postText(content)).replaceAll("\n", "<br>")}</p>`;
    case "email_sequence":
      return `<p>${escapeHtml(content.description)}</p>`;
    case "content_upgrade":
      return `<p class="lead">${escapeHtml(content.description)}</p>${renderHtml(content.body)}`;
    case "email": {
      const { subjectLine, preheader, body } = content;
      const subject = escapeHtml(mergeText(subjectLine, {}));
      return `<p class="lead"><strong>${subject}</strong> ${escapeHtml(mergeText(preheader, {}))}</p>${renderHtml(body, { values: {} })}`;
    }
    case "blog_post":
      return renderHtml(content.body);
  }
}
