import * as z from "zod";
import { idOf, route } from "../kernel/contract";
import { arrange } from "./arrange";
import { createEdge, deleteEdge, updateEdge } from "./edges";
import { graphOfBundle, graphOfBusiness } from "./queries";
import { edgeToWire, edgeWire, journeyToWire, journeyWire } from "./wire";

const tag = "Journeys";
const reading = { tag, access: "organization", permission: "content:read" } as const;
const writing = { tag, access: "organization", permission: "content:write", rate: "write" } as const;
const params = z.object({ edgeId: idOf("edge") });
const ctaText = z
  .string()
  .trim()
  .max(200)
  .meta({ examples: ["Get the brewing checklist"] });
const coordinate = z.number().min(-1_000_000).max(1_000_000);

const getJourneyRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/journeys",
    operation: "getJourney",
    summary: "Get the journey of a bundle or a business",
    description:
      "Pieces and what leads from one to the next. Of a bundle all pieces, and those of others that they are linked with; of a business the 300 newest of each kind.",
    query: z
      .strictObject({ bundleId: idOf("bundle").optional(), businessId: idOf("business").optional() })
      .refine(({ bundleId, businessId }) => (bundleId === undefined) !== (businessId === undefined), {
        path: ["bundleId"],
        message: "Name either a bundle or a business.",
      }),
    answer: { status: 200, schema: journeyWire },
    problems: ["not_found"],
    budget: { read: 7000, written: 4 },
  },
  async (ctx, { query: { bundleId, businessId } }) => {
    if (bundleId) return journeyToWire(await graphOfBundle(ctx, bundleId));
    // safe: the query names one of the two
    return journeyToWire(await graphOfBusiness(ctx, businessId as NonNullable<typeof businessId>));
  },
);

const createEdgeRoute = route(
  {
    ...writing,
    method: "post",
    path: "/v1/journey-edges",
    operation: "createJourneyEdge",
    summary: "Let one piece lead to another",
    description:
      "A social post leads to a blog post or a content upgrade, a blog post to a content upgrade or an email sequence, a content upgrade to an email sequence, an email sequence to a blog post or a content upgrade; both of one business. Anything else is refused with the reason.",
    body: z.strictObject({
      fromPieceId: idOf("piece"),
      toPieceId: idOf("piece"),
      ctaText: ctaText.default(""),
    }),
    answer: { status: 201, schema: edgeWire },
    problems: ["conflict"],
  },
  async (ctx, { body }) => edgeToWire(await createEdge(ctx, body)),
);

const updateEdgeRoute = route(
  {
    ...writing,
    method: "patch",
    path: "/v1/journey-edges/{edgeId}",
    operation: "updateJourneyEdge",
    summary: "Change what asks the reader to go on",
    params,
    body: z.strictObject({ ctaText: ctaText.optional() }),
    answer: { status: 200, schema: edgeWire },
  },
  async (ctx, { params, body }) => edgeToWire(await updateEdge(ctx, params.edgeId, body.ctaText)),
);

const deleteEdgeRoute = route(
  {
    ...writing,
    method: "delete",
    path: "/v1/journey-edges/{edgeId}",
    operation: "deleteJourneyEdge",
    summary: "Unlink two pieces",
    params,
    answer: { status: 204 },
  },
  async (ctx, { params }) => await deleteEdge(ctx, params.edgeId),
);

const arrangeRoute = route(
  {
    ...writing,
    method: "patch",
    path: "/v1/journeys/positions",
    operation: "arrangeJourney",
    summary: "Place pieces on the picture",
    description: "All or none. A position of null gives a piece back to the automatic layout.",
    body: z.strictObject({
      positions: z
        .array(
          z.strictObject({
            pieceId: idOf("piece"),
            position: z.strictObject({ x: coordinate, y: coordinate }).nullable(),
          }),
        )
        .min(1)
        .max(800),
    }),
    answer: { status: 204 },
    budget: { read: 5000, written: 2500 },
  },
  async (ctx, { body }) => await arrange(ctx, body.positions),
);

export const journeyRoutes = [
  getJourneyRoute,
  createEdgeRoute,
  updateEdgeRoute,
  deleteEdgeRoute,
  arrangeRoute,
];
