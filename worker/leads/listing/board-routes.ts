import * as z from "zod";
import { idOf, route } from "../../kernel/contract";
import { decodeCursor, pageOf, pageQuery } from "../../kernel/page";
import { readBoard, readColumn } from "./board";
import { stageToWire, stageWire } from "../catalogue/wire";
import { readFilters } from "./filters";
import { filterQuery, filtersOf } from "./list-query";
import { moveLead } from "../move";
import { getStage } from "../catalogue/stages";
import { conditionOfView } from "./views";
import { leadWire, leadWriter, money } from "../wire";

const tag = "Lead board";
const reading = { tag, access: "organization", permission: "leads:read" } as const;
const { stageId: _stage, status: _status, ...boardFilters } = filterQuery;

const column = z.strictObject({
  stage: stageWire,
  count: z.int().meta({ description: "Of the whole stage, whatever the filter." }),
  values: z
    .array(money)
    .meta({ description: "What the leads of the stage are worth, a sum for each currency." }),
  leads: z.array(leadWire),
  nextCursor: z.string().nullable(),
});

const boardRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/lead-board",
    operation: "getLeadBoard",
    summary: "Get the board",
    description: "Every stage with its count, its worth, and its first leads from the top.",
    query: z.strictObject({ ...boardFilters, limit: z.coerce.number().int().min(1).max(50).default(20) }),
    answer: { status: 200, schema: z.strictObject({ columns: z.array(column) }) },
    budget: { read: 60_000, written: 40 },
  },
  async (ctx, { query: { limit, ...query } }) => {
    const filters = await readFilters(ctx, filtersOf(ctx, query, await conditionOfView(ctx, query.viewId)));
    const toWire = await leadWriter(ctx);
    const columns = await readBoard(ctx, filters, limit);
    return {
      columns: columns.map(({ stage, count, values, data, nextCursor }) => ({
        stage: stageToWire(stage),
        count,
        values,
        nextCursor,
        leads: data.map(toWire),
      })),
    };
  },
);

const columnRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/lead-board/{stageId}",
    operation: "getLeadBoardColumn",
    summary: "Get more of a stage",
    params: z.object({ stageId: idOf("leadStage") }),
    query: pageQuery.extend(boardFilters),
    answer: { status: 200, schema: pageOf(leadWire) },
    budget: { read: 6000, written: 40 },
  },
  async (ctx, { params, query: { cursor, limit, ...query } }) => {
    const stage = await getStage(ctx, params.stageId);
    const filters = await readFilters(ctx, filtersOf(ctx, query, await conditionOfView(ctx, query.viewId)));
    const after = cursor === undefined ? undefined : String(decodeCursor(cursor, 1)[0]);
    const page = await readColumn(ctx, stage, filters, after, limit);
    return { ...page, data: page.data.map(await leadWriter(ctx)) };
  },
);

const moveRoute = route(
  {
    tag,
    access: "organization",
    permission: "leads:write",
    rate: "write",
    method: "put",
    path: "/v1/leads/{leadId}/stage",
    operation: "moveLead",
    summary: "Move a lead to a place in a stage",
    description:
      "Right below `afterId`, or right above `beforeId`, or on top. Its status follows from the stage; `reason` says why it was won, lost or put aside.",
    params: z.object({ leadId: idOf("lead") }),
    body: z.strictObject({
      stageId: idOf("leadStage"),
      afterId: idOf("lead").optional(),
      beforeId: idOf("lead").optional(),
      reason: z.string().trim().max(500).optional(),
    }),
    answer: { status: 200, schema: leadWire },
    problems: ["conflict"],
  },
  async (ctx, { params, body }) => (await leadWriter(ctx))(await moveLead(ctx, params.leadId, body)),
);

export const ofBoard = [boardRoute, columnRoute, moveRoute];
