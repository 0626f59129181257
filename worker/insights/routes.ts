import * as z from "zod";
import { insightPriorities } from "../../db/schema/cell/insights";
import { idList, idOf, route } from "../kernel/contract";
import { decodeCursor, pageOf, pageQuery, toPage } from "../kernel/page";
import { decideInsight } from "./decide";
import { insightsOfLead, nextActionsOf, openInsights, placeOf } from "./queries";
import { insightToWire, insightWire } from "./wire";

const tag = "Insights";
const reading = { tag, access: "organization", permission: "leads:read" } as const;
const writing = { tag, access: "organization", permission: "leads:write", rate: "write" } as const;
const params = z.object({ insightId: idOf("insight") });
const answer = { status: 200, schema: insightWire } as const;

export const insightRoutes = [
  route(
    {
      ...reading,
      method: "get",
      path: "/v1/insights",
      operation: "listInsights",
      summary: "List open insights",
      description: "Of all leads, the most pressing first. What rests on conversations needs leads:contact.",
      query: pageQuery,
      answer: { status: 200, schema: pageOf(insightWire) },
      budget: { read: 900, written: 4 },
    },
    async (ctx, { query: { cursor, limit } }) => {
      const after = cursor === undefined ? undefined : decodeCursor(cursor, 2);
      return toPage(await openInsights(ctx, { after, limit }), limit, placeOf, insightToWire);
    },
  ),
  route(
    {
      ...reading,
      method: "get",
      path: "/v1/leads/{leadId}/insights",
      operation: "listLeadInsights",
      summary: "What is found out about a lead",
      description: "What holds now and was not dismissed, the most pressing first.",
      params: z.object({ leadId: idOf("lead") }),
      answer: { status: 200, schema: z.strictObject({ data: z.array(insightWire) }) },
      budget: { read: 250, written: 4 },
    },
    async (ctx, { params: { leadId } }) => ({
      data: (await insightsOfLead(ctx, leadId)).map(insightToWire),
    }),
  ),
  route(
    {
      ...reading,
      method: "get",
      path: "/v1/next-actions",
      operation: "listNextActions",
      summary: "What to do next about some leads",
      query: z.strictObject({
        leadIds: idList,
      }),
      answer: {
        status: 200,
        schema: z.strictObject({
          data: z.array(
            z.strictObject({
              leadId: z.string(),
              insightId: z.string(),
              title: z.string(),
              priority: z.enum(insightPriorities),
            }),
          ),
        }),
      },
      budget: { read: 600, written: 4 },
    },
    async (ctx, { query }) => {
      const ids = query.leadIds as Parameters<typeof nextActionsOf>[1][number][]; // safe: only compared
      const actions = (await nextActionsOf(ctx, ids)).map(insightToWire);
      return {
        data: actions.map(({ id, leadId, title, priority }) => ({ leadId, insightId: id, title, priority })),
      };
    },
  ),
  route(
    {
      ...writing,
      method: "put",
      path: "/v1/insights/{insightId}/decision",
      operation: "decideInsight",
      summary: "Acknowledge or dismiss an insight",
      description: "It comes back only when something newer shows it.",
      params,
      body: z.strictObject({ status: z.enum(["acknowledged", "dismissed"]) }),
      answer,
    },
    async (ctx, { params: { insightId }, body }) =>
      insightToWire(await decideInsight(ctx, insightId, body.status)),
  ),
  route(
    {
      ...writing,
      method: "delete",
      path: "/v1/insights/{insightId}/decision",
      operation: "reopenInsight",
      summary: "Take the decision back",
      params,
      answer,
    },
    async (ctx, { params: { insightId } }) => insightToWire(await decideInsight(ctx, insightId, "open")),
  ),
];
