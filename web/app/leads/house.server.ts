import type { Api } from "~/api.server";
import type { Frame } from "~/frame/frame.server";
import type { AskableField } from "~/conditions/group";
import type { LeadsHouse } from "./lead";

/** As many as a page of the API holds; an organization seldom has more of any of these. */
const query = { limit: 100 };

/** What the organization made up for its leads, and who works here. */
export async function houseOf(api: Api, { permissions }: Pick<Frame, "permissions">): Promise<LeadsHouse> {
  const { client, read } = api;
  const [stages, sources, tags, fields, members] = await Promise.all([
    read(client.GET("/v1/lead-stages")),
    read(client.GET("/v1/lead-sources", { params: { query } })),
    read(client.GET("/v1/lead-tags", { params: { query } })),
    read(client.GET("/v1/custom-fields")),
    read(client.GET("/v1/members", { params: { query } })),
  ]);
  const may = (permission: Frame["permissions"][number]) => permissions.includes(permission);
  return {
    stages: stages.data,
    sources: sources.data.map(({ id, name }) => ({ id, name })),
    tags: tags.data,
    fields: fields.data.filter(({ archivedAt }) => archivedAt === null),
    colleagues: members.data.map(({ userId, name, avatarUrl }) => ({ id: userId, name, avatarUrl })),
    mayContact: may("leads:contact"),
    mayWrite: may("leads:write"),
    mayAssign: may("leads:assign"),
    mayDelete: may("leads:delete"),
    mayExport: may("leads:export"),
    mayImport: may("leads:import") && may("leads:contact"),
    mayConfigure: may("leads:configure"),
  };
}

/** What may be filtered by, with names to choose from where there are some. */
export async function askableFields(api: Api, house: LeadsHouse): Promise<AskableField[]> {
  const { data } = await api.read(api.client.GET("/v1/lead-fields"));
  const choices: Record<string, readonly { id: string; name: string }[]> = {
    stageId: house.stages,
    sourceId: house.sources,
    tags: house.tags,
    assignedTo: house.colleagues,
  };
  return data.map(({ name, label, type, options }) => {
    const named = choices[name]?.map((each) => ({ value: each.id, label: each.name }));
    const given = options?.map((option) => ({ value: option, label: option }));
    const all = named ?? given;
    return { name, label, type, ...(all ? { options: all } : {}) };
  });
}
