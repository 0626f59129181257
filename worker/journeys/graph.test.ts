import { describe, expect, it } from "vitest";
import type { PieceKind } from "../pieces";
import { mayLeadTo, whyNot } from "./legal";
import { type PieceToLink, plannedEdges } from "./planned-edges";
import { shapeOf } from "./shape";

const kinds = Object.keys(mayLeadTo) as PieceKind[]; // safe: the keys of a literal record
const legal = new Set([
  "social_post → blog_post",
  "social_post → content_upgrade",
  "blog_post → content_upgrade",
  "blog_post → email_sequence",
  "content_upgrade → email_sequence",
  "email_sequence → blog_post",
  "email_sequence → content_upgrade",
]);

describe("an edge", () => {
  const pairs = kinds.flatMap((from) => kinds.map((to) => [from, to] as const));
  it.each(pairs)("from %s to %s is legal exactly where the product's rules say so", (from, to) => {
    const refusal = whyNot({ id: "a", kind: from, businessId: "b" }, { id: "c", kind: to, businessId: "b" });
    expect(refusal === null).toBe(legal.has(`${from} → ${to}`));
    if (refusal) expect(refusal.detail).toMatch(/^[A-Z].+\.$/);
  });

  it("says in words what may follow", () => {
    const refusal = whyNot(
      { id: "a", kind: "content_upgrade", businessId: "b" },
      { id: "c", kind: "blog_post", businessId: "b" },
    );
    expect(refusal?.detail).toBe("A content upgrade leads to an email sequence, not to a blog post.");
  });
});

function piece(id: string, kind: PieceKind, topic?: string): PieceToLink {
  const draft = { id, kind, businessId: "roastery", topicId: topic ?? null };
  return draft as PieceToLink; // safe: ids are only compared
}

function planned(...pieces: PieceToLink[]): string[] {
  return plannedEdges(pieces).map(({ fromPieceId, toPieceId }) => `${fromPieceId}→${toPieceId}`);
}

describe("the plan of a bundle", () => {
  it("leads social → blog → upgrade → sequence, and finds the post of the same topic first", () => {
    const edges = planned(
      piece("s1", "social_post", "milk"),
      piece("s2", "social_post", "beans"),
      piece("b1", "blog_post", "beans"),
      piece("b2", "blog_post", "milk"),
      piece("u", "content_upgrade"),
      piece("q", "email_sequence"),
      piece("e", "email"),
    );
    expect(edges).toEqual(["s1→b2", "s2→b1", "b1→u", "b2→u", "u→q"]);
  });

  it("passes over a kind that was not ordered where the next one may follow", () => {
    expect(planned(piece("s", "social_post"), piece("u", "content_upgrade"))).toEqual(["s→u"]);
    expect(planned(piece("b", "blog_post"), piece("q", "email_sequence"))).toEqual(["b→q"]);
    expect(planned(piece("s", "social_post"), piece("q", "email_sequence"))).toEqual([]);
  });

  it("of a year leaves no orphan, no dead end, no circle and no illegal edge, and shares evenly", () => {
    const many = (count: number, kind: PieceKind) =>
      Array.from({ length: count }, (_, index) => piece(`${kind}${index}`, kind, `t${index % 60}`));
    const pieces = [
      ...many(365, "social_post"),
      ...many(52, "blog_post"),
      ...many(2, "content_upgrade"),
      ...many(3, "email_sequence"),
    ];
    const edges = plannedEdges(pieces);
    expect(shapeOf(pieces, edges)).toEqual({ orphans: [], deadEnds: [], cycles: [] });
    const kindOf = new Map(pieces.map(({ id, kind }) => [id, kind]));
    const seen = new Set(
      edges.map(({ fromPieceId, toPieceId }) => `${kindOf.get(fromPieceId)} → ${kindOf.get(toPieceId)}`),
    );
    expect([...seen].filter((pair) => !legal.has(pair))).toEqual([]);
    expect(new Set(edges.map(({ fromPieceId, toPieceId }) => `${fromPieceId}${toPieceId}`)).size).toBe(
      edges.length,
    );
    expect(edges.filter(({ toPieceId }) => toPieceId === pieces[365 + 52]?.id)).toHaveLength(26);
  });
});

describe("the shape of a journey", () => {
  const edge = (fromPieceId: string, toPieceId: string) => ({ fromPieceId, toPieceId });

  it("names circles, each once, and nothing that only hangs on them", () => {
    const nodes = ["s", "b", "q", "u", "q2", "end"].map((id) =>
      piece(id, id === "s" ? "social_post" : "blog_post"),
    );
    const edges = [
      edge("s", "b"),
      edge("b", "q"),
      edge("q", "b"),
      edge("q", "end"),
      edge("u", "q2"),
      edge("q2", "u"),
    ];
    const cycles = shapeOf(nodes, edges).cycles.map((cycle) => cycle.toSorted());
    expect(cycles.toSorted()).toEqual([
      ["b", "q"],
      ["q2", "u"],
    ]);
  });

  it("names what nothing leads to and what leads nowhere; posts begin and sequences end", () => {
    const nodes = [
      piece("alone", "social_post"),
      piece("s", "social_post"),
      piece("b", "blog_post"),
      piece("u", "content_upgrade"),
      piece("q", "email_sequence"),
    ];
    expect(shapeOf(nodes, [edge("s", "b"), edge("u", "q")])).toEqual({
      orphans: ["alone", "u"],
      deadEnds: ["alone", "b"],
      cycles: [],
    });
  });

  it("of a chain of ten thousand is found without running out of stack", () => {
    const ids = Array.from({ length: 10_000 }, (_, index) => `n${index}`);
    const edges = ids.map((id, index) => edge(id, ids[(index + 1) % ids.length] ?? ""));
    const { cycles } = shapeOf(
      ids.map((id) => ({ id, kind: "blog_post" })),
      edges,
    );
    expect(cycles.map((cycle) => cycle.length)).toEqual([10_000]);
  });
});
