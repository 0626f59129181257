import type { components } from "../../../sdk";
import type { Api } from "~/api.server";
import type { Frame } from "~/frame/frame.server";
import type { CustomField } from "./builder/mapping-fields";
import type { Teammate } from "./builder/settings-panel";
import type { Definition } from "./definition";
import type { Form } from "./form";

type Sent = components["schemas"]["Form"];
type Given = Omit<Sent, "definition"> & { definition: object };

/** A form as the screens know it. */
export function formOf({ definition, ...form }: Given): Form {
  return { ...form, definition: definition as Definition }; // safe: the API lets only definitions through
}

/** A definition as the API takes it. */
export function sent(definition: Definition): Sent["definition"] {
  // safe: the API refuses what it does not know, such as a country that is none, and says where
  return definition as Sent["definition"];
}

export async function readForm(api: Api, formId: string): Promise<Form> {
  return formOf(await api.read(api.client.GET("/v1/forms/{formId}", { params: { path: { formId } } })));
}

/** Who could be told of answers, where one may see who is here. */
export async function readTeammates(api: Api, frame: Frame): Promise<Teammate[]> {
  if (!frame.permissions.includes("members:read")) return [];
  const members = await api.attempt(api.client.GET("/v1/members", { params: { query: { limit: 100 } } }));
  return members.ok ? members.data.data.map(({ id, name }) => ({ id, name })) : [];
}

/** What else is kept of a lead here, for answers to go to. */
export async function readCustomFields(api: Api, frame: Frame): Promise<CustomField[]> {
  if (!frame.permissions.includes("leads:read")) return [];
  const fields = await api.attempt(api.client.GET("/v1/custom-fields"));
  if (!fields.ok) return [];
  return fields.data.data
    .filter(({ archivedAt }) => archivedAt === null)
    .map(({ key, label }) => ({ key, label }));
}
