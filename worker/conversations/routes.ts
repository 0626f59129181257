import * as z from "zod";
import { channels, directions, sentiments } from "../../db/schema/cell/conversations";
import { idOf, route, toWireTime, wireTime } from "../kernel/contract";
import { decodeCursor, pageOf, pageQuery, toPage } from "../kernel/page";
import { getLead } from "../leads";
import { requestAnalysis } from "./analysis-job";
import { correctConversation } from "./correct";
import { deleteConversation } from "./delete";
import { correctionBody, newConversation } from "./fields";
import { conversationsOf, getConversation, placeOf, threadsOf } from "./queries";
import { recordConversation } from "./record";
import { conversationToWire, conversationWire } from "./wire";

const tag = "Conversations";
const reading = { tag, access: "organization", permission: "leads:contact" } as const;
const writing = { tag, access: "organization", permission: "leads:write", rate: "write" } as const;
const ofLead = z.object({ leadId: idOf("lead") });
const params = z.object({ conversationId: idOf("conversation") });
const answer = { status: 200, schema: conversationWire } as const;

const threadWire = z.strictObject({
  threadId: z.string(),
  subject: z.string(),
  channel: z.enum(channels),
  count: z.number().int(),
  lastAt: wireTime,
  lastDirection: z.enum(directions),
  sentiment: z.enum(sentiments).nullable().meta({ description: "Of the newest message." }),
});

export const conversationRoutes = [
  route(
    {
      ...reading,
      method: "get",
      path: "/v1/leads/{leadId}/conversations",
      operation: "listConversations",
      summary: "List a lead's conversations",
      description: "The newest first; with `threadId` those of one thread.",
      params: ofLead,
      query: pageQuery.extend({ threadId: z.string().max(255).optional() }),
      answer: { status: 200, schema: pageOf(conversationWire) },
      budget: { read: 400, written: 4 },
    },
    async (ctx, { params: { leadId }, query: { cursor, limit, threadId } }) => {
      await getLead(ctx, leadId);
      const after = cursor === undefined ? undefined : decodeCursor(cursor, 2);
      const rows = await conversationsOf(ctx, leadId, { threadId, after, limit });
      return toPage(rows, limit, placeOf, conversationToWire);
    },
  ),
  route(
    {
      ...reading,
      method: "get",
      path: "/v1/leads/{leadId}/conversation-threads",
      operation: "listConversationThreads",
      summary: "List a lead's threads",
      description: "Of the five hundred newest messages, the thread with the newest first.",
      params: ofLead,
      answer: { status: 200, schema: z.strictObject({ data: z.array(threadWire) }) },
      budget: { read: 2200, written: 4 },
    },
    async (ctx, { params: { leadId } }) => {
      await getLead(ctx, leadId);
      const threads = await threadsOf(ctx, leadId);
      return { data: threads.map((thread) => ({ ...thread, lastAt: toWireTime(thread.lastAt) })) };
    },
  ),
  route(
    {
      ...writing,
      method: "post",
      path: "/v1/leads/{leadId}/conversations",
      operation: "recordConversation",
      summary: "Record a conversation",
      description:
        "A message, a call or a meeting. Told again under the same externalId, the one that is there comes back.",
      params: ofLead,
      body: newConversation,
      answer: { status: 201, schema: conversationWire },
    },
    async (ctx, { params, body }) => conversationToWire(await recordConversation(ctx, params.leadId, body)),
  ),
  route(
    {
      ...reading,
      method: "get",
      path: "/v1/conversations/{conversationId}",
      operation: "getConversation",
      summary: "Get a conversation",
      params,
      answer,
    },
    async (ctx, { params }) => conversationToWire(await getConversation(ctx, params.conversationId)),
  ),
  route(
    {
      ...writing,
      method: "patch",
      path: "/v1/conversations/{conversationId}/correction",
      operation: "correctConversation",
      summary: "Correct what was found",
      description: "Parts that are left out stay; null gives a part back to the analysis.",
      params,
      body: correctionBody,
      answer,
    },
    async (ctx, { params, body }) =>
      conversationToWire(await correctConversation(ctx, params.conversationId, body)),
  ),
  route(
    {
      ...writing,
      rate: "generation",
      method: "post",
      path: "/v1/conversations/{conversationId}/analysis",
      operation: "analyzeConversation",
      summary: "Read a conversation again",
      description: "By a job. What a person corrected stays.",
      params,
      answer: { status: 202, schema: conversationWire },
      problems: ["conflict", "switched_off"],
    },
    async (ctx, { params }) => conversationToWire(await requestAnalysis(ctx, params.conversationId)),
  ),
  route(
    {
      ...writing,
      method: "delete",
      path: "/v1/conversations/{conversationId}",
      operation: "deleteConversation",
      summary: "Delete a conversation",
      params,
      answer: { status: 204 },
    },
    async (ctx, { params }) => await deleteConversation(ctx, params.conversationId),
  ),
];
