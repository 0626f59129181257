import * as z from "zod";
import { idOf, route } from "../../kernel/contract";
import { checkPiece } from "./checks";
import { documentFormats, docxType, upgradeDocument } from "./document";
import { previewPiece } from "./preview";

const tag = "Pieces";
const reading = { tag, access: "organization", permission: "content:read" } as const;
const params = z.object({ pieceId: idOf("piece") });
const budget = { read: 30, written: 4 };

const checkWire = z.strictObject({
  id: z.string(),
  state: z.enum(["good", "improve", "problem"]),
  advice: z.string(),
});

const checkPieceRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/pieces/{pieceId}/checks",
    operation: "checkPiece",
    summary: "Check a piece",
    description: "What could be better, in plain words: for search, for its network, for the inbox.",
    params,
    answer: {
      status: 200,
      schema: z
        .strictObject({ score: z.number().int(), checks: z.array(checkWire) })
        .meta({ id: "PieceChecks" }),
    },
    budget,
  },
  async (ctx, { params }) => checkPiece(ctx, params.pieceId),
);

const previewPieceRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/pieces/{pieceId}/preview",
    operation: "previewPiece",
    summary: "Preview a piece",
    description: "As a page that runs nothing, for a frame without rights.",
    params,
    answer: { status: 200, contentType: "text/html" },
    budget: { read: 250, written: 4 },
  },
  async (ctx, { params }) => previewPiece(ctx, params.pieceId),
);

const documentRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/pieces/{pieceId}/document",
    operation: "downloadUpgrade",
    summary: "Download a content upgrade",
    description: "As a Word document, or as a page that prints well.",
    params,
    query: z.strictObject({ format: z.enum(documentFormats).default("docx") }),
    answer: { status: 200, contentType: [docxType, "text/html"] },
    budget,
  },
  async (ctx, { params, query }) => upgradeDocument(ctx, params.pieceId, query.format),
);

export const viewRoutes = [checkPieceRoute, previewPieceRoute, documentRoute];
