import type { World } from "../world";

/** A lead with everything that stands around it. */
export async function makePipeline(
  { owner: { client } }: World,
  name: string,
  made: (answer: ReturnType<typeof client.post>) => Promise<string>,
) {
  const stages = await client.get("/v1/lead-stages");
  const custom = { key: "canary", type: "text", label: name, isFilterable: true };
  const customField = await made(client.post("/v1/custom-fields", custom));
  const leadTag = await made(client.post("/v1/lead-tags", { name }));
  const leadSource = await made(client.post("/v1/lead-sources", { name, type: "website" }));
  const company = await made(client.post("/v1/companies", { name }));
  const customFields = { canary: name };
  const about = { tagIds: [leadTag], sourceId: leadSource, companyId: company, customFields };
  const lead = await made(
    client.post("/v1/leads", { firstName: name, email: `${name}@lead.test`, ...about }),
  );
  const savedView = await made(client.post("/v1/saved-views", { name, visibility: "shared" }));
  return {
    customField,
    leadTag,
    leadSource,
    company,
    lead,
    savedView,
    leadStage: String(stages.body.data[3].id),
  };
}
