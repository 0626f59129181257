import { and, asc, eq, gte, sql } from "drizzle-orm";
import type { Id } from "../ids";
import { leadForms } from "../schema/cell/forms";
import { leadSources } from "../schema/cell/lead-catalogue";
import { companies, leads, touchpoints } from "../schema/cell/leads";
import { formSubmissions, type SpamReason, type SubmissionOrigin } from "../schema/cell/submissions";
import { type Dice, diceOf } from "./dice";
import { newsletter } from "./form-definitions";
import { insertMany } from "./insert-many";
import { type Ground, newId } from "./people";

type Form = { id: Id<"form">; name: string; businessId: Id<"business">; publishedAt: number | null };
type Sender = Awaited<ReturnType<typeof sendersOf>>[number];
type Sent = { answers: Record<string, unknown>; at: number; leadId: Id<"lead"> | null; reason?: SpamReason };

const minute = 60_000;

/** What the two forms received since they were published: those who came by them asked, and a robot or two tried. */
export async function seedSubmissions(ground: Ground, organizationId: Id<"organization">): Promise<void> {
  const forms = await ground.control
    .select({
      id: leadForms.id,
      name: leadForms.name,
      businessId: leadForms.businessId,
      publishedAt: leadForms.publishedAt,
    })
    .from(leadForms)
    .where(eq(leadForms.organizationId, organizationId));
  const dice = diceOf(4711);
  for (const form of forms) {
    const senders = await sendersOf(ground, organizationId, form);
    const asked = senders.map((sender) => {
      const answers = form.name === "Newsletter" ? subscription(sender) : enquiry(dice, sender);
      return { answers, at: sender.createdAt, leadId: sender.id };
    });
    const robots = form.name === "Newsletter" ? [] : robotsSince(form.publishedAt ?? ground.now);
    await keep(ground, organizationId, form, dice, [...asked, ...robots]);
  }
}

async function sendersOf({ control }: Ground, organizationId: Id<"organization">, form: Form) {
  const { id, createdAt, firstName, lastName, email, phone, companyName, customFields } = leads;
  return await control
    .select({
      id,
      createdAt,
      firstName,
      lastName,
      email,
      phone,
      companyName,
      customFields,
      size: companies.size,
    })
    .from(leads)
    .innerJoin(leadSources, eq(leadSources.id, leads.sourceId))
    .leftJoin(companies, and(eq(companies.id, leads.companyId), eq(companies.organizationId, organizationId)))
    .where(
      and(
        eq(leads.organizationId, organizationId),
        eq(leadSources.name, form.name),
        gte(leads.createdAt, form.publishedAt ?? 0),
      ),
    )
    .orderBy(asc(leads.createdAt));
}

function subscription({ email, firstName }: Sender) {
  return { email, first_name: firstName, consent: true };
}

const remarks = [
  "We open at seven, so an early delivery would help.",
  "Could we taste three of them before we decide?",
  "Our machine is from last year, only the beans are not.",
  "Please call before noon.",
];

function enquiry(dice: Dice, { firstName, lastName, email, phone, companyName, customFields, size }: Sender) {
  const kilos = Number(customFields["kilos"] ?? 0);
  const drunk =
    kilos > 0
      ? { place: dice.weigh({ cafe: 4, shop: 1 }), kilos }
      : { place: "office", people: Number.parseInt(size ?? "12") + dice.between(3, 20) };
  return {
    ...drunk,
    ...(drunk.place === "shop" ? {} : brewing(dice)),
    name: `${firstName} ${lastName}`,
    email,
    company: companyName || "Not yet founded",
    ...(phone && dice.chance(0.5) ? { phone } : {}),
    ...(dice.chance(0.3) ? { note: dice.pick(remarks) } : {}),
  };
}

/** A shop sells it on, and is not asked. */
function brewing(dice: Dice) {
  return { machines: dice.chance(0.6) ? ["espresso"] : ["filter", "automatic"], taste: dice.between(1, 5) };
}

function robotsSince(publishedAt: number): Sent[] {
  const about = { place: "other", place_other: "Online", kilos: 1, machines: ["none"], company: "SEO" };
  const said: [SpamReason, string, number][] = [
    ["honeypot", "Rank first in three days", 9],
    ["too_many_links", "http://a.example http://b.example http://c.example http://d.example", 21],
    ["too_fast", "Your site has errors", 30],
  ];
  return said.map(([reason, note, days], index) => ({
    answers: { ...about, name: "Max Growth", email: `max${index}@growth.example`, note },
    at: publishedAt + days * 24 * 60 * minute,
    leadId: null,
    reason,
  }));
}

async function keep(
  ground: Ground,
  organizationId: Id<"organization">,
  form: Form,
  dice: Dice,
  all: Sent[],
): Promise<void> {
  const isNewsletter = form.name === "Newsletter";
  const consent = newsletter.fields.find(({ key }) => key === "consent");
  let number = 0;
  const rows = all.map(({ answers, at, leadId, reason }) => ({
    id: newId({ ...ground, now: at }, "submission"),
    organizationId,
    formId: form.id,
    formVersion: 1,
    businessId: form.businessId,
    state: reason ? ("spam" as const) : ("kept" as const),
    number: reason ? null : ++number,
    leadId,
    answers,
    consents: isNewsletter ? [{ key: "consent", text: consent?.label ?? "", isGiven: true }] : [],
    origin: originOf(dice),
    spamReason: reason ?? null,
    confirmedAt: isNewsletter ? at + dice.between(2, 90) * minute : null,
    createdAt: at,
  }));
  await insertMany(ground.control, formSubmissions, rows);
  await insertMany(
    ground.control,
    touchpoints,
    rows.flatMap(({ id, leadId, createdAt }) =>
      leadId
        ? [touchOf({ organizationId, formId: form.id, submissionId: id, leadId, createdAt }, ground)]
        : [],
    ),
  );
  await ground.control
    .update(leadForms)
    .set({ responseCount: number })
    .where(and(eq(leadForms.id, form.id), eq(leadForms.organizationId, organizationId)));
  const senders = JSON.stringify(rows.flatMap(({ leadId }) => leadId ?? []));
  await ground.control
    .update(leads)
    .set({ formId: form.id })
    .where(sql`organization_id = ${organizationId} and id in (select value from json_each(${senders}))`);
}

type Submitted = {
  organizationId: Id<"organization">;
  formId: Id<"form">;
  submissionId: Id<"submission">;
  leadId: Id<"lead">;
  createdAt: number;
};

function touchOf(submitted: Submitted, ground: Ground) {
  const at = submitted.createdAt;
  return {
    ...submitted,
    id: newId({ ...ground, now: at }, "touchpoint"),
    kind: "form_submit",
    occurredAt: at,
  };
}

function originOf(dice: Dice): SubmissionOrigin {
  const page = dice.weigh({ wholesale: 3, "cold-brew-at-the-office": 2, "": 1 });
  return {
    via: dice.weigh({ embed: 3, page: 1 }),
    language: "en",
    place: dice.weigh({ "Oslo, NO": 5, "Bergen, NO": 2, "Copenhagen, DK": 2 }),
    page: `https://northwind.test/${page}`,
  };
}
