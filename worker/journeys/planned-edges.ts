import type { Id } from "../../db/ids";
import type { PieceKind } from "../pieces";

export type PieceToLink = {
  id: Id<"piece">;
  kind: PieceKind;
  businessId: Id<"business">;
  bundleId?: Id<"bundle"> | null;
  topicId?: Id<"topic"> | null;
  ctaText?: string;
};

export type EdgeDraft = {
  businessId: Id<"business">;
  bundleId: Id<"bundle"> | null;
  fromPieceId: Id<"piece">;
  toPieceId: Id<"piece">;
  ctaText: string;
};

/**
 * How a bundle leads its reader: social post → blog post → content upgrade → email sequence, and past a kind that was
 * not ordered where the next one may follow. Pieces of one topic find each other first.
 */
export function plannedEdges(pieces: readonly PieceToLink[]): EdgeDraft[] {
  const of = (kind: PieceKind) => pieces.filter((piece) => piece.kind === kind);
  const [social, blogs, upgrades, sequences] = [
    of("social_post"),
    of("blog_post"),
    of("content_upgrade"),
    of("email_sequence"),
  ];
  return [
    ...join(social, blogs.length > 0 ? blogs : upgrades),
    ...join(blogs, upgrades.length > 0 ? upgrades : sequences),
    ...join(upgrades, sequences),
  ];
}

/** Each leads to the one of its topic that the fewest lead to; then whatever nothing leads to yet gets one too. */
function join(from: readonly PieceToLink[], to: readonly PieceToLink[]): EdgeDraft[] {
  if (from.length === 0 || to.length === 0) return [];
  const leading = new Map(to.map((piece) => [piece.id, 0]));
  const edges = from.map((piece) => {
    const target = leastLed(ofTopic(piece, to), leading);
    leading.set(target.id, (leading.get(target.id) ?? 0) + 1);
    return edgeOf(piece, target);
  });
  const left = to.filter(({ id }) => leading.get(id) === 0);
  return [...edges, ...left.map((piece, index) => edgeOf(startFor(piece, from, index), piece))];
}

function ofTopic({ topicId }: PieceToLink, pieces: readonly PieceToLink[]): readonly PieceToLink[] {
  const same = topicId ? pieces.filter((piece) => piece.topicId === topicId) : [];
  return same.length > 0 ? same : pieces;
}

function leastLed(pieces: readonly PieceToLink[], leading: ReadonlyMap<string, number>): PieceToLink {
  return pieces.reduce((least, piece) =>
    (leading.get(piece.id) ?? 0) < (leading.get(least.id) ?? 0) ? piece : least,
  );
}

function startFor(piece: PieceToLink, from: readonly PieceToLink[], index: number): PieceToLink {
  const near = ofTopic(piece, from);
  return near[index % near.length] ?? piece;
}

function edgeOf(from: PieceToLink, to: PieceToLink): EdgeDraft {
  return {
    businessId: from.businessId,
    bundleId: from.bundleId ?? null,
    fromPieceId: from.id,
    toPieceId: to.id,
    ctaText: from.ctaText ?? "",
  };
}
