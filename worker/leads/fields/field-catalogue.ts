import { sql } from "drizzle-orm";
import { engagementLevels, leads, leadStatuses } from "../../../db/schema/cell/leads";
import { can, type Context } from "../../kernel/context";
import type { Field, FieldType } from "../../kernel/conditions";
import { allCustomFields, type CustomField, isContactField } from "./custom-fields";

export type LeadField = Field & { label: string; isContact?: boolean };

const text = (label: string, column: LeadField["column"]): LeadField => ({ type: "text", label, column });
const choice = (label: string, column: LeadField["column"], options?: readonly string[]): LeadField => ({
  type: "choice",
  label,
  column,
  ...(options ? { options } : {}),
});
const number = (label: string, column: LeadField["column"]): LeadField => ({ type: "number", label, column });
const moment = (label: string, column: LeadField["column"]): LeadField => ({ type: "time", label, column });
const contact = (field: LeadField): LeadField => ({ ...field, isContact: true });

const standard: Record<string, LeadField> = {
  firstName: text("First name", leads.firstName),
  lastName: text("Last name", leads.lastName),
  email: contact(text("Email", leads.email)),
  phone: contact(text("Phone", leads.phone)),
  notes: contact(text("Notes", leads.notes)),
  jobTitle: text("Job title", leads.jobTitle),
  companyName: text("Company", leads.companyName),
  website: text("Website", leads.website),
  city: contact({ ...text("City", leads.address), key: "city" }),
  country: contact({ ...text("Country", leads.address), key: "country" }),
  status: choice("Status", leads.status, leadStatuses),
  stageId: choice("Stage", leads.stageId),
  assignedTo: choice("Assignee", leads.assignedTo),
  teamId: choice("Team", leads.teamId),
  sourceId: choice("Source", leads.sourceId),
  companyId: choice("Company record", leads.companyId),
  businessId: choice("Business", leads.businessId),
  formId: choice("Form", leads.formId),
  campaignId: choice("Campaign", leads.campaignId),
  tags: { type: "list", label: "Tags", column: leads.tags },
  score: number("Score", leads.score),
  value: number("Value in minor units", leads.predictedValue),
  conversionProbability: number("Chance to convert", leads.conversionProbability),
  engagementLevel: choice("Engagement", leads.engagementLevel, engagementLevels),
  budget: text("Budget", leads.budget),
  authority: text("Authority", leads.authority),
  need: text("Need", leads.need),
  timeline: text("Timeline", leads.timeline),
  closeReason: text("Reason of closing", leads.closeReason),
  language: choice("Language", leads.language),
  firstTouchSource: text("First touch: source", sql`json_extract(${leads.firstTouch}, '$.utm.source')`),
  firstTouchCampaign: text("First touch: campaign", sql`json_extract(${leads.firstTouch}, '$.utm.campaign')`),
  lastTouchSource: text("Last touch: source", sql`json_extract(${leads.lastTouch}, '$.utm.source')`),
  convertedToCustomer: { type: "boolean", label: "Customer", column: leads.convertedToCustomer },
  createdAt: moment("Created", leads.createdAt),
  updatedAt: moment("Changed", leads.updatedAt),
  stageSince: moment("In stage since", leads.stageSince),
  lastContactedAt: moment("Last contacted", leads.lastContactedAt),
  nextFollowUpAt: moment("Next follow-up", leads.nextFollowUpAt),
  lastActivityAt: moment("Last activity", leads.lastActivityAt),
};

const typeOf: Record<CustomField["type"], FieldType> = {
  text: "text",
  long_text: "text",
  url: "text",
  email: "text",
  phone: "text",
  number: "number",
  date: "time",
  boolean: "boolean",
  select: "choice",
  multiselect: "list",
};

/** What may be asked about leads by whoever asks: what they may not see is not there for them (ROLE-05). */
export async function leadFields(ctx: Context): Promise<Record<string, LeadField>> {
  const custom = (await allCustomFields(ctx)).map((field) => {
    const entry: LeadField = {
      type: typeOf[field.type],
      label: field.label,
      column: leads.customFields,
      key: field.key,
    };
    if (field.type === "select") entry.options = field.options;
    return [`custom.${field.key}`, isContactField(field) ? contact(entry) : entry] as const;
  });
  const all = [...Object.entries(standard), ...custom];
  return Object.fromEntries(can(ctx, "leads:contact") ? all : all.filter(([, { isContact }]) => !isContact));
}
