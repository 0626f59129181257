import * as z from "zod";
import { idOf, route } from "../../kernel/contract";
import { cursorId, pageOf, pageQuery, toPage } from "../../kernel/page";
import { getLead } from "../../leads";
import {
  eventsOfLead,
  leadVisitorToWire,
  leadVisitorWire,
  listIdentities,
  redoStitch,
  undoStitch,
  visitorEventToWire,
  visitorEventWire,
} from "../../visitors";

const tag = "Tracking";
const reading = { tag, access: "organization", permission: "leads:read" } as const;
const writing = { tag, access: "organization", permission: "leads:write", rate: "write" } as const;
const params = z.object({ leadId: idOf("lead") });
const one = params.extend({ visitorIdentityId: idOf("visitorIdentity") });
const budget = { read: 60, written: 16 };

const journeyRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/leads/{leadId}/journey",
    operation: "listLeadJourney",
    summary: "List what a lead did on the web",
    description:
      "Newest first: the views, clicks and forms of every browser that is known to be this lead's.",
    params,
    query: pageQuery,
    answer: { status: 200, schema: pageOf(visitorEventWire) },
    budget: { read: 600, written: 4 },
  },
  async (ctx, { params, query: { cursor, limit } }) => {
    await getLead(ctx, params.leadId);
    const rows = await eventsOfLead(ctx, params.leadId, cursorId(cursor), limit);
    return toPage(rows, limit, ({ id }) => [id], visitorEventToWire);
  },
);

const visitorsRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/leads/{leadId}/visitors",
    operation: "listLeadVisitors",
    summary: "List the browsers of a lead",
    params,
    query: pageQuery,
    answer: { status: 200, schema: pageOf(leadVisitorWire) },
    budget: { read: 120, written: 4 },
  },
  async (ctx, { params, query: { cursor, limit } }) => {
    await getLead(ctx, params.leadId);
    const rows = await listIdentities(ctx, params.leadId, cursorId(cursor), limit);
    return toPage(rows, limit, ({ identity }) => [identity.id], leadVisitorToWire);
  },
);

const undoRoute = route(
  {
    ...writing,
    method: "delete",
    path: "/v1/leads/{leadId}/visitors/{visitorIdentityId}",
    operation: "unstitchVisitor",
    summary: "Take a browser away from a lead",
    description: "What it did is no longer the lead's. It can be given back.",
    params: one,
    answer: { status: 204 },
    problems: ["conflict"],
    budget,
  },
  (ctx, { params }) => undoStitch(ctx, params.leadId, params.visitorIdentityId),
);

const redoRoute = route(
  {
    ...writing,
    method: "put",
    path: "/v1/leads/{leadId}/visitors/{visitorIdentityId}",
    operation: "restitchVisitor",
    summary: "Give a browser back to a lead",
    params: one,
    answer: { status: 204 },
    problems: ["conflict"],
    budget,
  },
  (ctx, { params }) => redoStitch(ctx, params.leadId, params.visitorIdentityId),
);

export const journeyRoutes = [journeyRoute, visitorsRoute, undoRoute, redoRoute];
