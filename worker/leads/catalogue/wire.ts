import * as z from "zod";
import { customFieldTypes, leadSourceTypes } from "../../../db/schema/cell/lead-catalogue";
import { viewVisibilities } from "../../../db/schema/cell/lead-work";
import { leadStatuses } from "../../../db/schema/cell/leads";
import { toWireTime, wireTime } from "../../kernel/contract";
import type { CustomField } from "../fields/custom-fields";
import type { Source } from "./sources";
import type { Stage } from "./stages";
import type { Tag } from "./tags";
import type { SavedView } from "../listing/views";

export const name = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .refine(
    (value) => value.isWellFormed() && !value.includes("\0"),
    "This text has characters that cannot be kept",
  );
export const color = z
  .string()
  .regex(/^#[0-9a-f]{6}$/)
  .meta({ example: "#6366f1" });

export const stageFields = {
  name,
  color,
  status: z.enum(leadStatuses),
  winProbability: z.int().min(0).max(100),
};
export const stageWire = z
  .strictObject({ id: z.string(), ...stageFields, isDefault: z.boolean(), position: z.int() })
  .meta({ id: "LeadStage" });

export function stageToWire({ id, name, color, status, winProbability, isDefault, position }: Stage) {
  return { id, name, color, status, winProbability, isDefault, position };
}

const utm = z.string().trim().max(200).nullable();
export const sourceFields = {
  name,
  type: z.enum(leadSourceTypes),
  utmSource: utm,
  utmMedium: utm,
  utmCampaign: utm,
  isActive: z.boolean(),
};
export const sourceWire = z.strictObject({ id: z.string(), ...sourceFields }).meta({ id: "LeadSource" });

export function sourceToWire({ id, name, type, utmSource, utmMedium, utmCampaign, isActive }: Source) {
  return { id, name, type, utmSource, utmMedium, utmCampaign, isActive };
}

export const tagWire = z.strictObject({ id: z.string(), name, color }).meta({ id: "LeadTag" });

export function tagToWire({ id, name, color }: Tag) {
  return { id, name, color };
}

export const customFieldFields = {
  label: name,
  description: z.string().trim().max(500),
  options: z.array(name).max(200),
  isRequired: z.boolean(),
  isUnique: z.boolean(),
  isFilterable: z.boolean(),
};
export const fieldKey = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,58}$/)
  .meta({ example: "plan_size" });
export const customFieldWire = z
  .strictObject({
    id: z.string(),
    key: z.string(),
    type: z.enum(customFieldTypes),
    ...customFieldFields,
    position: z.int(),
    archivedAt: wireTime.nullable(),
  })
  .meta({ id: "CustomField" });

export function customFieldToWire(field: CustomField) {
  const { id, key, type, label, description, options, isRequired, isUnique, isFilterable, position } = field;
  const archivedAt = toWireTime(field.archivedAt);
  return {
    id,
    key,
    type,
    label,
    description,
    options,
    isRequired,
    isUnique,
    isFilterable,
    position,
    archivedAt,
  };
}

export const viewWire = z
  .strictObject({
    id: z.string(),
    ownerId: z.string(),
    name,
    visibility: z.enum(viewVisibilities),
    condition: z.unknown().meta({ description: "A condition tree, or null." }),
    columns: z.array(z.string()),
    sort: z.string(),
    groupBy: z.string().nullable(),
    createdAt: wireTime,
    updatedAt: wireTime,
  })
  .meta({ id: "SavedView" });

export function viewToWire(view: SavedView) {
  const { id, ownerId, name, visibility, condition, columns, sort, groupBy } = view;
  const times = { createdAt: toWireTime(view.createdAt), updatedAt: toWireTime(view.updatedAt) };
  return { id, ownerId, name, visibility, condition, columns, sort, groupBy, ...times };
}
