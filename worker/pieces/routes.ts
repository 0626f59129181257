import * as z from "zod";
import { idOf, route } from "../kernel/contract";
import { decodeCursor, pageOf, toPage } from "../kernel/page";
import { approvePiece, withdrawApproval } from "./approve";
import { archivePiece, restorePiece } from "./archive";
import { createPiece } from "./create";
import type { PieceDraft } from "./draft";
import { approvalOrder, newPiece, pieceChange, pieceQuery } from "./inputs";
import { cursorKeyOf, cursorLength, getPiece, listPieces } from "./queries";
import { updatePiece } from "./update";
import { pieceSummaryToWire, pieceToWire } from "./wire";
import { editedWire, pieceSummaryWire, pieceWire } from "./wire-shapes";
import type { Context } from "../kernel/context";

const tag = "Pieces";
const reading = { tag, access: "organization", permission: "content:read" } as const;
const writing = { tag, access: "organization", permission: "content:write", rate: "write" } as const;
const approving = { tag, access: "organization", permission: "content:approve", rate: "write" } as const;
const params = z.object({ pieceId: idOf("piece") });
const budget = { read: 30, written: 4 };
const writeBudget = { read: 450, written: 120 };

const listPiecesRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/pieces",
    operation: "listPieces",
    summary: "List pieces",
    description: "Of a bundle in its order, else business by business and kind by kind, the newest first.",
    query: pieceQuery,
    answer: { status: 200, schema: pageOf(pieceSummaryWire) },
    budget: { read: 600, written: 4 },
  },
  async (ctx, { query: { cursor, limit, archived, ...query } }) => {
    const filter = { ...query, archived: archived === "true" };
    const after = cursor === undefined ? undefined : decodeCursor(cursor, cursorLength(filter));
    return toPage(
      await listPieces(ctx, filter, after, limit),
      limit,
      cursorKeyOf(filter),
      pieceSummaryToWire,
    );
  },
);

const createPieceRoute = route(
  {
    ...writing,
    method: "post",
    path: "/v1/pieces",
    operation: "createPiece",
    summary: "Create a piece",
    description: "A draft, or with its words at once. Fields of another kind are refused.",
    body: newPiece,
    answer: { status: 201, schema: pieceWire },
    problems: ["conflict"],
    budget: writeBudget,
  },
  async (ctx, { body }) => pieceToWire(await createPiece(ctx, readNewPiece(ctx, body))),
);

/** What a piece is made with, and what belongs to its words. */
function readNewPiece(ctx: Context, body: z.output<typeof newPiece>) {
  const { kind, businessId, bundleId, strategyId, topicId, platform, ...words } = body;
  const { upgradeType = "guide", sequenceType = "nurture", title } = words;
  const id = ctx.newId("piece", ctx.organization.cell);
  const draft = {
    id,
    kind,
    businessId,
    bundleId,
    strategyId,
    topicId,
    title,
    platform,
    upgradeType,
    sequenceType,
  };
  return { draft: draft as PieceDraft, words }; // safe: the body's shape asks for a platform where the kind needs one
}

const getPieceRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/pieces/{pieceId}",
    operation: "getPiece",
    summary: "Get a piece",
    description: "With the words of its kind.",
    params,
    answer: { status: 200, schema: pieceWire },
    budget,
  },
  async (ctx, { params }) => pieceToWire(await getPiece(ctx, params.pieceId)),
);

const updatePieceRoute = route(
  {
    ...writing,
    method: "patch",
    path: "/v1/pieces/{pieceId}",
    operation: "updatePiece",
    summary: "Change a piece",
    description:
      "Changes what is given. Where somebody was faster, 409 “changed_meanwhile” with their piece in `current`.",
    params,
    body: pieceChange,
    answer: { status: 200, schema: editedWire },
    problems: ["conflict"],
    budget: writeBudget,
  },
  async (ctx, { params, body }) => {
    const { piece, approvalRemoved } = await updatePiece(ctx, params.pieceId, body);
    return { piece: pieceToWire(piece), approvalRemoved };
  },
);

const approvePieceRoute = route(
  {
    ...approving,
    method: "put",
    path: "/v1/pieces/{pieceId}/approval",
    operation: "approvePiece",
    summary: "Approve a piece",
    description:
      "As it stands, or as the named revision. A sequence with its emails. A change takes it away.",
    params,
    body: approvalOrder,
    answer: { status: 200, schema: pieceWire },
    problems: ["conflict"],
    budget: writeBudget,
  },
  async (ctx, { params, body }) => pieceToWire(await approvePiece(ctx, params.pieceId, body.revision)),
);

const withdrawApprovalRoute = route(
  {
    ...approving,
    method: "delete",
    path: "/v1/pieces/{pieceId}/approval",
    operation: "withdrawApproval",
    summary: "Withdraw an approval",
    description: "A place in the calendar is held for when it is approved again.",
    params,
    answer: { status: 200, schema: pieceWire },
    problems: ["conflict"],
    budget: writeBudget,
  },
  async (ctx, { params }) => pieceToWire(await withdrawApproval(ctx, params.pieceId)),
);

const archivePieceRoute = route(
  {
    ...writing,
    method: "put",
    path: "/v1/pieces/{pieceId}/archive",
    operation: "archivePiece",
    summary: "Archive a piece",
    description: "A sequence takes its emails along. Nothing of it is lost but its place in the calendar.",
    params,
    answer: { status: 200, schema: pieceWire },
    problems: ["conflict"],
    budget: writeBudget,
  },
  async (ctx, { params }) => pieceToWire(await archivePiece(ctx, params.pieceId)),
);

const restorePieceRoute = route(
  {
    ...writing,
    method: "delete",
    path: "/v1/pieces/{pieceId}/archive",
    operation: "restorePiece",
    summary: "Restore an archived piece",
    params,
    answer: { status: 200, schema: pieceWire },
    problems: ["conflict"],
    budget: writeBudget,
  },
  async (ctx, { params }) => pieceToWire(await restorePiece(ctx, params.pieceId)),
);

export const pieceRoutesOfPieces = [
  listPiecesRoute,
  createPieceRoute,
  getPieceRoute,
  updatePieceRoute,
  approvePieceRoute,
  withdrawApprovalRoute,
  archivePieceRoute,
  restorePieceRoute,
];
