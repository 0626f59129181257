import * as z from "zod";
import { idOf, route } from "../../kernel/contract";
import { generationWish, selectionWish } from "../inputs";
import { requestGeneration } from "./regenerate";
import { richTextWire } from "../rich-text";
import { suggest } from "./suggest";
import { pieceToWire } from "../wire";
import { pieceWire } from "../wire-shapes";

const generating = {
  tag: "Pieces",
  access: "organization",
  permission: "content:write",
  rate: "generation",
} as const;
const params = z.object({ pieceId: idOf("piece") });
const writeBudget = { read: 450, written: 120 };

const generateRoute = route(
  {
    ...generating,
    method: "post",
    path: "/v1/pieces/{pieceId}/generation",
    operation: "generatePiece",
    summary: "Have a piece written",
    description:
      "For the first time, or again with feedback. It is being written until “piece.generated”, “piece.regenerated”, “piece.suggested” or “piece.failed” is heard.",
    params,
    body: generationWish,
    answer: { status: 202, schema: pieceWire },
    problems: ["conflict", "switched_off", "plan_limit"],
    budget: writeBudget,
  },
  async (ctx, { params, body }) => pieceToWire(await requestGeneration(ctx, params.pieceId, body)),
);

const suggestRoute = route(
  {
    ...generating,
    method: "post",
    path: "/v1/pieces/{pieceId}/suggestions",
    operation: "suggestPassage",
    summary: "Suggest other words for a passage",
    description: "The piece does not change. Whether it was taken is said at the generation.",
    params,
    body: selectionWish,
    answer: {
      status: 200,
      schema: z
        .strictObject({
          text: z.string(),
          body: richTextWire,
          generationId: z.string(),
          unknownLinks: z.array(z.string()),
        })
        .meta({ id: "PassageSuggestion" }),
    },
    problems: ["conflict", "switched_off", "plan_limit", "unavailable"],
    budget: writeBudget,
  },
  async (ctx, { params, body }) => suggest(ctx, params.pieceId, body),
);

export const generationRoutes = [generateRoute, suggestRoute];
