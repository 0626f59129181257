import { SELF } from "cloudflare:test";
import { and, eq } from "drizzle-orm";
import { cellOf, type Id } from "../../../db/ids";
import { leads } from "../../../db/schema/cell/leads";
import { jobs } from "../../../db/schema/cell/spine";
import { formSubmissions } from "../../../db/schema/cell/submissions";
import { atWork } from "../../jobs";
import type { Base } from "../../kernel/context";
import { messageOf, runJob } from "../../kernel/jobs";
import { testBase } from "../../test/base";
import { clientOf } from "../../test/client";
import { createWorld, database, unique, type World } from "../../test/world";
import { receiveSubmission } from "../receive";
import { startToken } from "../start-token";

export type Published = { world: World; id: Id<"form">; send: Send };
type Send = (
  answers: Record<string, unknown>,
  more?: Record<string, unknown>,
  headers?: Record<string, string>,
) => ReturnType<ReturnType<typeof clientOf>["post"]>;

const fields = [
  { key: "email", type: "email", label: "Your email", isRequired: true, mapsTo: "lead.email" },
  { key: "name", type: "short_text", label: "Your name", mapsTo: "lead.name" },
  { key: "note", type: "long_text", label: "What do you need?" },
  {
    key: "size",
    type: "single_choice",
    label: "How many bags?",
    options: [
      { value: "few", label: "A few" },
      { value: "many", label: "Many" },
    ],
  },
  {
    key: "papers",
    type: "file",
    label: "Papers",
    rules: { maxFiles: 2, maxFileMb: 1, fileTypes: ["pdf", "text"] },
  },
  { key: "agreed", type: "consent", label: "You may write to me.", mapsTo: "lead.consent" },
];

/** A form that takes answers, of an organization of its own. */
export async function publishForm(
  settings: Record<string, unknown> = {},
  world?: World,
  more: Record<string, unknown>[] = [],
): Promise<Published> {
  const place = world ?? (await createWorld());
  const { client } = place.owner;
  const business = await client.post("/v1/businesses", { name: `Northwind ${unique()}` });
  const made = await client.post("/v1/forms", {
    businessId: business.body.id,
    name: "Tasting",
    template: "contact",
  });
  const definition = { ...made.body.definition, fields: [...fields, ...more] };
  const changed = await client.patch(`/v1/forms/${made.body.id}`, {
    revision: made.body.revision,
    definition,
    settings,
  });
  const { status, body } = await client.put(`/v1/forms/${made.body.id}/publication`, {
    revision: changed.body.revision,
  });
  if (status !== 200) throw new Error(JSON.stringify([changed.body, body]));
  const id = String(made.body.id) as Id<"form">; // safe: the API made it
  return { world: place, id, send: senderOf(id) };
}

/** As somebody's browser does it, from an address of its own and half a minute after the form was shown. */
export function senderOf(id: Id<"form">): Send {
  return async (answers, more = {}, headers = {}) =>
    await clientOf({ "cf-connecting-ip": someAddress() }).post(
      `/f/${id}/submissions`,
      { id: crypto.randomUUID(), token: await tokenOf(id), answers, ...more },
      headers,
    );
}

/** With another base than a request has, such as one whose limiter is down. */
export async function sendThrough(form: Published, base: Base, body: Record<string, unknown>): Promise<void> {
  const request = new Request(`http://localhost/f/${form.id}/submissions`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ answers: { email: "ada@example.com" }, ...body }),
  });
  await receiveSubmission(base, form.id, request);
}

export function tokenOf(id: Id<"form">, ageMs = 30_000): Promise<string> {
  return startToken(testBase({ now: () => Date.now() - ageMs }), id);
}

export function someAddress(): string {
  const [a = 0, b = 0, c = 0] = crypto.getRandomValues(new Uint8Array(3));
  return `198.${a}.${b}.${c}`;
}

/** As a page without script sends it. */
export async function post(
  id: Id<"form">,
  values: Record<string, string | Blob>,
  headers: Record<string, string> = {},
) {
  const hasFiles = Object.values(values).some((value) => typeof value !== "string");
  const body = hasFiles ? new FormData() : new URLSearchParams();
  for (const [name, value] of Object.entries(values)) body.append(name, value as string); // safe: FormData takes blobs, too
  return await SELF.fetch(`http://localhost/f/${id}/submissions`, {
    method: "POST",
    redirect: "manual",
    headers: { "cf-connecting-ip": someAddress(), ...headers },
    body,
  });
}

export async function rowsOf({ world, id }: Published) {
  return await database(world.cell)
    .select()
    .from(formSubmissions)
    .where(and(eq(formSubmissions.organizationId, world.id), eq(formSubmissions.formId, id)));
}

export async function leadsOf({ world }: Published) {
  return await database(world.cell).select().from(leads).where(eq(leads.organizationId, world.id));
}

/** Does every job of the organization that is due, as the consumers would, until there is none. */
export async function settle({ world }: Pick<Published, "world">, change: Partial<Base> = {}): Promise<void> {
  const done = new Set<string>();
  for (;;) {
    const found = await database(cellOf(world.id))
      .select()
      .from(jobs)
      .where(and(eq(jobs.organizationId, world.id), eq(jobs.status, "pending")));
    const base = testBase(change);
    const due = found.filter(({ id, runAt }) => !done.has(id) && runAt <= base.now());
    if (due.length === 0) return;
    for (const job of due) {
      done.add(job.id);
      await runJob(base, messageOf(job), atWork);
    }
  }
}

export async function jobsOf({ world }: Pick<Published, "world">, type: string) {
  return await database(world.cell)
    .select()
    .from(jobs)
    .where(and(eq(jobs.organizationId, world.id), eq(jobs.type, type)));
}

/** Mail goes into this list; everything else is as it is. */
export function lettersInto(
  letters: { to: string; subject: string; text: string }[],
): Pick<Base, "providers"> {
  const { providers } = testBase();
  const mail: typeof providers.mail = {
    send({ to, subject, text }) {
      letters.push({ to, subject, text });
      return Promise.resolve({ providerId: "kept" });
    },
  };
  return { providers: { ...providers, mail } };
}
