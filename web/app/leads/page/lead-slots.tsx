import { type ComponentType, lazy, type LazyExoticComponent } from "react";
import type { Permission } from "~/frame/frame-data";
import { loadPatiently } from "~/live/patient-fetch";
import type { LeadCardProps } from "./lead-card";

type Place = "top" | "side" | "tab";

export type LeadSlot = {
  /** Of its address below the lead's, too. */
  name: string;
  permission: Permission;
  /** A card above what is known of the lead, one below it, or a tab beside the timeline where its words need room. */
  place: Place;
  /** What a tab is called; cards name themselves. */
  title: string;
  /** Nouns and types of facts about the lead that it looks again for. */
  hears: readonly string[];
  Card: LazyExoticComponent<ComponentType<LeadCardProps>>;
};

/** Whatever is known of the lead may be another after these. */
const itself = ["lead.updated", "lead.merged", "lead.unmerged"];

/** What other areas know of a lead, in the order in which it is shown. Each card comes, and reads, by itself. */
export const leadSlots: readonly LeadSlot[] = [
  card(
    { name: "insights", place: "top", permission: "leads:read", hears: [...itself, "insight"] },
    async () => (await import("~/insights/insights-card")).InsightsCard,
  ),
  card(
    { name: "score", place: "top", permission: "leads:read", hears: [...itself, "lead.scored"] },
    async () => (await import("~/scoring/score-card")).ScoreCard,
  ),
  card(
    { name: "assignment", place: "side", permission: "leads:read", hears: [...itself, "lead.assigned"] },
    async () => (await import("~/assignment/assignment-card")).AssignmentCard,
  ),
  card(
    { name: "duplicates", place: "side", permission: "leads:contact", hears: [...itself, "duplicate"] },
    async () => (await import("~/duplicates/duplicates-card")).DuplicatesCard,
  ),
  card(
    {
      name: "win-probability",
      place: "side",
      permission: "leads:read",
      hears: [...itself, "lead.scored", "lead.moved"],
    },
    async () => (await import("~/scoring/win-card")).WinCard,
  ),
  card(
    {
      name: "touches",
      place: "side",
      permission: "leads:read",
      hears: [...itself, "submission", "visitor", "conversion", "click"],
    },
    async () => (await import("../touches/touches-card")).TouchesCard,
  ),
  card(
    {
      name: "company",
      place: "side",
      permission: "leads:read",
      hears: [...itself, "company", "lead.enriched"],
    },
    async () => (await import("~/companies/company-card")).CompanyCard,
  ),
  card(
    {
      name: "enrichment",
      place: "side",
      permission: "leads:contact",
      hears: [...itself, "enrichment", "lead.enriched"],
    },
    async () => (await import("~/enrichment/enrichment-card")).EnrichmentCard,
  ),
  tab(
    {
      name: "conversations",
      title: "Conversations",
      permission: "leads:contact",
      hears: [...itself, "conversation"],
    },
    async () => (await import("~/conversations/conversations-tab")).ConversationsTab,
  ),
];

type Load = () => Promise<ComponentType<LeadCardProps>>;

function card(about: Pick<LeadSlot, "name" | "place" | "permission" | "hears">, load: Load): LeadSlot {
  return { ...about, title: "", Card: lazily(load) };
}

/** At `?tab=<name>` of the lead's page. */
function tab(about: Pick<LeadSlot, "name" | "title" | "permission" | "hears">, load: Load): LeadSlot {
  return { ...about, place: "tab", Card: lazily(load) };
}

function lazily(load: Load): LeadSlot["Card"] {
  return lazy(() => loadPatiently(async () => ({ default: await load() })));
}
