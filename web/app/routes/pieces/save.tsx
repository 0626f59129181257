import type { ActionFunctionArgs } from "@remix-run/cloudflare";
import * as z from "zod";
import type { operations } from "../../../../sdk";
import { enter } from "~/frame/frame.server";
import type { SaveAnswer } from "~/pieces/draft/keeper";
import type { Words } from "~/pieces/draft/merge";
import { type Piece, wordsOf } from "~/pieces/piece";
import { problemOf } from "~/problem.server";

const asked = z.object({ revision: z.number().int(), changes: z.record(z.string(), z.unknown()) });

type Change = operations["updatePiece"]["requestBody"]["content"]["application/json"];

/** Autosave asks here by itself, so that a save reads no page again and no cut can take the page away. */
export async function action(args: ActionFunctionArgs) {
  const { api } = await enter(args);
  const { revision, changes } = asked.parse(await args.request.json());
  const { data, error, response } = await api.client.PATCH("/v1/pieces/{pieceId}", {
    params: { path: { pieceId: args.params.pieceId ?? "" } },
    // safe: the API refuses what it does not know, and says so
    body: { ...changes, revision } as Change,
  });
  if (data) {
    const { piece, approvalRemoved } = data;
    return tell({ kind: "saved", revision: piece.revision, approvalRemoved });
  }
  const problem = await problemOf(response, error);
  const current = newerPiece(error);
  if (problem.code === "changed_meanwhile" && current)
    return tell({ kind: "changed", words: wordsOf(current), revision: current.revision });
  if (problem.status >= 500) return Response.json(null, { status: problem.status });
  const [first] = problem.errors;
  return tell({ kind: "refused", message: first?.detail ?? problem.detail });
}

function tell(answer: SaveAnswer<Words>): Response {
  return Response.json(answer);
}

function newerPiece(error: unknown): Piece | null {
  if (typeof error !== "object" || error === null || !("current" in error)) return null;
  return error.current as Piece; // safe: a conflict about a piece brings the piece
}
