import type { FormDefinition } from "../forms/pure/form";
import type { Client } from "./client";
import { createWorld } from "./world";

type Given = {
  fields?: FormDefinition["fields"];
  settings?: Record<string, unknown>;
} & Partial<Omit<FormDefinition, "fields">>;

/** A form that visitors can open, in an organization of its own. */
export async function createPublishedForm({ settings, ...definition }: Given = {}): Promise<{
  id: string;
  client: Client;
}> {
  const { client } = (await createWorld()).owner;
  const { body: business } = await client.post("/v1/businesses", { name: "Northwind" });
  const { body: made } = await client.post("/v1/forms", { businessId: business.id, name: "Quote" });
  const { body: changed, status } = await client.patch(`/v1/forms/${made.id}`, {
    revision: made.revision,
    definition: { ...made.definition, ...definition },
    ...(settings && { settings }),
  });
  if (status !== 200) throw new Error(`The form could not be changed: ${JSON.stringify(changed)}`);
  const published = await client.put(`/v1/forms/${made.id}/publication`, { revision: changed.revision });
  if (published.status !== 200)
    throw new Error(`It could not be published: ${JSON.stringify(published.body)}`);
  return { id: String(made.id), client };
}
