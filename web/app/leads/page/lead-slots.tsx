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
  Card: LazyExoticComponent<ComponentType<LeadCardProps>>;
};

/** What other areas know of a lead, in the order in which it is shown. Each card comes, and reads, by itself. */
export const leadSlots: readonly LeadSlot[] = [
  card("insights", "top", "leads:read", async () => (await import("~/insights/insights-card")).InsightsCard),
  card("score", "top", "leads:read", async () => (await import("~/scoring/score-card")).ScoreCard),
  card(
    "assignment",
    "side",
    "leads:read",
    async () => (await import("~/assignment/assignment-card")).AssignmentCard,
  ),
  card(
    "duplicates",
    "side",
    "leads:contact",
    async () => (await import("~/duplicates/duplicates-card")).DuplicatesCard,
  ),
  card("win-probability", "side", "leads:read", async () => (await import("~/scoring/win-card")).WinCard),
  card("touches", "side", "leads:read", async () => (await import("../touches/touches-card")).TouchesCard),
  card("company", "side", "leads:read", async () => (await import("~/companies/company-card")).CompanyCard),
  card(
    "enrichment",
    "side",
    "leads:contact",
    async () => (await import("~/enrichment/enrichment-card")).EnrichmentCard,
  ),
  tab(
    "conversations",
    "Conversations",
    "leads:contact",
    async () => (await import("~/conversations/conversations-tab")).ConversationsTab,
  ),
];

type Load = () => Promise<ComponentType<LeadCardProps>>;

function card(name: string, place: "top" | "side", permission: Permission, load: Load): LeadSlot {
  return { name, place, permission, title: "", Card: lazily(load) };
}

/** At `?tab=<name>` of the lead's page. */
export function tab(name: string, title: string, permission: Permission, load: Load): LeadSlot {
  return { name, place: "tab", permission, title, Card: lazily(load) };
}

function lazily(load: Load): LeadSlot["Card"] {
  return lazy(() => loadPatiently(async () => ({ default: await load() })));
}
