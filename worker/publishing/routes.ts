import * as z from "zod";
import { publicationChannels } from "../../db/schema/cell/publishing";
import { isWebLink } from "../businesses";
import { idOf, route } from "../kernel/contract";
import { Invalid } from "../kernel/errors";
import { cursorId, pageOf, pageQuery, toPage } from "../kernel/page";
import { checkPublication } from "./check";
import { publishPiece } from "./publish";
import { getPublication, listPublications } from "./queries";
import { publicationModes, publicationToWire, publicationWire } from "./wire";
import { withdrawPublication } from "./withdraw";

const tag = "Publishing";
const reading = { tag, access: "organization", permission: "content:read" } as const;
const publishing = { tag, access: "organization", permission: "content:publish", rate: "write" } as const;
const params = z.object({ publicationId: idOf("publication") });
const budget = { read: 120, written: 40 };

const listPublicationsRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/publications",
    operation: "listPublications",
    summary: "List publications",
    description: "Of a piece or of a business: name one of them. The newest first.",
    query: pageQuery.extend({
      pieceId: idOf("piece").optional(),
      businessId: idOf("business").optional(),
    }),
    answer: { status: 200, schema: pageOf(publicationWire) },
  },
  async (ctx, { query: { cursor, limit, pieceId, businessId } }) => {
    const filter = pieceId ? { pieceId } : businessId ? { businessId } : null;
    if (!filter) throw Invalid.field("/pieceId", "required", "Name a piece or a business.");
    const rows = await listPublications(ctx, filter, cursorId(cursor), limit);
    return toPage(rows, limit, (row) => [row.id], publicationToWire);
  },
);

const publishPieceRoute = route(
  {
    ...publishing,
    method: "post",
    path: "/v1/pieces/{pieceId}/publications",
    operation: "publishPiece",
    summary: "Publish a piece",
    description:
      "Brings an approved piece to a channel. A piece is once on each; the same again puts what is approved now in the place of what is there.",
    params: z.object({ pieceId: idOf("piece") }),
    body: z.strictObject({
      channel: z.enum(publicationChannels),
      integrationId: idOf("integration").optional(),
      mode: z.enum(publicationModes).default("publish"),
      url: z
        .string()
        .max(2000)
        .refine(isWebLink, "Use an address that begins with http or https.")
        .optional()
        .meta({
          description: "Only by hand: where it was posted.",
          examples: ["https://social.test/posts/1"],
        }),
    }),
    answer: { status: 201, schema: publicationWire },
    problems: ["conflict"],
    budget,
  },
  async (ctx, { params: { pieceId }, body }) => publicationToWire(await publishPiece(ctx, pieceId, body)),
);

const getPublicationRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/publications/{publicationId}",
    operation: "getPublication",
    summary: "Get a publication",
    params,
    answer: { status: 200, schema: publicationWire },
  },
  async (ctx, { params: { publicationId } }) => publicationToWire(await getPublication(ctx, publicationId)),
);

const withdrawPublicationRoute = route(
  {
    ...publishing,
    method: "delete",
    path: "/v1/publications/{publicationId}",
    operation: "withdrawPublication",
    summary: "Withdraw a publication",
    description: "Takes the piece off the channel; the piece itself stays.",
    params,
    answer: { status: 200, schema: publicationWire },
    problems: ["conflict"],
    budget,
  },
  async (ctx, { params: { publicationId } }) =>
    publicationToWire(await withdrawPublication(ctx, publicationId)),
);

const checkPublicationRoute = route(
  {
    ...publishing,
    rate: "report",
    method: "post",
    path: "/v1/publications/{publicationId}/check",
    operation: "checkPublication",
    summary: "Check an unconfirmed publication",
    description:
      "Looks whether it has arrived; nothing is sent. Then it is published, failed, or still unconfirmed.",
    params,
    answer: { status: 200, schema: publicationWire },
    problems: ["conflict"],
    budget,
  },
  async (ctx, { params: { publicationId } }) => publicationToWire(await checkPublication(ctx, publicationId)),
);

export const publicationRoutes = [
  listPublicationsRoute,
  publishPieceRoute,
  getPublicationRoute,
  checkPublicationRoute,
  withdrawPublicationRoute,
];
