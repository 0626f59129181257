import { Handle, type Node, type NodeProps, Position } from "@xyflow/react";
import { clsx } from "clsx";
import { type Findings, type JourneyNode, kindNames, sayFindings } from "./journey";

export type PieceNodeType = Node<{ node: JourneyNode; findings: Findings }, "piece">;

export function PieceNode({ data: { node, findings }, selected }: NodeProps<PieceNodeType>) {
  const remarks = sayFindings(findings);
  return (
    <div
      data-ground
      className={clsx(
        "flex h-full w-full flex-col justify-center rounded-8 border bg-raised px-3 text-left",
        selected ? "border-stream" : remarks.length > 0 ? "border-attention-mark" : "border-line",
      )}
    >
      <Handle type="target" position={Position.Left} className={handleLook} />
      <span className="truncate text-13 font-medium text-ink">{node.title}</span>
      <span className="truncate text-12 text-muted">
        {kindNames[node.kind]}
        {remarks.length > 0 && <span className="text-attention"> · {remarks.join(", ").toLowerCase()}</span>}
      </span>
      <Handle type="source" position={Position.Right} className={handleLook} />
    </div>
  );
}

const handleLook = "!size-3 !border-2 !border-raised !bg-stream";
