import type { Hears } from "~/live/news";

/** After these a list of leads may show others, or others in another place. */
export const changesOfLeads: Hears = [
  "lead.created",
  "lead.updated",
  "lead.enriched",
  "lead.moved",
  "lead.assigned",
  "lead.deleted",
  "lead.restored",
  "lead.erased",
  "lead.merged",
  "lead.unmerged",
  "lead_bulk",
  "lead_import",
  "company",
];
