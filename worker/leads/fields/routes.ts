import * as z from "zod";
import { customFieldTypes } from "../../../db/schema/cell/lead-catalogue";
import { operatorsOf } from "../../kernel/conditions";
import { idOf, route } from "../../kernel/contract";
import { customFieldFields, customFieldToWire, customFieldWire, fieldKey, name } from "../catalogue/wire";
import { createCustomField, updateCustomField } from "./change-fields";
import { allCustomFields, getCustomField } from "./custom-fields";
import { leadFields } from "./field-catalogue";

const reading = { access: "organization", permission: "leads:read" } as const;
const configuring = { access: "organization", permission: "leads:configure", rate: "write" } as const;
const ofFields = { tag: "Custom fields", params: z.object({ fieldId: idOf("customField") }) } as const;
const fieldAnswer = { status: 200, schema: customFieldWire } as const;

export const fieldRoutes = [
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
