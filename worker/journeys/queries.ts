import { and, asc, desc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { businesses } from "../../db/schema/cell/business";
import { contentBundles } from "../../db/schema/cell/bundles";
import { contentPieces, journeyEdges } from "../../db/schema/cell/content";
import type { Context } from "../kernel/context";
import { NotFound } from "../kernel/errors";
import { idsIn } from "../kernel/id-list";
import { journeyKinds } from "./legal";

export type Edge = typeof journeyEdges.$inferSelect;
export type JourneyNode = Awaited<ReturnType<typeof nodesByIds>>[number];
export type Graph = { nodes: JourneyNode[]; edges: Edge[]; isCut: boolean };

/** More than a bundle can order (365 + 52 and what they lead to). */
const mostOfBundle = 800;
const mostOfKind = 300;
const mostEdges = 2500;

const nodeColumns = {
  id: contentPieces.id,
  businessId: contentPieces.businessId,
  bundleId: contentPieces.bundleId,
  kind: contentPieces.kind,
  title: contentPieces.title,
  status: contentPieces.status,
  channel: contentPieces.channel,
  ctaText: contentPieces.ctaText,
  journeyX: contentPieces.journeyX,
  journeyY: contentPieces.journeyY,
};

/** The pieces of a bundle, and those of other bundles that they are linked with. */
export async function graphOfBundle(ctx: Context, bundleId: Id<"bundle">): Promise<Graph> {
  await assertBundle(ctx, bundleId);
  const { position, id, kind } = contentPieces;
  const own = await ctx.db
    .select(nodeColumns)
    .from(contentPieces)
    .where(and(inUse(ctx), eq(contentPieces.bundleId, bundleId), inArray(kind, [...journeyKinds])))
    .orderBy(asc(position), asc(id))
    .limit(mostOfBundle + 1);
  const nodes = own.slice(0, mostOfBundle);
  const ids = idsIn(nodes.map((node) => node.id));
  const edges = await ctx.db
    .select()
    .from(journeyEdges)
    .where(and(here(ctx), or(inArray(journeyEdges.fromPieceId, ids), inArray(journeyEdges.toPieceId, ids))))
    .orderBy(asc(journeyEdges.id))
    .limit(mostEdges);
  const known = new Set(nodes.map((node) => node.id));
  const others = edges
    .flatMap(({ fromPieceId, toPieceId }) => [fromPieceId, toPieceId])
    .filter((piece) => !known.has(piece));
  const outside = others.length > 0 ? await nodesByIds(ctx, [...new Set(others)]) : [];
  return graphOf([...nodes, ...outside], edges, own.length > mostOfBundle || edges.length === mostEdges);
}

/** The newest of each kind; a business may have more than anybody can look at. */
export async function graphOfBusiness(ctx: Context, businessId: Id<"business">): Promise<Graph> {
  await assertBusiness(ctx, businessId);
  const ofKind = (kind: (typeof journeyKinds)[number]) =>
    ctx.db
      .select(nodeColumns)
      .from(contentPieces)
      .where(and(inUse(ctx), eq(contentPieces.businessId, businessId), eq(contentPieces.kind, kind)))
      .orderBy(desc(contentPieces.id))
      .limit(mostOfKind + 1);
  const [social, blogs, upgrades, sequences, edges] = await ctx.db.batch([
    ofKind("social_post"),
    ofKind("blog_post"),
    ofKind("content_upgrade"),
    ofKind("email_sequence"),
    ctx.db
      .select()
      .from(journeyEdges)
      .where(and(here(ctx), eq(journeyEdges.businessId, businessId)))
      .orderBy(desc(journeyEdges.id))
      .limit(mostEdges),
  ]);
  const kinds = [social, blogs, upgrades, sequences];
  const isCut = kinds.some((rows) => rows.length > mostOfKind) || edges.length === mostEdges;
  return graphOf(
    kinds.flatMap((rows) => rows.slice(0, mostOfKind)),
    edges,
    isCut,
  );
}

/** Edges of archived pieces are kept, so that they are back with their piece. */
function graphOf(nodes: JourneyNode[], edges: Edge[], isCut: boolean): Graph {
  const shown = new Set(nodes.map(({ id }) => id));
  return {
    nodes,
    edges: edges.filter(({ fromPieceId, toPieceId }) => shown.has(fromPieceId) && shown.has(toPieceId)),
    isCut,
  };
}

export async function nodesByIds(ctx: Context, ids: readonly Id<"piece">[]) {
  return await ctx.db
    .select(nodeColumns)
    .from(contentPieces)
    .where(and(isOneOf(ctx, ids), isNull(contentPieces.archivedAt)));
}

/** The plus keeps SQLite from reading all pieces of the organization to find a few by id. */
export function isOneOf(ctx: Context, ids: readonly Id<"piece">[]) {
  const { id, organizationId } = contentPieces;
  return and(inArray(id, idsIn(ids)), sql`+${organizationId} = ${ctx.organization.id}`);
}

export async function getEdge(ctx: Context, id: Id<"edge">): Promise<Edge> {
  const [edge] = await ctx.db.select().from(journeyEdges).where(isEdge(ctx, id));
  if (!edge) throw new NotFound();
  return edge;
}

export function isEdge(ctx: Context, id: Id<"edge">) {
  return and(eq(journeyEdges.id, id), here(ctx));
}

function inUse(ctx: Context) {
  return and(eq(contentPieces.organizationId, ctx.organization.id), isNull(contentPieces.archivedAt));
}

function here(ctx: Context) {
  return eq(journeyEdges.organizationId, ctx.organization.id);
}

async function assertBundle(ctx: Context, id: Id<"bundle">): Promise<void> {
  const [row] = await ctx.db
    .select({ id: contentBundles.id })
    .from(contentBundles)
    .where(and(eq(contentBundles.id, id), eq(contentBundles.organizationId, ctx.organization.id)));
  if (!row) throw new NotFound();
}

async function assertBusiness(ctx: Context, id: Id<"business">): Promise<void> {
  const [row] = await ctx.db
    .select({ id: businesses.id })
    .from(businesses)
    .where(and(eq(businesses.id, id), eq(businesses.organizationId, ctx.organization.id)));
  if (!row) throw new NotFound();
}
