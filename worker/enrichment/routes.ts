import * as z from "zod";
import { enrichmentFields, enrichmentStates } from "../../db/schema/cell/enrichment";
import { idOf, route, toWireTime, wireTime } from "../kernel/contract";
import { getLead } from "../leads";
import { requestEnrichment } from "./enrich";
import { type Enrichment, latestOf } from "./queries";

const enrichmentWire = z
  .strictObject({
    id: z.string(),
    status: z.enum(enrichmentStates),
    provider: z.string(),
    domain: z.string(),
    findings: z.array(
      z.strictObject({
        field: z.enum(enrichmentFields),
        value: z.string(),
        url: z.string().meta({ description: "The page that says it." }),
        confidence: z.number(),
      }),
    ),
    filled: z
      .array(z.string())
      .meta({ description: "Fields of the lead that were empty and are not any more." }),
    errorMessage: z.string().nullable(),
    requestedBy: z.string().nullable(),
    createdAt: wireTime,
    finishedAt: wireTime.nullable(),
  })
  .meta({ id: "LeadEnrichment" });

function toWire({ createdAt, finishedAt, ...row }: Enrichment) {
  const { id, status, provider, domain, findings, filled, errorMessage, requestedBy } = row;
  const times = { createdAt: toWireTime(createdAt), finishedAt: toWireTime(finishedAt) };
  return { id, status, provider, domain, findings, filled, errorMessage, requestedBy, ...times };
}

const shared = {
  tag: "Enrichment",
  access: "organization",
  path: "/v1/leads/{leadId}/enrichment",
  params: z.object({ leadId: idOf("lead") }),
} as const;

export const enrichmentRoutes = [
  route(
    {
      ...shared,
      method: "get",
      permission: "leads:contact",
      operation: "getLeadEnrichment",
      summary: "What was learned of a lead’s company",
      description: "The last look; null where nobody has looked yet.",
      answer: { status: 200, schema: z.strictObject({ enrichment: enrichmentWire.nullable() }) },
    },
    async (ctx, { params: { leadId } }) => {
      const [latest] = await Promise.all([latestOf(ctx, leadId), getLead(ctx, leadId)]);
      return { enrichment: latest && toWire(latest) };
    },
  ),
  route(
    {
      ...shared,
      method: "post",
      permission: "leads:write",
      operation: "enrichLead",
      summary: "Look up a lead’s company",
      description:
        "Its own website is read as robots.txt allows. Of a company that was looked at in the last thirty days, that is taken unless `afresh`. Only empty fields are filled.",
      rate: "generation",
      body: z.strictObject({ afresh: z.boolean().default(false) }),
      answer: { status: 202, schema: enrichmentWire },
      problems: ["conflict"],
    },
    async (ctx, { params: { leadId }, body: { afresh } }) =>
      toWire(await requestEnrichment(ctx, leadId, afresh)),
  ),
];
