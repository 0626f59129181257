import * as z from "zod";
import { idOf, route } from "../kernel/contract";
import { decodeCursor, pageOf, pageQuery, toPage } from "../kernel/page";
import {
  color,
  name,
  sourceFields,
  sourceToWire,
  sourceWire,
  stageFields,
  stageToWire,
  stageWire,
  tagToWire,
  tagWire,
} from "./catalogue-wire";
import { createStage, deleteStage, updateStage } from "./change-stage-list";
import { createSource, deleteSource, getSource, listSources, updateSource } from "./sources";
import { getStage, stagesOf } from "./stages";
import { createTag, deleteTag, getTag, listTags, updateTag } from "./tags";

const reading = { access: "organization", permission: "leads:read" } as const;
const configuring = { access: "organization", permission: "leads:configure", rate: "write" } as const;
const writing = { access: "organization", permission: "leads:write", rate: "write" } as const;

const ofStages = { tag: "Lead stages", params: z.object({ stageId: idOf("leadStage") }) } as const;
const stageAnswer = { status: 200, schema: stageWire } as const;

const stageRoutes = [
  route(
    {
      ...reading,
      tag: ofStages.tag,
      method: "get",
      path: "/v1/lead-stages",
      operation: "listLeadStages",
      summary: "List the stages of the pipeline",
      description: "In their order, thirty at most. An organization begins with nine.",
      answer: { status: 200, schema: z.strictObject({ data: z.array(stageWire) }) },
      budget: { read: 200, written: 40 },
    },
    async (ctx) => ({ data: (await stagesOf(ctx)).map(stageToWire) }),
  ),
  route(
    {
      ...configuring,
      tag: ofStages.tag,
      method: "post",
      path: "/v1/lead-stages",
      operation: "createLeadStage",
      summary: "Add a stage",
      body: z.strictObject({ ...stageFields, position: z.int().min(0).max(30).optional() }),
      answer: { status: 201, schema: stageWire },
      problems: ["conflict"],
      budget: { read: 300, written: 120 },
    },
    async (ctx, { body }) => stageToWire(await createStage(ctx, body)),
  ),
  route(
    {
      ...reading,
      ...ofStages,
      method: "get",
      path: "/v1/lead-stages/{stageId}",
      operation: "getLeadStage",
      summary: "Get a stage",
      answer: stageAnswer,
      budget: { read: 150, written: 40 },
    },
    async (ctx, { params }) => stageToWire(await getStage(ctx, params.stageId)),
  ),
  route(
    {
      ...configuring,
      ...ofStages,
      method: "patch",
      path: "/v1/lead-stages/{stageId}",
      operation: "updateLeadStage",
      summary: "Change a stage",
      description:
        "The status of a stage that leads stand in stays. `isDefault` makes it the one where new leads begin.",
      body: z
        .strictObject({ ...stageFields, position: z.int().min(0).max(30), isDefault: z.literal(true) })
        .partial(),
      answer: stageAnswer,
      problems: ["conflict"],
      budget: { read: 400, written: 120 },
    },
    async (ctx, { params, body }) => stageToWire(await updateStage(ctx, params.stageId, body)),
  ),
  route(
    {
      ...configuring,
      ...ofStages,
      method: "delete",
      path: "/v1/lead-stages/{stageId}",
      operation: "deleteLeadStage",
      summary: "Delete a stage that no lead stands in",
      answer: { status: 204 },
      problems: ["conflict"],
      budget: { read: 300, written: 60 },
    },
    async (ctx, { params }) => await deleteStage(ctx, params.stageId),
  ),
];

const ofSources = { tag: "Lead sources", params: z.object({ sourceId: idOf("leadSource") }) } as const;

const sourceRoutes = [
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
      toPage(await listSources(ctx, keyOf(cursor), limit), limit, ({ nameKey }) => [nameKey], sourceToWire),
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

const ofTags = { tag: "Lead tags", params: z.object({ tagId: idOf("leadTag") }) } as const;
const tagFields = { name, color };

const tagRoutes = [
  route(
    {
      ...reading,
      tag: ofTags.tag,
      method: "get",
      path: "/v1/lead-tags",
      operation: "listLeadTags",
      summary: "List tags",
      query: pageQuery,
      answer: { status: 200, schema: pageOf(tagWire) },
    },
    async (ctx, { query: { cursor, limit } }) =>
      toPage(await listTags(ctx, keyOf(cursor), limit), limit, ({ nameKey }) => [nameKey], tagToWire),
  ),
  route(
    {
      ...writing,
      tag: ofTags.tag,
      method: "post",
      path: "/v1/lead-tags",
      operation: "createLeadTag",
      summary: "Add a tag",
      body: z.strictObject({ name, color: color.default("#64748b") }),
      answer: { status: 201, schema: tagWire },
      problems: ["conflict"],
    },
    async (ctx, { body }) => tagToWire(await createTag(ctx, body)),
  ),
  route(
    {
      ...reading,
      ...ofTags,
      method: "get",
      path: "/v1/lead-tags/{tagId}",
      operation: "getLeadTag",
      summary: "Get a tag",
      answer: { status: 200, schema: tagWire },
    },
    async (ctx, { params }) => tagToWire(await getTag(ctx, params.tagId)),
  ),
  route(
    {
      ...writing,
      ...ofTags,
      method: "patch",
      path: "/v1/lead-tags/{tagId}",
      operation: "updateLeadTag",
      summary: "Rename or recolour a tag",
      body: z.strictObject(tagFields).partial(),
      answer: { status: 200, schema: tagWire },
      problems: ["conflict"],
    },
    async (ctx, { params, body }) => tagToWire(await updateTag(ctx, params.tagId, body)),
  ),
  route(
    {
      ...configuring,
      ...ofTags,
      method: "delete",
      path: "/v1/lead-tags/{tagId}",
      operation: "deleteLeadTag",
      summary: "Delete a tag that no lead has",
      answer: { status: 204 },
      problems: ["conflict"],
    },
    async (ctx, { params }) => await deleteTag(ctx, params.tagId),
  ),
];

function keyOf(cursor: string | undefined): string | undefined {
  return cursor === undefined ? undefined : String(decodeCursor(cursor, 1)[0]);
}

export const ofCatalogue = [...stageRoutes, ...sourceRoutes, ...tagRoutes];
