import * as z from "zod";
import { previewStates } from "../../db/schema/cell/scoring";
import { idOf, route, toWireTime, wireTime } from "../kernel/contract";
import { getPreview, type Preview, startPreview } from "./preview";
import { bands } from "./pure/band";
import { newRuleShape, ruleChangeShape, settingsChangeShape } from "./rule-wire";

const configuring = { tag: "Scoring", access: "organization", permission: "leads:configure" } as const;

const previewWire = z
  .strictObject({
    id: z.string(),
    status: z.enum(previewStates),
    total: z.int(),
    done: z.int(),
    isSample: z.boolean().meta({ description: "True: the newest leads only." }),
    raised: z.int(),
    lowered: z.int(),
    changedBand: z.int(),
    moves: z.array(z.strictObject({ from: z.enum(bands), to: z.enum(bands), leads: z.int() })),
    examples: z
      .array(z.strictObject({ leadId: z.string(), before: z.int(), after: z.int() }))
      .meta({ description: "Those whose score changes most." }),
    createdAt: wireTime,
    finishedAt: wireTime.nullable(),
  })
  .meta({ id: "ScoringPreview" });

export const previewRoutes = [
  route(
    {
      ...configuring,
      method: "post",
      path: "/v1/scoring-previews",
      operation: "startScoringPreview",
      summary: "Try a change of the scoring",
      description:
        "Give a new `rule`, or a `ruleId` with its `change` (null: deleted), or other `settings`. It is tried on the 2,000 newest leads, in the background; nobody's score moves.",
      rate: "write",
      body: z.strictObject({
        rule: newRuleShape.optional(),
        ruleId: idOf("scoringRule").optional(),
        change: ruleChangeShape.nullable().optional(),
        settings: settingsChangeShape.optional(),
      }),
      answer: { status: 201, schema: previewWire },
      budget: { read: 600, written: 160 },
    },
    async (ctx, { body }) => previewToWire(await startPreview(ctx, body)),
  ),
  route(
    {
      ...configuring,
      method: "get",
      path: "/v1/scoring-previews/{previewId}",
      operation: "getScoringPreview",
      summary: "Get what a change of the scoring would do",
      params: z.object({ previewId: idOf("scoringPreview") }),
      answer: { status: 200, schema: previewWire },
    },
    async (ctx, { params }) => previewToWire(await getPreview(ctx, params.previewId)),
  ),
];

function previewToWire(row: Preview): z.input<typeof previewWire> {
  const { id, status, total, done, isSample, raised, lowered, examples, createdAt, finishedAt } = row;
  const moves = bands.flatMap((from) =>
    bands.flatMap((to) => {
      const leads = row.moves[`${from}>${to}`];
      return leads === undefined ? [] : [{ from, to, leads }];
    }),
  );
  const changedBand = moves.reduce((sum, { leads }) => sum + leads, 0);
  return {
    id,
    status,
    total,
    done,
    isSample,
    raised,
    lowered,
    changedBand,
    moves,
    examples,
    createdAt: toWireTime(createdAt),
    finishedAt: toWireTime(finishedAt),
  };
}
