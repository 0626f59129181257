import type { Id } from "../ids";
import { leadCustomFields, leadSources, leadStages, leadTags } from "../schema/cell/lead-catalogue";
import { savedViews } from "../schema/cell/lead-work";
import { channels, type ChannelName, channelNames } from "./lead-channels";
import type { StageStatus } from "./lead-stories";
import { insertMany } from "./insert-many";
import { type Ground, newId } from "./people";

export type Catalogue = {
  stages: ReadonlyMap<StageStatus, Id<"leadStage">>;
  sources: ReadonlyMap<ChannelName, Id<"leadSource">>;
  tags: ReadonlyMap<string, Id<"leadTag">>;
};

const stages: [name: string, status: StageStatus, winProbability: number, color: string][] = [
  ["New", "new", 5, "#64748b"],
  ["Contacted", "contacted", 10, "#0ea5e9"],
  ["Tasting agreed", "qualified", 30, "#6366f1"],
  ["Offer sent", "proposal", 50, "#8b5cf6"],
  ["Negotiation", "negotiation", 70, "#d97706"],
  ["Won", "closed_won", 100, "#16a34a"],
  ["Lost", "closed_lost", 0, "#dc2626"],
  ["Later", "nurturing", 5, "#0d9488"],
  ["Not for us", "unqualified", 0, "#78716c"],
];
const tags: [name: string, color: string][] = [
  ["office", "#0ea5e9"],
  ["café", "#d97706"],
  ["hotel", "#8b5cf6"],
  ["home", "#64748b"],
  ["large order", "#dc2626"],
  ["decaf", "#0d9488"],
  ["grinder on loan", "#6366f1"],
  ["asks for invoices", "#78716c"],
];

/** What Northwind made up for its leads: stages, sources, tags, fields of its own, and views that everybody sees. */
export async function seedLeadCatalogue(
  ground: Ground,
  organizationId: Id<"organization">,
  owner: Id<"user">,
): Promise<Catalogue> {
  const { control, now } = ground;
  const shared = { organizationId, createdAt: now, updatedAt: now };
  const stageIds = new Map(stages.map(([, status]) => [status, newId(ground, "leadStage")]));
  const sourceIds = new Map(channelNames.map((name) => [name, newId(ground, "leadSource")]));
  const tagIds = new Map(tags.map(([name]) => [name, newId(ground, "leadTag")]));
  await insertMany(
    control,
    leadStages,
    stages.map(([name, status, winProbability, color], position) => {
      const id = idIn(stageIds, status);
      return { ...shared, id, name, status, winProbability, color, position, isDefault: position === 0 };
    }),
  );
  await insertMany(
    control,
    leadSources,
    channelNames.map((name) => {
      const { source, utm } = channels[name];
      const from = { utmSource: utm?.source ?? null, utmMedium: utm?.medium ?? null, utmCampaign: null };
      return { ...shared, ...source, ...from, id: idIn(sourceIds, name), nameKey: source.name.toLowerCase() };
    }),
  );
  await insertMany(
    control,
    leadTags,
    tags.map(([name, color]) => {
      const nameKey = name.normalize("NFKD").replaceAll(/\p{M}+/gu, "");
      return { ...shared, id: idIn(tagIds, name), name, nameKey, color };
    }),
  );
  await insertMany(control, leadCustomFields, fieldRows(ground, shared));
  await insertMany(control, savedViews, viewRows(ground, { ...shared, ownerId: owner }, stageIds));
  return { stages: stageIds, sources: sourceIds, tags: tagIds };
}

export function idIn<K, V>(ids: ReadonlyMap<K, V>, key: K): V {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`The demo world knows no ${String(key)}.`);
  return id;
}

type Shared = { organizationId: Id<"organization">; createdAt: number; updatedAt: number };

function fieldRows(ground: Ground, shared: Shared) {
  const field = (
    key: string,
    label: string,
    type: "number" | "select" | "multiselect" | "date",
    options: string[] = [],
  ) => ({
    ...shared,
    id: newId(ground, "customField"),
    key,
    label,
    type,
    options,
    isFilterable: type !== "multiselect",
  });
  return [
    field("kilos", "Kilos a month", "number"),
    field("machine", "Machine", "select", [
      "Filter machine",
      "Espresso machine",
      "Bean-to-cup",
      "Capsules",
      "French press",
    ]),
    field("drinks", "Drinks", "multiselect", ["Filter", "Espresso", "Cold brew", "Decaf"]),
    field("tasting", "Came to a tasting", "date"),
  ].map((row, position) => ({ ...row, position }));
}

function viewRows(
  ground: Ground,
  shared: Shared & { ownerId: Id<"user"> },
  stageIds: ReadonlyMap<StageStatus, Id<"leadStage">>,
) {
  const open = (["contacted", "qualified", "proposal", "negotiation"] as const).map((status) =>
    idIn(stageIds, status),
  );
  const view = (name: string, condition: object, sort: string, columns: string[]) => ({
    ...shared,
    id: newId(ground, "savedView"),
    name,
    visibility: "shared" as const,
    condition,
    columns,
    sort,
    groupBy: null,
  });
  return [
    view(
      "To follow up",
      {
        all: [
          { field: "stageId", operator: "in", value: open },
          { field: "nextFollowUpAt", operator: "is_set" },
        ],
      },
      "nextFollowUpAt",
      ["name", "stage", "company", "nextFollowUpAt", "value", "assignedTo"],
    ),
    view("Large orders", { field: "value", operator: "at_least", value: 500_000 }, "-value", [
      "name",
      "company",
      "value",
      "stage",
      "assignedTo",
      "custom.kilos",
      "source",
    ]),
    view("New this month", { field: "createdAt", operator: "within_last_days", value: 30 }, "-createdAt", []),
  ].map((row, position) => ({ ...row, position }));
}
