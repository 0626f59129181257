import { Graph, layout } from "@dagrejs/dagre";
import type { JourneyEdge, JourneyNode } from "./journey";

export const nodeSize = { width: 208, height: 56 };
/** Room for the call to action that stands on an edge. */
const wordsBetween = 184;
type Place = { x: number; y: number };

/** From left to right as a reader goes; what a person has placed stays there. */
export function placesOf(nodes: readonly JourneyNode[], edges: readonly JourneyEdge[]): Map<string, Place> {
  const graph = new Graph();
  graph.setGraph({ rankdir: "LR", nodesep: 16, ranksep: wordsBetween });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id } of nodes) graph.setNode(id, { ...nodeSize });
  for (const { fromPieceId, toPieceId } of edges) graph.setEdge(fromPieceId, toPieceId);
  layout(graph);
  return new Map(
    nodes.map(({ id, position }) => {
      const { x = 0, y = 0 } = graph.node(id);
      return [
        id,
        position ?? { x: Math.round(x - nodeSize.width / 2), y: Math.round(y - nodeSize.height / 2) },
      ];
    }),
  );
}
