import * as z from "zod";
import { customFieldTypes } from "../../db/schema/cell/lead-catalogue";
import { viewVisibilities } from "../../db/schema/cell/lead-work";
import { conditionSchema, operatorsOf } from "../kernel/conditions";
import { idOf, route } from "../kernel/contract";
import { cursorId, pageOf, pageQuery, toPage } from "../kernel/page";
import {
  customFieldFields,
  customFieldToWire,
  customFieldWire,
  fieldKey,
  name,
  viewToWire,
  viewWire,
} from "./catalogue-wire";
import { createCustomField, updateCustomField } from "./change-fields";
import { groupingNames } from "./counting";
import { allCustomFields, getCustomField } from "./custom-fields";
import { leadFields } from "./field-catalogue";
import { createView, deleteView, getView, listViews, updateView } from "./views";

const reading = { access: "organization", permission: "leads:read" } as const;
const configuring = { access: "organization", permission: "leads:configure", rate: "write" } as const;
const ofFields = { tag: "Custom fields", params: z.object({ fieldId: idOf("customField") }) } as const;
const fieldAnswer = { status: 200, schema: customFieldWire } as const;

const customFieldRoutes = [
  route(
    {
      ...reading,
      tag: ofFields.tag,
      method: "get",
      path: "/v1/custom-fields",
      operation: "listCustomFields",
      summary: "List custom fields",
      description: "All of them in their order; archived ones too.",
      answer: { status: 200, schema: z.strictObject({ data: z.array(customFieldWire) }) },
      budget: { read: 300, written: 4 },
    },
    async (ctx) => ({ data: (await allCustomFields(ctx)).map(customFieldToWire) }),
  ),
  route(
    {
      ...configuring,
      tag: ofFields.tag,
      method: "post",
      path: "/v1/custom-fields",
      operation: "createCustomField",
      summary: "Add a custom field",
      description: "Key and type never change. A filterable field can be sorted and filtered by at any size.",
      body: z.strictObject({
        key: fieldKey,
        type: z.enum(customFieldTypes),
        label: name,
        description: customFieldFields.description.default(""),
        options: customFieldFields.options.default([]).meta({ example: [] }),
        isRequired: z.boolean().default(false),
        isUnique: z.boolean().default(false),
        isFilterable: z.boolean().default(false),
      }),
      answer: { status: 201, schema: customFieldWire },
      problems: ["conflict"],
      budget: { read: 500, written: 60 },
    },
    async (ctx, { body }) => customFieldToWire(await createCustomField(ctx, body)),
  ),
  route(
    {
      ...reading,
      ...ofFields,
      method: "get",
      path: "/v1/custom-fields/{fieldId}",
      operation: "getCustomField",
      summary: "Get a custom field",
      answer: fieldAnswer,
    },
    async (ctx, { params }) => customFieldToWire(await getCustomField(ctx, params.fieldId)),
  ),
  route(
    {
      ...configuring,
      ...ofFields,
      method: "patch",
      path: "/v1/custom-fields/{fieldId}",
      operation: "updateCustomField",
      summary: "Change or archive a custom field",
      description: "An archived field is offered no more; leads keep what they have in it.",
      body: z
        .strictObject({
          ...customFieldFields,
          options: customFieldFields.options.meta({ example: [] }),
          position: z.int().min(0).max(500),
          archived: z.boolean(),
        })
        .partial(),
      answer: fieldAnswer,
    },
    async (ctx, { params, body }) => customFieldToWire(await updateCustomField(ctx, params.fieldId, body)),
  ),
  route(
    {
      ...reading,
      tag: ofFields.tag,
      method: "get",
      path: "/v1/lead-fields",
      operation: "listLeadFields",
      summary: "What a condition about leads may ask",
      description: "Only what the caller may see.",
      answer: {
        status: 200,
        schema: z.strictObject({
          data: z.array(
            z.strictObject({
              name: z.string(),
              label: z.string(),
              type: z.enum(["text", "choice", "number", "boolean", "time", "list"]),
              operators: z.array(z.string()),
              options: z.array(z.string()).nullable(),
              isContact: z.boolean(),
            }),
          ),
        }),
      },
      budget: { read: 300, written: 4 },
    },
    async (ctx) => ({
      data: Object.entries(await leadFields(ctx)).map(
        ([name, { label, type, options, isContact = false }]) => ({
          name,
          label,
          type,
          isContact,
          operators: [...operatorsOf[type]],
          options: options ? [...options] : null,
        }),
      ),
    }),
  ),
];

const viewing = {
  access: "organization",
  permission: "leads:read",
  rate: "write",
  tag: "Saved views",
} as const;
const viewParams = z.object({ viewId: idOf("savedView") });
const viewAnswer = { status: 200, schema: viewWire } as const;
const viewFields = {
  name,
  visibility: z.enum(viewVisibilities),
  condition: conditionSchema.nullable().meta({ example: { all: [] } }),
  columns: z.array(z.string().min(1).max(80)).max(60),
  sort: z.string().max(80).meta({ example: "-createdAt" }),
  groupBy: z.enum(groupingNames).nullable(),
};

const viewRoutes = [
  route(
    {
      ...reading,
      tag: viewing.tag,
      method: "get",
      path: "/v1/saved-views",
      operation: "listSavedViews",
      summary: "List saved views of leads",
      description: "One's own and those that are shared.",
      query: pageQuery,
      answer: { status: 200, schema: pageOf(viewWire) },
      budget: { read: 500, written: 4 },
    },
    async (ctx, { query: { cursor, limit } }) =>
      toPage(await listViews(ctx, cursorId(cursor), limit), limit, ({ id }) => [id], viewToWire),
  ),
  route(
    {
      ...viewing,
      method: "post",
      path: "/v1/saved-views",
      operation: "createSavedView",
      summary: "Save a view",
      sessionOnly: true,
      body: z.strictObject({
        ...viewFields,
        visibility: viewFields.visibility.default("private"),
        condition: viewFields.condition.default(null),
        columns: viewFields.columns.default([]),
        sort: viewFields.sort.default("-createdAt"),
        groupBy: viewFields.groupBy.default(null),
      }),
      answer: { status: 201, schema: viewWire },
    },
    async (ctx, { body }) => viewToWire(await createView(ctx, body)),
  ),
  route(
    {
      ...reading,
      tag: viewing.tag,
      method: "get",
      path: "/v1/saved-views/{viewId}",
      operation: "getSavedView",
      summary: "Get a saved view",
      params: viewParams,
      answer: viewAnswer,
    },
    async (ctx, { params }) => viewToWire(await getView(ctx, params.viewId)),
  ),
  route(
    {
      ...viewing,
      method: "patch",
      path: "/v1/saved-views/{viewId}",
      operation: "updateSavedView",
      summary: "Change a saved view",
      params: viewParams,
      body: z.strictObject(viewFields).partial(),
      answer: viewAnswer,
    },
    async (ctx, { params, body }) => viewToWire(await updateView(ctx, params.viewId, body)),
  ),
  route(
    {
      ...viewing,
      method: "delete",
      path: "/v1/saved-views/{viewId}",
      operation: "deleteSavedView",
      summary: "Delete a saved view",
      params: viewParams,
      answer: { status: 204 },
    },
    async (ctx, { params }) => await deleteView(ctx, params.viewId),
  ),
];

export const ofFieldsAndViews = [...customFieldRoutes, ...viewRoutes];
