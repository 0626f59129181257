import type { Id } from "../../../db/ids";
import { getBusiness } from "../../businesses";
import type { Context } from "../../kernel/context";
import { renderDocx } from "./docx";
import type { ContentOf } from "../fields";
import { documentPage } from "./page";
import { page } from "./preview";
import { getPieceOf } from "../queries";
import { escapeHtml, renderHtml } from "../rich-text";

export const documentFormats = ["docx", "html"] as const;
export type DocumentFormat = (typeof documentFormats)[number];
export const docxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** A content upgrade as the file that a reader takes home. */
export async function upgradeDocument(
  ctx: Context,
  id: Id<"piece">,
  format: DocumentFormat,
): Promise<Response> {
  const piece = await getPieceOf(ctx, id, "content_upgrade");
  const content = piece.content as ContentOf<"content_upgrade">; // safe: asked for by this kind
  const business = await getBusiness(ctx, piece.businessId);
  const disposition = `attachment; filename="${content.slug.replace(/[^a-z0-9-]/g, "") || "document"}.${format}"`;
  if (format === "html") {
    const lead = content.description === "" ? "" : `<p class="lead">${escapeHtml(content.description)}</p>\n`;
    const { language, name } = business;
    const html = documentPage(content.title, lead + renderHtml(content.body), { language, footer: name });
    return page(html, { "content-disposition": disposition });
  }
  const lead = { type: "paragraph", content: [{ type: "text", text: content.description }] };
  const blocks = [...(content.description === "" ? [] : [lead]), ...(content.body.content ?? [])];
  const bytes = renderDocx(content.title, { type: "doc", content: blocks }, piece.updatedAt);
  return new Response(bytes, { headers: { "content-type": docxType, "content-disposition": disposition } });
}
