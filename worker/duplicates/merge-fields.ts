import type { Consent, Touch } from "../../db/schema/cell/leads";
import type { Lead } from "../leads";

/** Which of the two leads' values stays; notes may be kept of both. */
export const mergeChoices = ["kept", "merged", "both"] as const;
export type MergeChoice = (typeof mergeChoices)[number];
export type Choices = Readonly<Record<string, MergeChoice>>;

/** What a person chooses between, and the columns it stands in. What has no value yet is filled from the other. */
const columnsOfField = {
  firstName: ["firstName"],
  lastName: ["lastName"],
  email: ["email"],
  phone: ["phone"],
  jobTitle: ["jobTitle"],
  company: ["companyName", "companyId"],
  website: ["website"],
  address: ["address"],
  notes: ["notes"],
  stage: ["stageId", "status", "stageSince", "closeReason", "closedAt", "position"],
  assignee: ["assignedTo", "assignedAt", "teamId"],
  value: ["predictedValue", "valueCurrency"],
  source: ["sourceId"],
  business: ["businessId"],
  budget: ["budget"],
  authority: ["authority"],
  need: ["need"],
  timeline: ["timeline"],
  language: ["language"],
  communicationPreference: ["communicationPreference"],
  optimalContactTime: ["optimalContactTime"],
} as const satisfies Record<string, readonly (keyof Lead)[]>;

type FieldName = keyof typeof columnsOfField;

export type MergeField = { name: string; choice: MergeChoice; isConflict: boolean };

/** Every field that says something in either of them, with what stays unless somebody chooses otherwise. */
export function mergeFieldsOf(kept: Lead, merged: Lead): MergeField[] {
  return [
    ...(Object.keys(columnsOfField) as FieldName[]).map((name) => {
      // safe: that object's own keys
      const [column] = columnsOfField[name];
      return { name, ...choiceBetween(name, kept[column], merged[column]) };
    }),
    ...customKeys(kept, merged).map((key) => ({
      name: `custom.${key}`,
      ...choiceBetween(key, kept.customFields[key], merged.customFields[key]),
    })),
  ]
    .filter(({ hasValue }) => hasValue)
    .map(({ name, choice, isConflict }) => ({ name, choice, isConflict }));
}

function choiceBetween(name: string, kept: unknown, merged: unknown) {
  const isConflict = !isEmpty(kept) && !isEmpty(merged) && JSON.stringify(kept) !== JSON.stringify(merged);
  const usual: MergeChoice = isEmpty(kept) && !isEmpty(merged) ? "merged" : "kept";
  return {
    isConflict,
    choice: isConflict && name === "notes" ? ("both" as const) : usual,
    hasValue: !isEmpty(kept) || !isEmpty(merged),
  };
}

export function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === "") return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}

function customKeys(kept: Lead, merged: Lead): string[] {
  return [...new Set([...Object.keys(kept.customFields), ...Object.keys(merged.customFields)])].toSorted();
}

/** The columns of the lead that stays, as they will be. */
export function mergedColumns(kept: Lead, merged: Lead, choices: Choices): Partial<Lead> {
  const fields = mergeFieldsOf(kept, merged).map(({ name, choice }) => ({
    name,
    choice: choices[name] ?? choice,
  }));
  const taken = fields.filter(({ choice }) => choice === "merged").map(({ name }) => name);
  const columns = taken.flatMap((name) => (isField(name) ? columnsOfField[name] : []));
  const notes = fields.find(({ name }) => name === "notes");
  return {
    ...Object.fromEntries(columns.map((column) => [column, merged[column]])),
    ...(notes?.choice === "both" ? { notes: `${kept.notes}\n\n${merged.notes}`.slice(0, 20_000) } : {}),
    customFields: customFieldsOf(kept, merged, taken),
    ...addedUp(kept, merged),
  };
}

function isField(name: string): name is FieldName {
  return Object.hasOwn(columnsOfField, name);
}

function customFieldsOf(kept: Lead, merged: Lead, taken: readonly string[]) {
  const values = { ...kept.customFields };
  for (const key of Object.keys(merged.customFields)) {
    const value = merged.customFields[key];
    if (value !== undefined && taken.includes(`custom.${key}`)) values[key] = value;
  }
  return values;
}

/** What nobody has to choose: both of them count. */
function addedUp(kept: Lead, merged: Lead): Partial<Lead> {
  return {
    tags: [...new Set([...kept.tags, ...merged.tags])],
    consent: newest(kept.consent, merged.consent),
    firstTouch: earliest(kept.firstTouch, merged.firstTouch),
    lastTouch: newest(kept.lastTouch, merged.lastTouch),
    firstContactedAt: least(kept.firstContactedAt, merged.firstContactedAt),
    lastContactedAt: most(kept.lastContactedAt, merged.lastContactedAt),
    lastActivityAt: most(kept.lastActivityAt, merged.lastActivityAt),
    nextFollowUpAt: least(kept.nextFollowUpAt, merged.nextFollowUpAt),
    qualifiedAt: least(kept.qualifiedAt, merged.qualifiedAt),
    convertedAt: least(kept.convertedAt, merged.convertedAt),
    convertedToCustomer: kept.convertedToCustomer || merged.convertedToCustomer,
    customerId: kept.customerId ?? merged.customerId,
    formId: kept.formId ?? merged.formId,
    campaignId: kept.campaignId ?? merged.campaignId,
    enrichedData: { ...merged.enrichedData, ...kept.enrichedData },
  };
}

function earliest(a: Touch | null, b: Touch | null): Touch | null {
  return a && b ? (b.at < a.at ? b : a) : (a ?? b);
}

function newest<T extends Touch | Consent>(a: T | null, b: T | null): T | null {
  return a && b ? (b.at > a.at ? b : a) : (a ?? b);
}

function least(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b);
}

function most(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}
