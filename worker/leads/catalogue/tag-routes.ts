import * as z from "zod";
import { idOf, route } from "../../kernel/contract";
import { pageOf, pageQuery, cursorId, toPage } from "../../kernel/page";
import { createTag, deleteTag, getTag, listTags, updateTag } from "./tags";
import { color, name, tagToWire, tagWire } from "./wire";

const reading = { access: "organization", permission: "leads:read" } as const;
const configuring = { access: "organization", permission: "leads:configure", rate: "write" } as const;
const writing = { access: "organization", permission: "leads:write", rate: "write" } as const;
const ofTags = { tag: "Lead tags", params: z.object({ tagId: idOf("leadTag") }) } as const;
const tagFields = { name, color };

export const tagRoutes = [
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
      toPage(await listTags(ctx, cursorId(cursor), limit), limit, ({ nameKey }) => [nameKey], tagToWire),
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
