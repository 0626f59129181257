import type { LeadDetail } from "../lead";

/** What each card on a lead's page is given. */
export type LeadCardProps = {
  lead: LeadDetail;
  /** The lead's own address, such as `/o/northwind/leads/lead_…`: what a card reads stands below it. */
  leadTo: string;
};
