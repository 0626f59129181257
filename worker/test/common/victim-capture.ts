import type { World } from "../world";
import { furnishSubmission } from "./victim-submission";

/** What readers leave behind and where: forms, and whatever comes in by them. */
export async function furnishCapture(world: World, businessId: string, canary: string) {
  const form = await makeForm(world, businessId, canary);
  return { ...form, ...(await furnishSubmission(world, form.form, canary)) };
}

/** Published, so that its public address and a version are there. */
async function makeForm({ owner: { client } }: World, businessId: string, name: string) {
  const { body: form } = await client.post("/v1/forms", { businessId, name });
  const { status, body } = await client.put(`/v1/forms/${form.id}/publication`, { revision: 1 });
  if (status !== 200) throw new Error(`The victim has no form: ${JSON.stringify(body)}`);
  return { form: String(form.id), formVersion: String(body.publishedVersionId) };
}
