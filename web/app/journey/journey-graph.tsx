import "@xyflow/react/dist/style.css";
import {
  Background,
  type Connection,
  Controls,
  type FinalConnectionState,
  MarkerType,
  MiniMap,
  ReactFlow,
  useNodesState,
} from "@xyflow/react";
import { useEffect, useMemo } from "react";
import { notify } from "~/toasts/notify";
import { findingsOf, type Journey, type JourneyEdge, whyNot } from "./journey";
import { nodeSize, placesOf } from "./layout";
import { PieceNode, type PieceNodeType } from "./piece-node";
import { isUnderway, type JourneyActs } from "./use-journey";

type Props = {
  journey: Journey;
  edges: JourneyEdge[];
  acts: JourneyActs;
  mayWrite: boolean;
  openEdge: (edge: JourneyEdge) => void;
};

const nodeTypes = { piece: PieceNode };
const deleteKeys = ["Backspace", "Delete"];

/** The picture: pieces are dragged, and linked from the right edge of one to the left edge of another. */
export default function JourneyGraph({ journey, edges, acts, mayWrite, openEdge }: Props) {
  const [nodes, setNodes, onNodesChange] = useNodesState<PieceNodeType>([]);
  useEffect(() => setNodes(nodesOf(journey)), [journey, setNodes]);
  const pieces = useMemo(() => new Map(journey.nodes.map((node) => [node.id, node])), [journey]);
  const reasonOf = ({ source, target }: Pick<Connection, "source" | "target">): string | null => {
    const [from, to] = [pieces.get(source), pieces.get(target)];
    return from && to ? whyNot(journey.mayLeadTo, from, to) : null;
  };
  function connect({ source, target }: Connection): void {
    const [from, to] = [pieces.get(source), pieces.get(target)];
    if (from && to) acts.link(from, to, "");
  }
  function sayWhyNot(_: unknown, { isValid, fromNode, toNode }: FinalConnectionState): void {
    const reason = fromNode && toNode && !isValid && reasonOf({ source: fromNode.id, target: toNode.id });
    if (reason) notify({ id: `why-not:${reason}`, message: reason, tone: "failed" });
  }
  const byId = (id: string) => edges.find((edge) => edge.id === id);
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges.map(toFlowEdge)}
      nodeTypes={nodeTypes}
      onNodesChange={onNodesChange}
      onNodeDragStop={(_, __, dragged) =>
        acts.arrange(dragged.map(({ id, position }) => ({ id, ...position })))
      }
      onConnect={connect}
      onConnectEnd={sayWhyNot}
      isValidConnection={({ source, target }) => reasonOf({ source, target }) === null}
      onEdgeClick={(_, { id }) => withEdge(byId(id), mayWrite ? openEdge : undefined)}
      onEdgesDelete={(gone) => gone.forEach(({ id }) => withEdge(byId(id), acts.unlink))}
      deleteKeyCode={mayWrite ? deleteKeys : null}
      nodesDraggable={mayWrite}
      nodesConnectable={mayWrite}
      onBeforeDelete={({ nodes: wished, edges: links }) =>
        Promise.resolve(wished.length === 0 && { nodes: [], edges: links })
      }
      fitView
      minZoom={0.05}
      onlyRenderVisibleElements
      proOptions={{ hideAttribution: true }}
    >
      <Background gap={24} color="var(--line)" />
      <Controls showInteractive={false} />
      {journey.nodes.length > 20 && (
        <MiniMap pannable zoomable nodeColor="var(--edge)" bgColor="var(--raised)" />
      )}
    </ReactFlow>
  );
}

function nodesOf(journey: Journey): PieceNodeType[] {
  const places = placesOf(journey.nodes, journey.edges);
  const findings = findingsOf(journey);
  return journey.nodes.map((node) => ({
    id: node.id,
    type: "piece",
    position: places.get(node.id) ?? { x: 0, y: 0 },
    data: { node, findings: findings(node.id) },
    ...nodeSize,
  }));
}

function toFlowEdge({ id, fromPieceId, toPieceId, ctaText }: JourneyEdge) {
  const markerEnd = { type: MarkerType.ArrowClosed, color: "var(--edge)" };
  const style = { stroke: "var(--edge)" };
  const words = {
    label: shortened(ctaText) || undefined,
    labelBgStyle: { fill: "var(--paper)" },
    labelStyle: { fill: "var(--muted)" },
  };
  return { id, source: fromPieceId, target: toPieceId, ...words, markerEnd, style, interactionWidth: 24 };
}

/** The picture has room for a few words; the table and the edge's own panel have them all. */
function shortened(words: string): string {
  return words.length > longestLabel ? `${words.slice(0, longestLabel - 1).trimEnd()}…` : words;
}

const longestLabel = 28;

function withEdge(edge: JourneyEdge | undefined, act: ((edge: JourneyEdge) => void) | undefined): void {
  if (edge && !isUnderway(edge)) act?.(edge);
}
