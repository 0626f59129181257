import * as z from "zod";
import { idOf, route } from "../../kernel/contract";
import { pageOf, pageQuery, cursorId, toPage } from "../../kernel/page";
import { createSource, deleteSource, getSource, listSources, updateSource } from "./sources";
import { sourceFields, sourceToWire, sourceWire } from "./wire";

const reading = { access: "organization", permission: "leads:read" } as const;
const configuring = { access: "organization", permission: "leads:configure", rate: "write" } as const;
const ofSources = { tag: "Lead sources", params: z.object({ sourceId: idOf("leadSource") }) } as const;

export const sourceRoutes = [
  route(
    {
      ...reading,
      tag: ofSources.tag,
      method: "get",
      path: "/v1/lead-sources",
      operation: "listLeadSources",
      summary: "List where leads come from",
      query: pageQuery,
      answer: { status: 200, schema: pageOf(sourceWire) },
    },
    async (ctx, { query: { cursor, limit } }) =>
      toPage(
        await listSources(ctx, cursorId(cursor), limit),
        limit,
        ({ nameKey }) => [nameKey],
        sourceToWire,
      ),
  ),
  route(
    {
      ...configuring,
      tag: ofSources.tag,
      method: "post",
      path: "/v1/lead-sources",
      operation: "createLeadSource",
      summary: "Add a source",
      body: z.strictObject({
        ...sourceFields,
        utmSource: sourceFields.utmSource.default(null),
        utmMedium: sourceFields.utmMedium.default(null),
        utmCampaign: sourceFields.utmCampaign.default(null),
        isActive: z.boolean().default(true),
      }),
      answer: { status: 201, schema: sourceWire },
      problems: ["conflict"],
    },
    async (ctx, { body }) => sourceToWire(await createSource(ctx, body)),
  ),
  route(
    {
      ...reading,
      ...ofSources,
      method: "get",
      path: "/v1/lead-sources/{sourceId}",
      operation: "getLeadSource",
      summary: "Get a source",
      answer: { status: 200, schema: sourceWire },
    },
    async (ctx, { params }) => sourceToWire(await getSource(ctx, params.sourceId)),
  ),
  route(
    {
      ...configuring,
      ...ofSources,
      method: "patch",
      path: "/v1/lead-sources/{sourceId}",
      operation: "updateLeadSource",
      summary: "Change a source",
      body: z.strictObject(sourceFields).partial(),
      answer: { status: 200, schema: sourceWire },
      problems: ["conflict"],
    },
    async (ctx, { params, body }) => sourceToWire(await updateSource(ctx, params.sourceId, body)),
  ),
  route(
    {
      ...configuring,
      ...ofSources,
      method: "delete",
      path: "/v1/lead-sources/{sourceId}",
      operation: "deleteLeadSource",
      summary: "Delete a source that no lead came from",
      answer: { status: 204 },
      problems: ["conflict"],
    },
    async (ctx, { params }) => await deleteSource(ctx, params.sourceId),
  ),
];
