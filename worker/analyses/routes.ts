import * as z from "zod";
import { factStates } from "../../db/schema/cell/business";
import { getBusiness, websiteAddress } from "../businesses";
import { idOf, route } from "../kernel/contract";
import { cursorId, pageOf, pageQuery, toPage } from "../kernel/page";
import { acceptAnalysis } from "./accept";
import { changeFact, decideFacts } from "./decide";
import { proposalWire, proposedFields } from "./proposal";
import { getAnalysis, listAnalyses, listFacts } from "./queries";
import { startAnalysis } from "./start";
import { analysisToWire, analysisWire, factToWire, factWire } from "./wire";

const tag = "Website analyses";
const reading = { tag, access: "organization", permission: "content:read" } as const;
const writing = { tag, access: "organization", permission: "content:write" } as const;
const ofBusiness = z.object({ businessId: idOf("business") });
const params = z.object({ analysisId: idOf("analysis") });
const budget = { read: 120, written: 30 };

const startRoute = route(
  {
    ...writing,
    rate: "generation",
    method: "post",
    path: "/v1/businesses/{businessId}/analyses",
    operation: "startAnalysis",
    summary: "Read a website",
    description:
      "Of the business, or the one that is given. It has ended when “analysis.completed” or “analysis.failed” is heard.",
    params: ofBusiness,
    body: z.strictObject({ url: websiteAddress.optional() }),
    answer: { status: 202, schema: analysisWire },
    problems: ["conflict", "switched_off", "plan_limit"],
    budget,
  },
  async (ctx, { params, body }) => analysisToWire(await startAnalysis(ctx, params.businessId, body.url)),
);

const listRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/businesses/{businessId}/analyses",
    operation: "listAnalyses",
    summary: "List the readings of a business's website",
    description: "The newest first.",
    params: ofBusiness,
    query: pageQuery,
    answer: { status: 200, schema: pageOf(analysisWire) },
  },
  async (ctx, { params, query: { cursor, limit } }) => {
    const { id } = await getBusiness(ctx, params.businessId);
    const rows = await listAnalyses(ctx, id, cursorId(cursor), limit);
    return toPage(rows, limit, (row) => [row.id], analysisToWire);
  },
);

const getRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/analyses/{analysisId}",
    operation: "getAnalysis",
    summary: "Get an analysis",
    params,
    answer: { status: 200, schema: analysisWire },
    budget: { read: 20, written: 4 },
  },
  async (ctx, { params }) => analysisToWire(await getAnalysis(ctx, params.analysisId)),
);

const factsRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/analyses/{analysisId}/facts",
    operation: "listAnalysisFacts",
    summary: "List what an analysis found",
    description: "Each fact with the sentence that says so and the address where it stands.",
    params,
    query: pageQuery,
    answer: { status: 200, schema: pageOf(factWire) },
  },
  async (ctx, { params, query: { cursor, limit } }) => {
    const rows = await listFacts(ctx, await getAnalysis(ctx, params.analysisId), cursorId(cursor), limit);
    return toPage(rows, limit, (row) => [row.id], factToWire);
  },
);

const changeFactRoute = route(
  {
    ...writing,
    rate: "write",
    method: "patch",
    path: "/v1/analysis-facts/{factId}",
    operation: "updateAnalysisFact",
    summary: "Accept, reject or reword a fact",
    params: z.object({ factId: idOf("analysisFact") }),
    body: z.strictObject({
      status: z.enum(factStates).optional(),
      statement: z.string().trim().min(1).max(500).optional(),
    }),
    answer: { status: 200, schema: factWire },
    budget,
  },
  async (ctx, { params, body }) => factToWire(await changeFact(ctx, params.factId, body)),
);

const decideFactsRoute = route(
  {
    ...writing,
    rate: "write",
    method: "post",
    path: "/v1/analyses/{analysisId}/fact-decisions",
    operation: "decideAnalysisFacts",
    summary: "Accept or reject many facts",
    description: "The named ones, or all that are undecided.",
    params,
    body: z.strictObject({
      status: z.enum(factStates),
      factIds: z.array(idOf("analysisFact")).min(1).max(100).optional(),
    }),
    answer: { status: 200, schema: analysisWire },
    budget: { read: 400, written: 250 },
  },
  async (ctx, { params, body }) =>
    analysisToWire(await decideFacts(ctx, params.analysisId, body.status, body.factIds)),
);

const acceptRoute = route(
  {
    ...writing,
    rate: "write",
    method: "post",
    path: "/v1/analyses/{analysisId}/acceptance",
    operation: "acceptAnalysis",
    summary: "Take a proposal into the profile",
    description: "Field by field, each as it was proposed or in other words.",
    params,
    body: z.strictObject({
      fields: z.array(z.enum(proposedFields)).max(proposedFields.length).optional(),
      changes: proposalWire.optional(),
      facts: z.enum(["accept", "leave"]).default("accept"),
    }),
    answer: { status: 200, schema: analysisWire },
    problems: ["conflict"],
    budget: { read: 400, written: 250 },
  },
  async (ctx, { params, body }) => analysisToWire(await acceptAnalysis(ctx, params.analysisId, body)),
);

export const analysisRoutes = [
  startRoute,
  listRoute,
  getRoute,
  factsRoute,
  changeFactRoute,
  decideFactsRoute,
  acceptRoute,
];
