import * as z from "zod";
import { topicStates } from "../../db/schema/cell/business";
import { idOf, route } from "../kernel/contract";
import { decodeCursor, pageOf, pageQuery, toPage } from "../kernel/page";
import { addTopic, updateTopic } from "./change-topic";
import { decideTopics } from "./decide-topics";
import { topicFields } from "./fields";
import { assertBusinessHere } from "./queries";
import { countTopics, cursorKeyOf, getTopic, listTopics } from "./topic-queries";
import { topicToWire, topicWire } from "./topic-wire";

const tag = "Topics";
const reading = { tag, access: "organization", permission: "content:read" } as const;
const writing = { tag, access: "organization", permission: "content:write", rate: "write" } as const;
const params = z.object({ topicId: idOf("topic") });
const ofBusiness = z.object({ businessId: idOf("business") });
const decision = z.enum(["suggested", "chosen", "rejected"]);
const fields = { ...topicFields, strategyId: idOf("strategy").nullable() };

const listTopicsRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/businesses/{businessId}/topics",
    operation: "listTopics",
    summary: "List a business's topics",
    description: "One status at a time, by how much readers will care or newest first.",
    params: ofBusiness,
    query: pageQuery.extend({
      status: z.enum(topicStates).default("suggested"),
      order: z.enum(["engagement", "newest"]).default("engagement"),
    }),
    answer: { status: 200, schema: pageOf(topicWire) },
    // By engagement every topic of that status is looked at.
    budget: { read: 2000, written: 4 },
  },
  async (ctx, { params, query: { status, order, cursor, limit } }) => {
    await assertBusinessHere(ctx, params.businessId);
    const after = cursor === undefined ? undefined : decodeCursor(cursor, order === "newest" ? 1 : 2);
    const rows = await listTopics(ctx, params.businessId, { status, order, after, limit });
    return toPage(rows, limit, cursorKeyOf(order), topicToWire);
  },
);

const count = z.number().int().min(0).max(500);

const countTopicsRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/businesses/{businessId}/topic-counts",
    operation: "countTopics",
    summary: "Count a business's topics by status",
    description: "Counted up to 500 of each.",
    params: ofBusiness,
    answer: {
      status: 200,
      schema: z.strictObject({ suggested: count, chosen: count, rejected: count, used: count }),
    },
    budget: { read: 2100, written: 4 },
  },
  async (ctx, { params }) => {
    await assertBusinessHere(ctx, params.businessId);
    return await countTopics(ctx, params.businessId);
  },
);

const addTopicRoute = route(
  {
    ...writing,
    method: "post",
    path: "/v1/businesses/{businessId}/topics",
    operation: "addTopic",
    summary: "Add a topic by hand",
    description: "It has no scores: nobody has judged it. A title that the business has already is refused.",
    params: ofBusiness,
    body: z.strictObject({
      title: fields.title,
      subheader: fields.subheader.default(""),
      description: fields.description.default(""),
      keywords: fields.keywords.default([]),
      seoKeywords: fields.seoKeywords.default([]),
      scenario: fields.scenario.default(null),
      strategyId: fields.strategyId.default(null),
      status: decision.default("chosen"),
    }),
    answer: { status: 201, schema: topicWire },
    problems: ["conflict"],
    budget: { read: 2000, written: 60 },
  },
  async (ctx, { params, body }) => topicToWire(await addTopic(ctx, params.businessId, body)),
);

const decideTopicsRoute = route(
  {
    ...writing,
    method: "patch",
    path: "/v1/businesses/{businessId}/topics",
    operation: "decideTopics",
    summary: "Choose or reject many topics",
    description: "All of them or none. `suggested` takes a decision back.",
    params: ofBusiness,
    body: z.strictObject({ topicIds: z.array(idOf("topic")).min(1).max(100), status: decision }),
    answer: { status: 200, schema: z.strictObject({ data: z.array(topicWire) }) },
    problems: ["conflict"],
    budget: { read: 1000, written: 500 },
  },
  async (ctx, { params, body: { topicIds, status } }) => {
    const topics = await decideTopics(ctx, params.businessId, topicIds, status);
    return { data: topics.map(topicToWire) };
  },
);

const getTopicRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/topics/{topicId}",
    operation: "getTopic",
    summary: "Get a topic",
    params,
    answer: { status: 200, schema: topicWire },
  },
  async (ctx, { params }) => topicToWire(await getTopic(ctx, params.topicId)),
);

const updateTopicRoute = route(
  {
    ...writing,
    method: "patch",
    path: "/v1/topics/{topicId}",
    operation: "updateTopic",
    summary: "Change, choose or reject a topic",
    description: "The status of a topic that a bundle has used does not change any more.",
    params,
    body: z.strictObject({ ...fields, status: decision }).partial(),
    answer: { status: 200, schema: topicWire },
    problems: ["conflict"],
    budget: { read: 2000, written: 60 },
  },
  async (ctx, { params, body }) => topicToWire(await updateTopic(ctx, params.topicId, body)),
);

export const topicRoutes = [
  listTopicsRoute,
  countTopicsRoute,
  addTopicRoute,
  decideTopicsRoute,
  getTopicRoute,
  updateTopicRoute,
];
