import * as z from "zod";
import { idOf, route } from "../kernel/contract";
import { pieceToWire, pieceWire } from "../pieces";
import { cancelBundle } from "./cancel";
import { retryBundle, retryPiece } from "./retry";
import { startBundle } from "./start";
import { bundleToWire, bundleWire } from "./wire";

const tag = "Bundles";
const writing = { tag, access: "organization", permission: "content:write" } as const;
const params = z.object({ bundleId: idOf("bundle") });
const accepted = { status: 202, schema: bundleWire } as const;
// Up to 585 pieces: each is a row in two or three tables, a use and a job, with their indexes.
const budget = { read: 20_000, written: 20_000 };

const startRoute = route(
  {
    ...writing,
    method: "post",
    path: "/v1/bundles/{bundleId}/generation",
    operation: "startBundle",
    summary: "Start writing a bundle",
    description:
      "Holds a use of the plan for each piece, all or none, and begins. Watch it by `GET /v1/live?about=` its id.",
    rate: "generation",
    params,
    answer: accepted,
    problems: ["plan_limit", "conflict", "switched_off"],
    budget,
  },
  async (ctx, { params }) => bundleToWire(await startBundle(ctx, params.bundleId)),
);

const cancelRoute = route(
  {
    ...writing,
    method: "delete",
    path: "/v1/bundles/{bundleId}/generation",
    operation: "cancelBundle",
    summary: "Stop writing a bundle",
    description:
      "What is written stays. The rest stops within two seconds, and its uses go back to the plan.",
    rate: "write",
    params,
    answer: { status: 200, schema: bundleWire },
    problems: ["conflict"],
    budget,
  },
  async (ctx, { params }) => bundleToWire(await cancelBundle(ctx, params.bundleId)),
);

const retriesRoute = route(
  {
    ...writing,
    method: "post",
    path: "/v1/bundles/{bundleId}/retries",
    operation: "retryBundle",
    summary: "Try again what is missing",
    description: "All pieces that failed, and all that were never written because the bundle was stopped.",
    rate: "generation",
    params,
    answer: accepted,
    problems: ["plan_limit", "conflict", "switched_off"],
    budget,
  },
  async (ctx, { params }) => bundleToWire(await retryBundle(ctx, params.bundleId)),
);

const retryPieceRoute = route(
  {
    ...writing,
    method: "post",
    path: "/v1/pieces/{pieceId}/retry",
    operation: "retryPiece",
    summary: "Try one piece of a bundle again",
    rate: "generation",
    params: z.object({ pieceId: idOf("piece") }),
    answer: { status: 202, schema: pieceWire },
    problems: ["plan_limit", "conflict", "switched_off"],
    budget: { read: 1500, written: 80 },
  },
  async (ctx, { params }) => pieceToWire(await retryPiece(ctx, params.pieceId)),
);

export const generationRoutes = [startRoute, cancelRoute, retriesRoute, retryPieceRoute];
