import * as z from "zod";
import type { Id } from "../../db/ids";
import { idList, idOf, route } from "../kernel/contract";
import { pageOf, pageQuery } from "../kernel/page";
import { countLeads, groupingNames, groupLeads } from "./listing/counting";
import { createLead } from "./create";
import { readFilters } from "./listing/filters";
import { filterQuery, filtersOf } from "./listing/list-query";
import { listLeads } from "./listing/list";
import { readOrder, readPlace } from "./listing/order";
import { getLeadOrItsWay } from "./deletion/merged";
import { searchLeads } from "./listing/search";
import { getLeads } from "./queries";
import { leadChange, newLead } from "./shapes";
import { updateLead } from "./update";
import { conditionOfView } from "./listing/views";
import { leadWire, leadWriter } from "./wire";

const tag = "Leads";
export const reading = { tag, access: "organization", permission: "leads:read" } as const;
export const writing = { tag, access: "organization", permission: "leads:write", rate: "write" } as const;
export const params = z.object({ leadId: idOf("lead") });
export const answer = { status: 200, schema: leadWire } as const;
/** A page, the fields and members it needs; a filter that no index answers looks at ten thousand at most. */
const walking = { read: 22_000, written: 4 };

const listLeadsRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/leads",
    operation: "listLeads",
    summary: "List leads",
    description:
      "Newest first, or by another order: updatedAt, name, score, value, nextFollowUpAt, custom.key, each with a minus for the other way. A call looks at ten thousand leads at most: where a rare condition is asked, a page may be short or empty and still have a nextCursor to go on from.",
    query: pageQuery.extend({ ...filterQuery, sort: z.string().max(80).default("-createdAt") }),
    answer: { status: 200, schema: pageOf(leadWire) },
    budget: walking,
  },
  async (ctx, { query: { cursor, limit, sort, ...query } }) => {
    const order = await readOrder(ctx, sort);
    const filters = await readFilters(ctx, filtersOf(ctx, query, await conditionOfView(ctx, query.viewId)));
    const page = await listLeads(ctx, { filters, order, after: readPlace(order, cursor), limit });
    return { ...page, data: page.data.map(await leadWriter(ctx)) };
  },
);

const count = {
  count: z.number().int(),
  isExact: z.boolean().meta({ description: "False: there are more." }),
};

const countLeadsRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/lead-counts",
    operation: "countLeads",
    summary: "Count leads",
    description: "All of them exactly; what a filter leaves up to ten thousand.",
    query: z.strictObject(filterQuery),
    answer: { status: 200, schema: z.strictObject(count) },
    budget: walking,
  },
  async (ctx, { query }) =>
    await countLeads(
      ctx,
      await readFilters(ctx, filtersOf(ctx, query, await conditionOfView(ctx, query.viewId))),
    ),
);

const groupLeadsRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/lead-groups",
    operation: "groupLeads",
    summary: "Count leads by group",
    description: "By stage, status, assignee, source or company; counted over ten thousand leads at most.",
    query: z.strictObject({ ...filterQuery, by: z.enum(groupingNames) }),
    answer: {
      status: 200,
      schema: z.strictObject({
        data: z.array(z.strictObject({ key: z.string().nullable(), count: z.number().int() })),
        isExact: z.boolean(),
      }),
    },
    budget: walking,
  },
  async (ctx, { query: { by, ...query } }) => {
    const filters = await readFilters(ctx, filtersOf(ctx, query, await conditionOfView(ctx, query.viewId)));
    return await groupLeads(ctx, filters, by);
  },
);

const searchLeadsRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/leads/search",
    operation: "searchLeads",
    summary: "Search leads",
    description:
      "The newest leads in which every word begins so: names, companies and job titles, and email, phone and notes for who may see them.",
    query: z.strictObject({ q: z.string().max(200), limit: pageQuery.shape.limit }),
    answer: { status: 200, schema: z.strictObject({ data: z.array(leadWire) }) },
    budget: { read: 1000, written: 4 },
  },
  async (ctx, { query: { q, limit } }) => {
    const leads = await searchLeads(ctx, q, limit);
    return { data: leads.map(await leadWriter(ctx)) };
  },
);

const leadsByIdRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/leads/by-id",
    operation: "getLeads",
    summary: "Get some leads",
    description: "In the order they are named; who is not here, or not any more, is left out.",
    query: z.strictObject({ ids: idList }),
    answer: { status: 200, schema: z.strictObject({ data: z.array(leadWire) }) },
    budget: { read: 300, written: 4 },
  },
  async (ctx, { query }) => {
    const leads = await getLeads(ctx, query.ids as Id<"lead">[]); // safe: only compared
    return { data: leads.filter(({ isListed }) => isListed).map(await leadWriter(ctx)) };
  },
);

const createLeadRoute = route(
  {
    ...writing,
    method: "post",
    path: "/v1/leads",
    operation: "createLead",
    summary: "Create a lead",
    description:
      "At least a name, an address, a number or a company. Somebody who is a lead already is refused.",
    body: newLead,
    answer: { status: 201, schema: leadWire },
    problems: ["conflict"],
    budget: { read: 400, written: 90 },
  },
  async (ctx, { body }) => (await leadWriter(ctx))(await createLead(ctx, body)),
);

const getLeadRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/leads/{leadId}",
    operation: "getLead",
    summary: "Get a lead",
    description: "Of one that was merged, the problem’s `current.mergedInto` names the lead that took it up.",
    params,
    answer,
  },
  async (ctx, { params }) => (await leadWriter(ctx))(await getLeadOrItsWay(ctx, params.leadId)),
);

const updateLeadRoute = route(
  {
    ...writing,
    method: "patch",
    path: "/v1/leads/{leadId}",
    operation: "updateLead",
    summary: "Change a lead",
    description: "Changes what is given. Its stage changes by PUT /v1/leads/{leadId}/stage.",
    params,
    body: leadChange,
    answer,
    problems: ["conflict"],
    budget: { read: 500, written: 100 },
  },
  async (ctx, { params, body }) => (await leadWriter(ctx))(await updateLead(ctx, params.leadId, body)),
);

export const ofLeads = [
  listLeadsRoute,
  countLeadsRoute,
  groupLeadsRoute,
  searchLeadsRoute,
  leadsByIdRoute,
  createLeadRoute,
  getLeadRoute,
  updateLeadRoute,
];
