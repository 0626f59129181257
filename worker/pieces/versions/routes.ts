import * as z from "zod";
import { versionReasons } from "../../../db/schema/cell/content";
import { idOf, route, toWireTime, wireTime } from "../../kernel/contract";
import { decodeCursor, pageOf, pageQuery, toPage } from "../../kernel/page";
import { changesBetween } from "./changes";
import { textOf } from "../content";
import { approvalOrder } from "../inputs";
import { getPiece } from "../queries";
import { findVersionByNumber, getVersion, listVersions, restoreVersion, type VersionRow } from "./versions";
import { contentToWire, pieceToWire } from "../wire";
import { editedWire, pieceContentWire } from "../wire-shapes";

const tag = "Pieces";
const reading = { tag, access: "organization", permission: "content:read" } as const;
const writing = { tag, access: "organization", permission: "content:write", rate: "write" } as const;
const params = z.object({ pieceId: idOf("piece") });
const versionParams = z.object({ pieceId: idOf("piece"), versionId: idOf("version") });
const budget = { read: 60, written: 4 };
const writeBudget = { read: 450, written: 120 };

const version = {
  id: z.string(),
  number: z.number().int(),
  reason: z.enum(versionReasons),
  isCurrent: z.boolean(),
  createdBy: z.string().nullable().meta({ description: "A person, or null where a model wrote it." }),
  generationId: z.string().nullable(),
  feedback: z.string(),
  createdAt: wireTime,
  updatedAt: wireTime,
};
const versionWire = z.strictObject(version).meta({ id: "PieceVersion" });
const wholeVersionWire = z
  .strictObject({ ...version, content: pieceContentWire, text: z.string() })
  .meta({ id: "WholePieceVersion" });

function versionToWire(row: VersionRow, current: number): z.input<typeof versionWire> {
  const { id, number, reason, createdBy, generationId, feedback } = row;
  return {
    id,
    number,
    reason,
    createdBy,
    generationId,
    feedback,
    isCurrent: number === current,
    createdAt: toWireTime(row.createdAt),
    updatedAt: toWireTime(row.updatedAt),
  };
}

const listVersionsRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/pieces/{pieceId}/versions",
    operation: "listPieceVersions",
    summary: "List a piece's versions",
    description: "The latest first. One person's edits within ten minutes are one version.",
    params,
    query: pageQuery,
    answer: { status: 200, schema: pageOf(versionWire) },
    budget: { read: 140, written: 4 },
  },
  async (ctx, { params, query: { cursor, limit } }) => {
    const { versionNumber } = await getPiece(ctx, params.pieceId);
    const before = cursor === undefined ? undefined : Number(decodeCursor(cursor, 1)[0]);
    const rows = await listVersions(ctx, params.pieceId, before, limit);
    return toPage(
      rows,
      limit,
      ({ number }) => [number],
      (row) => versionToWire(row, versionNumber),
    );
  },
);

const getVersionRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/pieces/{pieceId}/versions/{versionId}",
    operation: "getPieceVersion",
    summary: "Get a version with its words",
    params: versionParams,
    answer: { status: 200, schema: wholeVersionWire },
    budget,
  },
  async (ctx, { params: { pieceId, versionId } }) => {
    const { versionNumber } = await getPiece(ctx, pieceId);
    const found = await getVersion(ctx, pieceId, versionId);
    const { content } = found;
    return { ...versionToWire(found, versionNumber), content: contentToWire(content), text: textOf(content) };
  },
);

const changesWire = z
  .strictObject({
    from: z.number().int().nullable().meta({ description: "The number of the version compared with." }),
    to: z.number().int(),
    parts: z.array(z.strictObject({ kind: z.enum(["same", "added", "removed"]), text: z.string() })),
    fields: z.array(z.strictObject({ field: z.string(), before: z.string(), after: z.string() })),
  })
  .meta({ id: "VersionChanges" });

const versionChangesRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/pieces/{pieceId}/versions/{versionId}/changes",
    operation: "comparePieceVersion",
    summary: "Compare a version",
    description: "With the one before it, or with the words as they are now.",
    params: versionParams,
    query: z.strictObject({ against: z.enum(["previous", "current"]).default("previous") }),
    answer: { status: 200, schema: changesWire },
    budget,
  },
  async (ctx, { params: { pieceId, versionId }, query: { against } }) => {
    const piece = await getPiece(ctx, pieceId);
    const found = await getVersion(ctx, pieceId, versionId);
    if (against === "current")
      return { from: found.number, to: piece.versionNumber, ...changesBetween(found.content, piece.content) };
    const previous = await findVersionByNumber(ctx, pieceId, found.number - 1);
    return {
      from: previous?.number ?? null,
      to: found.number,
      ...changesBetween(previous?.content ?? null, found.content),
    };
  },
);

const restoreVersionRoute = route(
  {
    ...writing,
    method: "post",
    path: "/v1/pieces/{pieceId}/versions/{versionId}/restoration",
    operation: "restorePieceVersion",
    summary: "Restore a version",
    description: "Its words again, as a new version; a suggestion is taken this way too.",
    params: versionParams,
    body: approvalOrder,
    answer: { status: 200, schema: editedWire },
    problems: ["conflict"],
    budget: writeBudget,
  },
  async (ctx, { params: { pieceId, versionId }, body: { revision } }) => {
    const { piece, approvalRemoved } = await restoreVersion(ctx, pieceId, versionId, revision);
    return { piece: pieceToWire(piece), approvalRemoved };
  },
);

export const versionRoutes = [listVersionsRoute, getVersionRoute, versionChangesRoute, restoreVersionRoute];
