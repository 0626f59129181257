import type { CustomField, LeadsHouse } from "~/leads/lead";
import { formatMoney, type Locale } from "~/words/format";
import type { components } from "../../../sdk";

type Wire = components["schemas"]["Lead"];
type Preview = components["schemas"]["LeadMergePreview"];
export type Choice = Preview["fields"][number]["choice"];

/** One thing that is known of either of them, in words. */
export type MergeRow = {
  name: string;
  label: string;
  kept: string;
  merged: string;
  choice: Choice;
  isConflict: boolean;
};

export type MergeHouse = Pick<LeadsHouse, "stages" | "sources" | "colleagues" | "fields">;

/** What a person can choose between; what has no words here stays as the preview proposes. */
export function rowsOf({ kept, merged, fields }: Preview, house: MergeHouse, locale: Locale): MergeRow[] {
  const rows = fields.map((field) => {
    const say = sayerOf(field.name, house, locale);
    return { ...field, label: labelOf(field.name, house.fields), kept: say(kept), merged: say(merged) };
  });
  return rows.filter((row) => row.label !== "" && row.kept !== row.merged);
}

const labels: Record<string, string> = {
  firstName: "First name",
  lastName: "Last name",
  email: "Email",
  phone: "Phone",
  jobTitle: "Job title",
  company: "Company",
  website: "Website",
  address: "Address",
  notes: "Notes",
  stage: "Stage",
  assignee: "Owner",
  value: "Value",
  source: "Source",
  budget: "Budget",
  authority: "Who decides",
  need: "Need",
  timeline: "By when",
  language: "Language",
};

function labelOf(name: string, fields: readonly CustomField[]): string {
  return labels[name] ?? fields.find(({ key }) => name === `custom.${key}`)?.label ?? "";
}

function sayerOf(name: string, house: MergeHouse, locale: Locale): (lead: Wire) => string {
  switch (name) {
    case "company":
      return ({ company }) => company?.name ?? "";
    case "address":
      return ({ address }) => Object.values(address).join(", ");
    case "stage":
      return ({ stageId }) => house.stages.find(({ id }) => id === stageId)?.name ?? "";
    case "assignee":
      return ({ assignedTo }) =>
        assignedTo ? (house.colleagues.find(({ id }) => id === assignedTo)?.name ?? "Somebody who left") : "";
    case "source":
      return ({ sourceId }) => house.sources.find(({ id }) => id === sourceId)?.name ?? "";
    case "value":
      return ({ value }) => (value ? formatMoney(value, locale, "short") : "");
    default:
      return (lead) =>
        sayValue(name.startsWith("custom.") ? lead.customFields[name.slice(7)] : plain(lead, name));
  }
}

function plain(lead: Wire, name: string): unknown {
  return Object.entries(lead).find(([key]) => key === name)?.[1];
}

function sayValue(value: unknown): string {
  if (Array.isArray(value)) return value.join(", ");
  if (typeof value === "boolean") return value ? "Yes" : "No";
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

const kinds: Record<string, [one: string, many: string]> = {
  touchpoints: ["touchpoint", "touchpoints"],
  conversions: ["sale", "sales"],
  activities: ["activity", "activities"],
  conversations: ["message", "messages"],
  lead_scores: ["earlier score", "earlier scores"],
  lead_assignments: ["assignment", "assignments"],
  form_submissions: ["form answer", "form answers"],
  visitor_identities: ["browser", "browsers"],
  lead_enrichments: ["enrichment", "enrichments"],
  ai_insights: ["insight", "insights"],
};

/** What goes along, in words: “3 touchpoints, 1 form answer”. */
export function sayBelongings(belongings: Preview["belongings"]): string {
  return belongings
    .flatMap(({ kind, count }) => {
      const words = kinds[kind];
      return words ? [`${count} ${count === 1 ? words[0] : words[1]}`] : [];
    })
    .join(", ");
}
