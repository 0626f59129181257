import * as z from "zod";
import { viewVisibilities } from "../../../db/schema/cell/lead-work";
import { conditionSchema } from "../../kernel/conditions";
import { idOf, route } from "../../kernel/contract";
import { cursorId, pageOf, pageQuery, toPage } from "../../kernel/page";
import { name, viewToWire, viewWire } from "../catalogue/wire";
import { groupingNames } from "./counting";
import { createView, deleteView, getView, listViews, updateView } from "./views";

const reading = { access: "organization", permission: "leads:read" } as const;
const viewing = {
  access: "organization",
  permission: "leads:read",
  rate: "write",
  tag: "Saved views",
} as const;
const viewParams = z.object({ viewId: idOf("savedView") });
const viewAnswer = { status: 200, schema: viewWire } as const;
const viewFields = {
  name,
  visibility: z.enum(viewVisibilities),
  condition: conditionSchema.nullable().meta({ example: { all: [] } }),
  columns: z.array(z.string().min(1).max(80)).max(60),
  sort: z.string().max(80).meta({ example: "-createdAt" }),
  groupBy: z.enum(groupingNames).nullable(),
};

export const viewRoutes = [
  route(
    {
      ...reading,
      tag: viewing.tag,
      method: "get",
      path: "/v1/saved-views",
      operation: "listSavedViews",
      summary: "List saved views of leads",
      description: "One's own and those that are shared.",
      query: pageQuery,
      answer: { status: 200, schema: pageOf(viewWire) },
      budget: { read: 500, written: 4 },
    },
    async (ctx, { query: { cursor, limit } }) =>
      toPage(await listViews(ctx, cursorId(cursor), limit), limit, ({ id }) => [id], viewToWire),
  ),
  route(
    {
      ...viewing,
      method: "post",
      path: "/v1/saved-views",
      operation: "createSavedView",
      summary: "Save a view",
      sessionOnly: true,
      body: z.strictObject({
        ...viewFields,
        visibility: viewFields.visibility.default("private"),
        condition: viewFields.condition.default(null),
        columns: viewFields.columns.default([]),
        sort: viewFields.sort.default("-createdAt"),
        groupBy: viewFields.groupBy.default(null),
      }),
      answer: { status: 201, schema: viewWire },
    },
    async (ctx, { body }) => viewToWire(await createView(ctx, body)),
  ),
  route(
    {
      ...reading,
      tag: viewing.tag,
      method: "get",
      path: "/v1/saved-views/{viewId}",
      operation: "getSavedView",
      summary: "Get a saved view",
      params: viewParams,
      answer: viewAnswer,
    },
    async (ctx, { params }) => viewToWire(await getView(ctx, params.viewId)),
  ),
  route(
    {
      ...viewing,
      method: "patch",
      path: "/v1/saved-views/{viewId}",
      operation: "updateSavedView",
      summary: "Change a saved view",
      params: viewParams,
      body: z.strictObject(viewFields).partial(),
      answer: viewAnswer,
    },
    async (ctx, { params, body }) => viewToWire(await updateView(ctx, params.viewId, body)),
  ),
  route(
    {
      ...viewing,
      method: "delete",
      path: "/v1/saved-views/{viewId}",
      operation: "deleteSavedView",
      summary: "Delete a saved view",
      params: viewParams,
      answer: { status: 204 },
    },
    async (ctx, { params }) => await deleteView(ctx, params.viewId),
  ),
];
