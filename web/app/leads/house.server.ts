import type { Api } from "~/api.server";
import type { Frame } from "~/frame/frame.server";
import type { AskableField } from "~/conditions/group";
import { type LeadsHouse, statusWords } from "./lead";

/** As many as a page of the API holds; an organization seldom has more of any of these. */
const query = { limit: 100 };

/** What the organization made up for its leads, and who works here. */
export async function houseOf(api: Api, { permissions }: Pick<Frame, "permissions">): Promise<LeadsHouse> {
  const { client, read } = api;
  const [stages, sources, tags, fields, members, latest] = await Promise.all([
    read(client.GET("/v1/lead-stages")),
    read(client.GET("/v1/lead-sources", { params: { query } })),
    read(client.GET("/v1/lead-tags", { params: { query } })),
    read(client.GET("/v1/custom-fields")),
    read(client.GET("/v1/members", { params: { query } })),
    read(client.GET("/v1/leads", { params: { query: { limit: 10 } } })),
  ]);
  const may = (permission: Frame["permissions"][number]) => permissions.includes(permission);
  return {
    stages: stages.data,
    sources: sources.data.map(({ id, name }) => ({ id, name })),
    tags: tags.data,
    fields: fields.data.filter(({ archivedAt }) => archivedAt === null),
    colleagues: members.data.map(({ userId, name, avatarUrl }) => ({ id: userId, name, avatarUrl })),
    currency: usualCurrency(latest.data.map(({ value }) => value?.currency)),
    mayContact: may("leads:contact"),
    mayWrite: may("leads:write"),
    mayAssign: may("leads:assign"),
    mayDelete: may("leads:delete"),
    mayExport: may("leads:export"),
    mayImport: may("leads:import") && may("leads:contact"),
    mayConfigure: may("leads:configure"),
  };
}

/** What most of the latest leads are worth their value in; what the next one gets. */
function usualCurrency(seen: readonly (string | undefined)[]): string {
  const known = seen.filter((each) => each !== undefined);
  const times = (currency: string) => known.filter((each) => each === currency).length;
  return known.toSorted((one, other) => times(other) - times(one))[0] ?? "usd";
}

/** What may be filtered by, with names to choose from: nobody knows the id of a form or a company by heart. */
export async function askableFields(
  api: Api,
  house: LeadsHouse,
  { permissions }: Pick<Frame, "permissions">,
): Promise<AskableField[]> {
  const { client, read } = api;
  const [fields, teams, forms] = await Promise.all([
    read(client.GET("/v1/lead-fields")),
    read(client.GET("/v1/teams", { params: { query } })),
    permissions.includes("forms:read") ? read(client.GET("/v1/forms", { params: { query } })) : { data: [] },
  ]);
  const choices: Record<string, readonly { id: string; name: string }[]> = {
    stageId: house.stages,
    sourceId: house.sources,
    tags: house.tags,
    assignedTo: house.colleagues,
    teamId: teams.data,
    formId: forms.data,
  };
  return fields.data
    .filter(({ name }) => !unnamed.has(name))
    .map(({ name, label, type, options }) => {
      const named = choices[name]?.map((each) => ({ value: each.id, label: each.name }));
      const words = optionNames[name];
      const all = named ?? options?.map((option) => ({ value: option, label: words?.[option] ?? option }));
      return {
        name,
        label: fieldNames[name] ?? label,
        type,
        ...(all ? { options: all } : {}),
        ...(name === "value" ? { currency: house.currency } : {}),
      };
    });
}

/** Asked for by id in the API, and here by other fields, such as the company's name. */
const unnamed = new Set(["companyId", "businessId", "campaignId"]);

/** As the lead's page calls them. */
const fieldNames: Record<string, string> = {
  value: "Value",
  assignedTo: "Owner",
  authority: "Who decides",
  timeline: "By when",
  closeReason: "Why won or lost",
};

const optionNames: Record<string, Record<string, string>> = {
  status: Object.fromEntries(Object.entries(statusWords).map(([status, { name }]) => [status, name])),
  engagementLevel: {
    unknown: "Not known",
    low: "Low",
    medium: "Medium",
    high: "High",
    very_high: "Very high",
  },
};
