import * as z from "zod";
import { engagementLevels, leadStatuses, type Touch } from "../../db/schema/cell/leads";
import { can, type Context } from "../kernel/context";
import { toWireTime, wireTime } from "../kernel/contract";
import { allCustomFields, type CustomField, isContactField } from "./fields/custom-fields";
import { type CustomValue, customValueToWire } from "./pure/custom-values";
import type { Lead } from "./queries";

export const money = z.strictObject({
  amount: z.number().int().meta({ description: "In minor units." }),
  currency: z.string().meta({ example: "usd" }),
});

const words = z.record(z.string(), z.string());
const customValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);

const touchWire = z.strictObject({
  at: wireTime,
  kind: z.string(),
  utm: words,
  referrer: z.string().nullable(),
  landingUrl: z.string().nullable(),
  formId: z.string().nullable(),
  pieceId: z.string().nullable(),
  linkId: z.string().nullable(),
});

export const leadWire = z
  .strictObject({
    id: z.string(),
    firstName: z.string(),
    lastName: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    jobTitle: z.string(),
    website: z.string().nullable(),
    address: words,
    notes: z.string().nullable(),
    company: z.strictObject({ id: z.string().nullable(), name: z.string() }).nullable(),
    businessId: z.string().nullable(),
    formId: z.string().nullable(),
    campaignId: z.string().nullable(),
    sourceId: z.string().nullable(),
    assignedTo: z.string().nullable(),
    assignedAt: wireTime.nullable(),
    teamId: z.string().nullable(),
    stageId: z.string(),
    stageSince: wireTime,
    status: z.enum(leadStatuses),
    position: z.string(),
    closeReason: z.string(),
    closedAt: wireTime.nullable(),
    score: z.number().nullable(),
    scoreConfidence: z.number().nullable(),
    value: money.nullable(),
    conversionProbability: z.number().nullable(),
    engagementLevel: z.enum(engagementLevels),
    communicationPreference: words,
    optimalContactTime: words,
    budget: z.string(),
    authority: z.string(),
    need: z.string(),
    timeline: z.string(),
    customFields: z.record(z.string(), customValue),
    tagIds: z.array(z.string()),
    consent: z
      .strictObject({ given: z.boolean(), text: z.string(), version: z.string().nullable(), at: wireTime })
      .nullable(),
    firstTouch: touchWire.nullable(),
    lastTouch: touchWire.nullable(),
    language: z.string().nullable(),
    convertedToCustomer: z.boolean(),
    convertedAt: wireTime.nullable(),
    lastContactedAt: wireTime.nullable(),
    nextFollowUpAt: wireTime.nullable(),
    lastActivityAt: wireTime.nullable(),
    createdAt: wireTime,
    updatedAt: wireTime,
  })
  .meta({
    id: "Lead",
    description:
      "Email, phone, address, notes and consent are null or empty for who may not see how to reach people.",
  });

export type LeadWire = z.input<typeof leadWire>;

/** What of a lead this caller may see; custom fields are read once for a whole page. */
export async function leadWriter(ctx: Context): Promise<(lead: Lead) => LeadWire> {
  const fields = new Map((await allCustomFields(ctx)).map((field) => [field.key, field]));
  const seesContact = can(ctx, "leads:contact");
  return (lead) => leadToWire(lead, fields, seesContact);
}

function leadToWire(lead: Lead, fields: ReadonlyMap<string, CustomField>, seesContact: boolean): LeadWire {
  return {
    // safe: the names are a list of columns, each taken as it is
    ...(Object.fromEntries(asTheyAre.map((name) => [name, lead[name]])) as Pick<
      Lead,
      (typeof asTheyAre)[number]
    >),
    ...contactOf(lead, seesContact),
    company: lead.companyId || lead.companyName ? { id: lead.companyId, name: lead.companyName } : null,
    value: moneyOf(lead.predictedValue, lead.valueCurrency),
    customFields: customToWire(lead, fields, seesContact),
    tagIds: lead.tags,
    firstTouch: touchToWire(lead.firstTouch),
    lastTouch: touchToWire(lead.lastTouch),
    ...timesOf(lead),
  };
}

const asTheyAre = [
  "id",
  "firstName",
  "lastName",
  "jobTitle",
  "website",
  "businessId",
  "formId",
  "campaignId",
  "sourceId",
  "assignedTo",
  "teamId",
  "stageId",
  "status",
  "position",
  "closeReason",
  "score",
  "scoreConfidence",
  "conversionProbability",
  "engagementLevel",
  "communicationPreference",
  "optimalContactTime",
  "budget",
  "authority",
  "need",
  "timeline",
  "language",
  "convertedToCustomer",
] as const;

function contactOf({ email, phone, notes, address, consent }: Lead, seesContact: boolean) {
  if (!seesContact) return { email: null, phone: null, notes: null, address: {}, consent: null };
  const agreed = consent && {
    given: consent.given,
    text: consent.text,
    version: consent.version ?? null,
    at: toWireTime(consent.at),
  };
  return { email, phone, notes, address: address as Record<string, string>, consent: agreed }; // safe: no part of an address is kept undefined
}

export function moneyOf(amount: number | null, currency: string | null) {
  return amount === null ? null : { amount, currency: currency ?? "usd" };
}

function customToWire(
  { customFields }: Lead,
  fields: ReadonlyMap<string, CustomField>,
  seesContact: boolean,
): Record<string, CustomValue> {
  const shown = Object.entries(customFields).flatMap(([key, value]) => {
    const field = fields.get(key);
    if (field && isContactField(field) && !seesContact) return [];
    return [[key, customValueToWire(field?.type, value)] as const];
  });
  return Object.fromEntries(shown);
}

function touchToWire(touch: Touch | null) {
  if (!touch) return null;
  const { at, kind, utm = {}, referrer = null, landingUrl = null } = touch;
  const { formId = null, pieceId = null, linkId = null } = touch;
  const tags = Object.fromEntries(Object.entries(utm).filter(([, value]) => value !== undefined));
  return { at: toWireTime(at), kind, utm: tags, referrer, landingUrl, formId, pieceId, linkId };
}

function timesOf(lead: Lead) {
  return {
    assignedAt: toWireTime(lead.assignedAt),
    stageSince: toWireTime(lead.stageSince),
    closedAt: toWireTime(lead.closedAt),
    convertedAt: toWireTime(lead.convertedAt),
    lastContactedAt: toWireTime(lead.lastContactedAt),
    nextFollowUpAt: toWireTime(lead.nextFollowUpAt),
    lastActivityAt: toWireTime(lead.lastActivityAt),
    createdAt: toWireTime(lead.createdAt),
    updatedAt: toWireTime(lead.updatedAt),
  };
}
