import * as z from "zod";
import { sourceStates } from "../../../db/schema/cell/content";
import { idOf, route, toWireTime, wireTime } from "../../kernel/contract";
import { pageOf } from "../../kernel/page";
import { judgeSource, listClaims, type Source } from "./sources";

const tag = "Pieces";
const reading = { tag, access: "organization", permission: "content:read" } as const;
const writing = { tag, access: "organization", permission: "content:write", rate: "write" } as const;
const params = z.object({ pieceId: idOf("piece") });

const sourceWire = z
  .strictObject({
    id: z.string(),
    claim: z.string(),
    status: z.enum(sourceStates),
    analysisFactId: z.string().nullable(),
    quote: z.string().meta({ description: "The sentence that backs it." }),
    url: z.string(),
    createdAt: wireTime,
    updatedAt: wireTime,
  })
  .meta({ id: "PieceSource" });

function sourceToWire({ id, claim, status, analysisFactId, quote, url, createdAt, updatedAt }: Source) {
  const times = { createdAt: toWireTime(createdAt), updatedAt: toWireTime(updatedAt) };
  return { id, claim, status, analysisFactId, quote, url, ...times };
}

const listSourcesRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/pieces/{pieceId}/sources",
    operation: "listPieceSources",
    summary: "List what a piece claims",
    description: "Each figure, superlative and promise, with what backs it; at most thirty.",
    params,
    answer: { status: 200, schema: pageOf(sourceWire) },
    budget: { read: 100, written: 4 },
  },
  async (ctx, { params }) => ({
    data: (await listClaims(ctx, params.pieceId)).map(sourceToWire),
    nextCursor: null,
  }),
);

const judgeSourceRoute = route(
  {
    ...writing,
    method: "patch",
    path: "/v1/pieces/{pieceId}/sources/{sourceId}",
    operation: "judgePieceSource",
    summary: "Answer for a claim",
    description: "Confirmed is what a person knows to be true, whatever the analysis found.",
    params: z.object({ pieceId: idOf("piece"), sourceId: idOf("source") }),
    body: z.strictObject({ confirmed: z.boolean() }),
    answer: { status: 200, schema: sourceWire },
    budget: { read: 60, written: 20 },
  },
  async (ctx, { params: { pieceId, sourceId }, body }) =>
    sourceToWire(await judgeSource(ctx, pieceId, sourceId, body.confirmed)),
);

export const sourceRoutes = [listSourcesRoute, judgeSourceRoute];
