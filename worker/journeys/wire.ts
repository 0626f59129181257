import * as z from "zod";
import { pieceStates } from "../../db/schema/cell/content";
import { toWireTime, wireTime } from "../kernel/contract";
import { journeyKinds, mayLeadTo } from "./legal";
import type { Edge, Graph, JourneyNode } from "./queries";
import { shapeOf } from "./shape";

export const edgeWire = z
  .strictObject({
    id: z.string(),
    businessId: z.string(),
    bundleId: z.string().nullable(),
    fromPieceId: z.string(),
    toPieceId: z.string(),
    ctaText: z
      .string()
      .meta({ description: "What asks the reader to go on; empty where the piece's own words do." }),
    createdAt: wireTime,
    updatedAt: wireTime,
  })
  .meta({ id: "JourneyEdge" });

const kinds = z.array(z.enum(journeyKinds));
const ids = (description: string) => z.array(z.string()).meta({ description });

const node = z.strictObject({
  id: z.string(),
  businessId: z.string(),
  bundleId: z.string().nullable(),
  kind: z.enum(journeyKinds),
  title: z.string(),
  status: z.enum(pieceStates),
  channel: z.string(),
  ctaText: z.string(),
  position: z
    .strictObject({ x: z.number(), y: z.number() })
    .nullable()
    .meta({ description: "Null where nobody has placed it." }),
});

export const journeyWire = z
  .strictObject({
    nodes: z.array(node),
    edges: z.array(edgeWire),
    orphans: ids("Pieces that nothing leads to; a social post only where it leads nowhere either."),
    deadEnds: ids("Pieces that lead nowhere, email sequences apart."),
    cycles: z.array(z.array(z.string())).meta({
      description: "Groups of pieces that lead round to themselves. They are allowed, and worth a look.",
    }),
    mayLeadTo: z
      .strictObject({ social_post: kinds, blog_post: kinds, content_upgrade: kinds, email_sequence: kinds })
      .meta({ description: "Which kinds a piece of each kind may lead to." }),
    isCut: z.boolean().meta({ description: "There is more than is shown here: look at one bundle." }),
  })
  .meta({ id: "Journey" });

export function journeyToWire({ nodes, edges, isCut }: Graph): z.input<typeof journeyWire> {
  return {
    nodes: nodes.map(nodeToWire),
    edges: edges.map(edgeToWire),
    ...shapeOf(nodes, edges),
    mayLeadTo: legalKinds,
    isCut,
  };
}

const legalKinds = {
  social_post: [...mayLeadTo.social_post],
  blog_post: [...mayLeadTo.blog_post],
  content_upgrade: [...mayLeadTo.content_upgrade],
  email_sequence: [...mayLeadTo.email_sequence],
};

export function edgeToWire(row: Edge): z.input<typeof edgeWire> {
  const { organizationId: _, ...rest } = row;
  return { ...rest, createdAt: toWireTime(row.createdAt), updatedAt: toWireTime(row.updatedAt) };
}

function nodeToWire({ journeyX: x, journeyY: y, kind, ...rest }: JourneyNode) {
  return {
    ...rest,
    // safe: the queries ask for these kinds only, and no edge leads to another
    kind: kind as (typeof journeyKinds)[number],
    position: x === null || y === null ? null : { x, y },
  };
}
