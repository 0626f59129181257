import type { BadgeTone } from "~/components/ui/badge";

export type LeadStatus =
  | "new"
  | "contacted"
  | "qualified"
  | "proposal"
  | "negotiation"
  | "closed_won"
  | "closed_lost"
  | "nurturing"
  | "unqualified";

export type Money = { amount: number; currency: string };
export type CustomValue = string | number | boolean | string[] | null;

/** A lead as lists and boards show it. Who may not contact leads gets no address, number or notes. */
export type LeadLine = {
  id: string;
  firstName: string;
  lastName: string;
  email: string | null;
  phone: string | null;
  jobTitle: string;
  companyId: string | null;
  companyName: string;
  stageId: string;
  stageSince: string;
  status: LeadStatus;
  score: number | null;
  value: Money | null;
  assignedTo: string | null;
  sourceId: string | null;
  tags: string[];
  customFields: Record<string, CustomValue>;
  createdAt: string;
  updatedAt: string;
  lastContactedAt: string | null;
  nextFollowUpAt: string | null;
};

export type Touch = {
  at: string;
  kind: string;
  utm: Partial<Record<"source" | "medium" | "campaign" | "term" | "content", string>> | null;
  referrer: string | null;
  landingUrl: string | null;
};

/** All that is known of one lead. */
export type LeadDetail = LeadLine & {
  website: string | null;
  notes: string | null;
  budget: string;
  authority: string;
  need: string;
  timeline: string;
  language: string | null;
  closeReason: string;
  closedAt: string | null;
  assignedAt: string | null;
  convertedAt: string | null;
  firstTouch: Touch | null;
  lastTouch: Touch | null;
};

export type Stage = {
  id: string;
  name: string;
  color: string;
  status: LeadStatus;
  winProbability: number;
  isDefault: boolean;
};

export type CustomFieldType =
  | "text"
  | "long_text"
  | "number"
  | "date"
  | "boolean"
  | "select"
  | "multiselect"
  | "url"
  | "email"
  | "phone";

export type CustomField = {
  key: string;
  label: string;
  type: CustomFieldType;
  options: string[];
  isRequired: boolean;
  isFilterable: boolean;
};

/** A member a lead can be given to: named by the person, not by the membership. */
export type Colleague = { id: string; name: string; avatarUrl: string | null };
export type Named = { id: string; name: string };
export type Tag = Named & { color: string };

/** What an organization has made up for its leads, and what this person may do with them. */
export type LeadsHouse = {
  stages: Stage[];
  sources: Named[];
  tags: Tag[];
  fields: CustomField[];
  colleagues: Colleague[];
  /** That a value without one is given in. */
  currency: string;
  mayContact: boolean;
  mayWrite: boolean;
  mayAssign: boolean;
  mayDelete: boolean;
  mayExport: boolean;
  mayImport: boolean;
  mayConfigure: boolean;
};

export function nameOf({
  firstName,
  lastName,
  email,
  companyName,
}: Pick<LeadLine, "firstName" | "lastName" | "email" | "companyName">): string {
  return `${firstName} ${lastName}`.trim() || email || companyName || "Somebody without a name";
}

export const statusWords: Record<LeadStatus, { name: string; tone: BadgeTone }> = {
  new: { name: "New", tone: "stream" },
  contacted: { name: "Contacted", tone: "neutral" },
  qualified: { name: "Qualified", tone: "neutral" },
  proposal: { name: "Proposal", tone: "neutral" },
  negotiation: { name: "Negotiation", tone: "neutral" },
  closed_won: { name: "Won", tone: "stream" },
  closed_lost: { name: "Lost", tone: "danger" },
  nurturing: { name: "Nurturing", tone: "attention" },
  unqualified: { name: "Unqualified", tone: "neutral" },
};

/** Winning and losing are asked why; everything else just moves. */
export function asksWhy(status: LeadStatus): status is "closed_won" | "closed_lost" {
  return status === "closed_won" || status === "closed_lost";
}
