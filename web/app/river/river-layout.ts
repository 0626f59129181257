import { sankey, sankeyLinkHorizontal, type SankeyLink, type SankeyNode } from "d3-sankey";

export type RiverNode = {
  id: string;
  name: string;
  /** The column: 0 is where the water comes from. */
  stage: number;
  /** How many come through here; what does not flow on is drawn as leaving. */
  value: number;
  /** Such as what the customers paid. */
  note?: string;
  href?: string;
};

export type RiverStream = { source: string; target: string; value: number; href?: string };

export type River = {
  /** What each column counts: “clicks”, “leads”. */
  stages: string[];
  nodes: RiverNode[];
  streams: RiverStream[];
  /** The node that loses most of what it could keep. */
  weakest?: { node: string; words: string };
};

export type PlacedNode = RiverNode & { x0: number; x1: number; y0: number; y1: number };
export type PlacedStream = RiverStream & {
  key: string;
  path: string;
  width: number;
  from: RiverNode;
  to: RiverNode;
};
export type Leaving = { key: string; path: string; width: number; value: number; node: PlacedNode };
export type RiverLayout = { nodes: PlacedNode[]; streams: PlacedStream[]; leaving: Leaving[] };

type Box = {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  gap: number;
};
type Node = SankeyNode<RiverNode & { fixedValue: number }, RiverStream>;
type Link = SankeyLink<RiverNode & { fixedValue: number }, RiverStream>;

/** Where everything lies. The same on the server and in the browser: no randomness, whole tenths of a pixel. */
export function layOutRiver(river: River, box: Box): RiverLayout {
  const place = sankey<RiverNode & { fixedValue: number }, RiverStream>()
    .nodeId((node) => node.id)
    .nodeAlign((node) => node.stage)
    .nodeSort(null)
    .nodeWidth(5)
    .nodePadding(box.gap)
    .extent([
      [box.left, box.top],
      [box.width - box.right, box.height - box.bottom],
    ]);
  const graph = place({
    nodes: river.nodes.map((node) => ({ ...node, fixedValue: node.value })),
    links: river.streams.map((stream) => ({ ...stream })),
  });
  untangle(graph.nodes);
  const { nodes, links } = place.update(graph);
  const placed = new Map(nodes.map((node) => [node.id, placedNode(node)]));
  return {
    nodes: [...placed.values()],
    streams: links.map((link) => placedStream(link)),
    leaving: nodes.flatMap((node) => leavingOf(node, placed)),
  };
}

/** Streams leave and arrive in the order of where they go and come from, so that few cross. */
function untangle(nodes: Node[]): void {
  for (const node of nodes) {
    node.sourceLinks?.sort((a, b) => topOf(a.target) - topOf(b.target));
    node.targetLinks?.sort((a, b) => topOf(a.source) - topOf(b.source));
  }
}

function topOf(end: Link["source"]): number {
  // safe: after layout, both ends of a link are nodes
  return (end as Node).y0 ?? 0;
}

function placedNode(node: Node): PlacedNode {
  const { id, name, stage, value, note, href } = node;
  return {
    id,
    name,
    stage,
    value,
    note,
    href,
    x0: tenth(node.x0),
    x1: tenth(node.x1),
    y0: tenth(node.y0),
    y1: tenth(node.y1),
  };
}

const horizontal = sankeyLinkHorizontal<RiverNode & { fixedValue: number }, RiverStream>();

function placedStream(link: Link): PlacedStream {
  // safe: after layout, source and target are the nodes themselves
  const [from, to] = [link.source as Node, link.target as Node];
  return {
    key: `${from.id}-${to.id}`,
    source: from.id,
    target: to.id,
    value: link.value,
    href: link.href,
    path: roundedPath(horizontal(link) ?? ""),
    width: Math.max(1, tenth(link.width)),
    from,
    to,
  };
}

/** What does not flow on turns down and fades out. */
function leavingOf(node: Node, placed: Map<string, PlacedNode>): Leaving[] {
  const place = placed.get(node.id);
  const outgoing = node.sourceLinks ?? [];
  const lost = (node.value ?? 0) - outgoing.reduce((sum, link) => sum + link.value, 0);
  if (!place || outgoing.length === 0 || lost <= 0) return [];
  const width = (lost / (node.value ?? 1)) * (place.y1 - place.y0);
  const y = place.y1 - width / 2;
  const path = `M${place.x1},${tenth(y)}c34,0 52,${tenth(width * 0.12 + 6)} 92,${tenth(width * 0.25 + 22)}`;
  return [{ key: `${node.id}-leaving`, path, width: Math.max(1, tenth(width)), value: lost, node: place }];
}

function tenth(value = 0): number {
  return Math.round(value * 10) / 10;
}

function roundedPath(path: string): string {
  return path.replace(/\d+\.\d+/g, (number) => String(tenth(Number(number))));
}
