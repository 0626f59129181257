import { useState } from "react";
import { Badge } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { Cell, LeadCell, Row, Table } from "~/components/ui/table";
import { countOf } from "~/words/format";
import { LinkDialog } from "./edge-dialogs";
import {
  findingsOf,
  type Journey,
  type JourneyEdge,
  type JourneyNode,
  kindNames,
  sayFindings,
  whyNot,
} from "./journey";
import { isUnderway, type JourneyActs } from "./use-journey";

type Props = {
  journey: Journey;
  edges: JourneyEdge[];
  acts: JourneyActs;
  mayWrite: boolean;
  openEdge: (edge: JourneyEdge) => void;
};

const head = [
  { key: "piece", name: "Piece" },
  { key: "leads", name: "Leads to" },
  { key: "from", name: "Reached from" },
  { key: "actions", name: "Actions", hidden: true },
];
const atOnce = 100;

/** The same journey for whoever reads rather than looks; everything the picture can do is done here by keys. */
export function JourneyTable({ journey, edges, acts, mayWrite, openEdge }: Props) {
  const [shown, show] = useState(atOnce);
  const [linking, setLinking] = useState<JourneyNode | null>(null);
  const targets = linking ? targetsOf(linking, journey, edges) : [];
  const findings = findingsOf(journey);
  const nodes = new Map(journey.nodes.map((node) => [node.id, node]));
  return (
    <>
      <Table caption="The journey, piece by piece" head={head}>
        {journey.nodes.slice(0, shown).map((node) => (
          <Row key={node.id}>
            <LeadCell>
              <span id={`piece-${node.id}`} tabIndex={-1} className="block font-medium">
                {node.title}
              </span>
              <span className="flex flex-wrap gap-1 text-12 text-muted">
                {kindNames[node.kind]}
                {sayFindings(findings(node.id)).map((words) => (
                  <Badge key={words} tone="attention">
                    {words}
                  </Badge>
                ))}
              </span>
            </LeadCell>
            <Cell label="Leads to">
              <Ends
                ends={edges.filter(({ fromPieceId }) => fromPieceId === node.id)}
                nameOf={({ toPieceId }) => nodes.get(toPieceId)?.title ?? ""}
                openEdge={mayWrite ? openEdge : undefined}
              />
            </Cell>
            <Cell label="Reached from">
              {countOf(edges.filter(({ toPieceId }) => toPieceId === node.id).length, "piece")}
            </Cell>
            <Cell actions>
              {mayWrite && (
                <Button
                  size="sm"
                  look="quiet"
                  aria-label={`Link to… from ${node.title}`}
                  onClick={() => setLinking(node)}
                >
                  Link to…
                </Button>
              )}
            </Cell>
          </Row>
        ))}
      </Table>
      {journey.nodes.length > shown && (
        <Button className="mt-3" onClick={() => show(shown + atOnce)}>
          Show {Math.min(atOnce, journey.nodes.length - shown)} more
        </Button>
      )}
      {linking && <LinkDialog from={linking} targets={targets} acts={acts} close={() => setLinking(null)} />}
    </>
  );
}

type EndsProps = {
  ends: JourneyEdge[];
  nameOf: (edge: JourneyEdge) => string;
  openEdge?: ((edge: JourneyEdge) => void) | undefined;
};

function Ends({ ends, nameOf, openEdge }: EndsProps) {
  if (ends.length === 0) return <span className="text-muted">Nowhere</span>;
  return (
    <ul className="grid gap-1">
      {ends.map((edge) => (
        <li key={edge.id} className="min-w-0">
          {openEdge && !isUnderway(edge) ? (
            <button type="button" className="link touch text-left" onClick={() => openEdge(edge)}>
              {nameOf(edge)}
            </button>
          ) : (
            nameOf(edge)
          )}
          {edge.ctaText && <span className="block text-12 text-muted">“{edge.ctaText}”</span>}
        </li>
      ))}
    </ul>
  );
}

function targetsOf(from: JourneyNode, { nodes, mayLeadTo }: Journey, edges: JourneyEdge[]): JourneyNode[] {
  const linked = new Set(
    edges.filter(({ fromPieceId }) => fromPieceId === from.id).map(({ toPieceId }) => toPieceId),
  );
  return nodes.filter((node) => whyNot(mayLeadTo, from, node) === null && !linked.has(node.id));
}
