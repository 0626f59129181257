import { eq } from "drizzle-orm";
import { type Id, makeId, randomBytesPerId } from "../../../db/ids";
import { files, formSubmissions } from "../../../db/schema/cell/submissions";
import { clientOf } from "../client";
import type { World } from "../world";

/** What somebody sent with a form, whose lead that is, and a file that came with it. */
export async function furnishSubmission(world: World, formId: string, canary: string) {
  const { body: form } = await world.owner.client.get(`/v1/forms/${formId}`);
  const asked = form.definition.fields as { key: string; type: string }[];
  const answers = Object.fromEntries(
    asked.flatMap(({ key, type }): [string, unknown][] => {
      if (type === "email") return [[key, `${canary}@example.com`]];
      if (type === "consent") return [[key, true]];
      return type === "short_text" || type === "long_text" ? [[key, canary]] : [];
    }),
  );
  const sender = clientOf({ "cf-connecting-ip": "203.0.113.9" });
  const { status, body } = await sender.post(`/f/${formId}/submissions`, { id: canary, answers });
  if (status !== 201) throw new Error(`The victim received nothing: ${JSON.stringify(body)}`);
  const [row] = await world.database
    .select({ id: formSubmissions.id, leadId: formSubmissions.leadId })
    .from(formSubmissions)
    // safe: the API made it
    .where(eq(formSubmissions.id, body.id as Id<"submission">));
  return {
    submission: body.id as string,
    lead: String(row?.leadId),
    file: await makeFile(world, formId, body.id, canary),
  };
}

async function makeFile(world: World, formId: string, submissionId: string, canary: string) {
  const random = crypto.getRandomValues(new Uint8Array(randomBytesPerId));
  const id = makeId("file", world.cell, Date.now(), random);
  await world.database.insert(files).values({
    id,
    organizationId: world.id,
    createdAt: 0,
    // safe: the API made both
    formId: formId as Id<"form">,
    submissionId: submissionId as Id<"submission">,
    fieldKey: "papers",
    objectKey: `${world.id}/${formId}/${id}`,
    name: `${canary}.pdf`,
    type: "application/pdf",
    bytes: 1,
    hash: "",
  });
  return id;
}
