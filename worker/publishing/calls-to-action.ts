import type { Business } from "../businesses";
import type { Context } from "../kernel/context";
import { type LinkWish, type LinkWork, linkSteps } from "../links";
import { type Piece, type PieceKind, slugOf } from "../pieces";

/** How a reader's way is called in the numbers of the site where they arrive. */
const mediumOf: Record<PieceKind, string> = {
  blog_post: "blog",
  social_post: "social",
  content_upgrade: "download",
  email_sequence: "email",
  email: "email",
};

export type Linked = Pick<LinkWork, "steps" | "facts" | "audit"> & { piece: Piece };

/** The piece as it goes out: its call to action leads by way of a short link of ours, so that what it brings is seen. */
export async function withShortLinks(ctx: Context, piece: Piece, business: Business): Promise<Linked> {
  const { content } = piece;
  if (content.ctaUrl === "") return { piece, steps: [], facts: [], audit: [] };
  const wish: LinkWish = {
    pieceId: piece.id,
    businessId: business.id,
    kind: content.kind,
    name: content.title || content.ctaText || business.name,
    target: content.ctaUrl,
    purpose: "cta",
    utm: {
      source: content.kind === "social_post" ? content.platform : business.slug,
      medium: mediumOf[content.kind],
      campaign: slugOf(content.title),
    },
  };
  const { steps, facts, audit, urlFor } = await linkSteps(ctx, [wish]);
  return { piece: { ...piece, content: { ...content, ctaUrl: urlFor(wish) } }, steps, facts, audit };
}
