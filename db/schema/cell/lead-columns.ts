import { integer, real, text } from "drizzle-orm/sqlite-core";
import { flag, idOf, json, time, updatedAt } from "../../columns";

export const leadStatuses = [
  "new",
  "contacted",
  "qualified",
  "proposal",
  "negotiation",
  "closed_won",
  "closed_lost",
  "nurturing",
  "unqualified",
] as const;
export const engagementLevels = ["unknown", "low", "medium", "high", "very_high"] as const;

export type Address = Partial<Record<"street" | "city" | "region" | "postalCode" | "country", string>>;
/** By the key of the field: dates as milliseconds, choices as they are written in the field's options. */
export type CustomValues = Record<string, string | number | boolean | string[]>;
/** How somebody came here, once. */
export type Touch = {
  at: number;
  kind: string;
  utm?: Partial<Record<"source" | "medium" | "campaign" | "term" | "content", string>>;
  referrer?: string;
  landingUrl?: string;
  formId?: string;
  submissionId?: string;
  pieceId?: string;
  linkId?: string;
  clickId?: string;
  campaignId?: string;
  visitorId?: string;
};
/** What a person agreed to, in the words that they saw (GDPR-04). */
export type Consent = {
  given: boolean;
  text: string;
  version?: string;
  at: number;
  ip?: string;
  formId?: string;
};

/** Everything that is known of a lead: of one in the lists, and of one that was deleted and may come back. */
export const leadColumns = () => ({
  firstName: text("first_name").notNull().default(""),
  lastName: text("last_name").notNull().default(""),
  /** Lower case, last name first: the order of a list by name. */
  nameKey: text("name_key").notNull().default(""),
  email: text("email"),
  phone: text("phone"),
  /** The one thing by which somebody is known again: address, or number, or name with company. */
  matchKey: text("match_key"),
  phoneKey: text("phone_key"),
  jobTitle: text("job_title").notNull().default(""),
  website: text("website"),
  address: json<Address>("address").notNull().default({}),
  notes: text("notes").notNull().default(""),
  companyId: idOf("company", "company_id"),
  /** As it was typed, until the company is found or made. */
  companyName: text("company_name").notNull().default(""),
  businessId: idOf("business", "business_id"),
  formId: idOf("form", "form_id"),
  campaignId: idOf("campaign", "campaign_id"),
  sourceId: idOf("leadSource", "source_id"),
  assignedTo: idOf("user", "assigned_to"),
  assignedAt: time("assigned_at"),
  teamId: idOf("team", "team_id"),
  stageId: idOf("leadStage", "stage_id").notNull(),
  stageSince: time("stage_since").notNull(),
  /** Its place in the stage: text that always has room between two others. */
  position: text("position").notNull(),
  status: text("status", { enum: leadStatuses }).notNull().default("new"),
  closeReason: text("close_reason").notNull().default(""),
  closedAt: time("closed_at"),
  score: integer("score"),
  scoreConfidence: real("score_confidence"),
  /** In minor units of the currency. */
  predictedValue: integer("predicted_value"),
  valueCurrency: text("value_currency"),
  conversionProbability: real("conversion_probability"),
  engagementLevel: text("engagement_level", { enum: engagementLevels }).notNull().default("unknown"),
  communicationPreference: json<Record<string, string>>("communication_preference").notNull().default({}),
  optimalContactTime: json<Record<string, string>>("optimal_contact_time").notNull().default({}),
  budget: text("budget").notNull().default(""),
  authority: text("authority").notNull().default(""),
  need: text("need").notNull().default(""),
  timeline: text("timeline").notNull().default(""),
  customFields: json<CustomValues>("custom_fields").notNull().default({}),
  /** Ids of tags, so that renaming one costs one row. */
  tags: json<string[]>("tags").notNull().default([]),
  consent: json<Consent>("consent"),
  enrichedData: json<Record<string, unknown>>("enriched_data").notNull().default({}),
  firstTouch: json<Touch>("first_touch"),
  lastTouch: json<Touch>("last_touch"),
  language: text("language"),
  convertedToCustomer: flag("converted_to_customer").notNull().default(false),
  customerId: text("customer_id"),
  convertedAt: time("converted_at"),
  /** When it first stood in a stage from “qualified” on. */
  qualifiedAt: time("qualified_at"),
  /** How long they waited for us. */
  firstContactedAt: time("first_contacted_at"),
  lastContactedAt: time("last_contacted_at"),
  nextFollowUpAt: time("next_follow_up_at"),
  lastActivityAt: time("last_activity_at"),
  createdBy: text("created_by"),
  updatedAt: updatedAt(),
});
