import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { idOf, json, owned, time, updatedAt } from "../../columns";

export const enrichmentStates = ["queued", "running", "completed", "failed"] as const;
export const enrichmentFields = [
  "companyName",
  "description",
  "industry",
  "phone",
  "address",
  "language",
  "technology",
  "socialProfile",
] as const;

/** One thing that was learned, and the page that says it. */
export type EnrichmentFinding = {
  field: (typeof enrichmentFields)[number];
  value: string;
  url: string;
  confidence: number;
};

/** One look outside for what is publicly known of a lead's company. */
export const leadEnrichments = sqliteTable(
  "lead_enrichments",
  {
    ...owned("enrichment"),
    leadId: idOf("lead", "lead_id").notNull(),
    status: text("status", { enum: enrichmentStates }).notNull(),
    provider: text("provider").notNull(),
    domain: text("domain").notNull(),
    findings: json<EnrichmentFinding[]>("findings").notNull().default([]),
    /** Which empty fields it filled. */
    filled: json<string[]>("filled").notNull().default([]),
    errorMessage: text("error_message"),
    requestedBy: text("requested_by"),
    finishedAt: time("finished_at"),
    updatedAt: updatedAt(),
  },
  (table) => [
    index("lead_enrichments_lead").on(table.organizationId, table.leadId, table.id),
    index("lead_enrichments_domain").on(table.organizationId, table.domain, table.id),
  ],
);
