import { sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { journeyEdges } from "../../db/schema/cell/content";
import { authorize, type Context } from "../kernel/context";
import { Conflict, Invalid, NotFound } from "../kernel/errors";
import { orElse, refuseWhen, write } from "../kernel/write";
import { whyNot } from "./legal";
import { linkSteps } from "./link";
import { type Edge, getEdge, isEdge, type JourneyNode, nodesByIds } from "./queries";

export type EdgeOrder = { fromPieceId: Id<"piece">; toPieceId: Id<"piece">; ctaText: string };

export async function createEdge(ctx: Context, order: EdgeOrder): Promise<Edge> {
  authorize(ctx, "content:write");
  const { fromPieceId, toPieceId } = order;
  const pieces = await nodesByIds(ctx, [fromPieceId, toPieceId]);
  const from = pieceAt(pieces, fromPieceId, "/fromPieceId");
  const to = pieceAt(pieces, toPieceId, "/toPieceId");
  const refusal = whyNot(from, to);
  if (refusal) throw new Invalid([refusal]);
  const draft = { ...order, businessId: from.businessId, bundleId: from.bundleId };
  const pair = sql`organization_id = ${ctx.organization.id} and from_piece_id = ${fromPieceId}
    and to_piece_id = ${toPieceId}`;
  const isLinked = sql`exists (select 1 from ${journeyEdges} where ${pair})`;
  await write(ctx, [refuseWhen(isLinked, linkedAlready), ...linkSteps(ctx, [draft])], {
    facts: [{ type: "journey_edge.created", subjectId: fromPieceId, data: placeOf(draft) }],
    audit: [
      {
        action: "journey_edge.created",
        resourceType: "piece",
        resourceId: fromPieceId,
        changes: { after: order },
      },
    ],
  });
  const [edge] = await ctx.db.select().from(journeyEdges).where(pair);
  if (!edge) throw new NotFound();
  return edge;
}

export async function updateEdge(ctx: Context, id: Id<"edge">, ctaText: string | undefined): Promise<Edge> {
  authorize(ctx, "content:write");
  const before = await getEdge(ctx, id);
  if (ctaText === undefined || ctaText === before.ctaText) return before;
  const change = ctx.db.update(journeyEdges).set({ ctaText, updatedAt: ctx.now() }).where(isEdge(ctx, id));
  const changes = { before: { ctaText: before.ctaText }, after: { ctaText } };
  await write(ctx, [change, orElse(new NotFound())], {
    facts: [{ type: "journey_edge.updated", subjectId: id, data: placeOf(before) }],
    audit: [{ action: "journey_edge.updated", resourceType: "journey_edge", resourceId: id, changes }],
  });
  return await getEdge(ctx, id);
}

export async function deleteEdge(ctx: Context, id: Id<"edge">): Promise<void> {
  authorize(ctx, "content:write");
  const { fromPieceId, toPieceId, ctaText, ...before } = await getEdge(ctx, id);
  const changes = { before: { fromPieceId, toPieceId, ctaText } };
  await write(ctx, [ctx.db.delete(journeyEdges).where(isEdge(ctx, id)), orElse(new NotFound())], {
    facts: [{ type: "journey_edge.deleted", subjectId: id, data: placeOf(before) }],
    audit: [{ action: "journey_edge.deleted", resourceType: "journey_edge", resourceId: id, changes }],
  });
}

const linkedAlready = new Conflict("edge_exists", "These two are linked already.");

function pieceAt(pieces: JourneyNode[], id: Id<"piece">, pointer: string): JourneyNode {
  const piece = pieces.find((each) => each.id === id);
  if (!piece) throw Invalid.field(pointer, "unknown_piece", "There is no such piece, or it is archived.");
  return piece;
}

function placeOf({ businessId, bundleId }: Pick<Edge, "businessId" | "bundleId">) {
  return { businessId, bundleId };
}
