import { eq, sql } from "drizzle-orm";
import type { Id } from "../ids";
import { businesses } from "../schema/cell/business";
import { leadDuplicates } from "../schema/cell/duplicates";
import { companies, conversions, leads, touchpoints } from "../schema/cell/leads";
import { pairRow, twinsOf } from "./duplicates";
import { insertMany } from "./insert-many";
import { type Catalogue, idIn, seedLeadCatalogue } from "./lead-catalogue";
import { channels } from "./lead-channels";
import { leadYear, type SeedLead } from "./lead-year";
import { type Ground, newId } from "./people";

/** How the domains spell what they look things up by: theirs, so that what is seeded is found like anything else. */
export type Spelling = {
  leadKeys(lead: Pick<SeedLead, "email" | "phone" | "firstName" | "lastName"> & { companyName: string }): {
    matchKey: string | null;
    phoneKey: string | null;
    nameKey: string;
  };
  companyKeys(company: { name: string; domain: string | null }): { matchKey: string; nameKey: string };
  positionOnTop(now: number, random: Uint8Array): string;
  words(organizationId: string, texts: readonly (string | null)[]): string;
};

type House = {
  organizationId: Id<"organization">;
  owner: Id<"user">;
  sellers: ReadonlyMap<string, Id<"user">>;
};

const day = 86_400_000;

/** A year of leads: those who asked, how it went, and all that is kept beside them. */
export async function seedLeads(ground: Ground, given: House, spelling: Spelling): Promise<void> {
  const { organizationId, owner } = given;
  const [business] = await ground.control
    .select({ id: businesses.id })
    .from(businesses)
    .where(eq(businesses.organizationId, organizationId));
  const house = { ...given, businessId: business?.id ?? null };
  const began = { ...ground, now: ground.now - 366 * day };
  const catalogue = await seedLeadCatalogue(began, organizationId, owner);
  const year = leadYear(ground.now);
  const companyIds = await seedCompanies(began, house, year, spelling);
  const twins = twinsOf(year.leads, ground.now);
  const everybody = [...year.leads, ...twins.map(({ lead }) => lead)];
  const named = everybody.map((lead) => {
    const companyName = lead.company === null ? "" : (year.companies[lead.company]?.name ?? "");
    const companyId = lead.company === null ? null : (companyIds[lead.company] ?? null);
    const id = newId({ ...ground, now: lead.story.moves[0]?.at ?? ground.now }, "lead");
    return { lead, id, companyId, companyName };
  });
  await insertMany(
    ground.control,
    leads,
    named.map((each) => leadRow(ground, house, catalogue, spelling, each)),
  );
  await insertMany(
    ground.control,
    touchpoints,
    named.map(({ lead, id }) => touchRow(ground, organizationId, lead, id)),
  );
  const won = named.filter(({ lead }) => lead.story.status === "closed_won");
  await insertMany(
    ground.control,
    conversions,
    won.map(({ lead, id }) => saleRow(ground, organizationId, lead, id)),
  );
  await insertMany(
    ground.control,
    leadDuplicates,
    twins.flatMap((twin, place) => {
      const [leadId, otherLeadId] = [named[twin.of]?.id, named[year.leads.length + place]?.id];
      return leadId && otherLeadId ? [pairRow(ground, organizationId, twin, { leadId, otherLeadId })] : [];
    }),
  );
  await keepBeside(ground, organizationId, spelling);
}

type Settled = House & { businessId: Id<"business"> | null };

async function seedCompanies(
  ground: Ground,
  house: Settled,
  year: ReturnType<typeof leadYear>,
  spelling: Spelling,
) {
  const rows = year.companies.map((company, place) => {
    const firstAsked = Math.min(
      ...year.leads.flatMap(({ company: of, story }) => (of === place ? (story.moves[0]?.at ?? []) : [])),
    );
    const knownSince = Number.isFinite(firstAsked) ? firstAsked : ground.now;
    const { name, domain, website, industry, size, city, country } = company;
    return {
      id: newId(ground, "company"),
      organizationId: house.organizationId,
      businessId: house.businessId,
      name,
      domain,
      website,
      industry,
      size: size as "1-10", // safe: the generator picks among the sizes of the table
      address: { city, country },
      ...spelling.companyKeys({ name, domain }),
      createdAt: knownSince,
      updatedAt: knownSince,
    };
  });
  await insertMany(ground.control, companies, rows);
  return rows.map(({ id }) => id);
}

type NamedLead = { lead: SeedLead; id: Id<"lead">; companyId: Id<"company"> | null; companyName: string };

function leadRow(
  ground: Ground,
  { organizationId, businessId, sellers }: Settled,
  catalogue: Catalogue,
  spelling: Spelling,
  { lead, id, companyId, companyName }: NamedLead,
): typeof leads.$inferInsert {
  const { firstName, lastName, email, phone, story, bant } = lead;
  const createdAt = story.moves[0]?.at ?? ground.now;
  const isWon = story.status === "closed_won";
  const assignedTo = story.owner ? (sellers.get(story.owner) ?? null) : null;
  return {
    id,
    organizationId,
    businessId,
    isListed: true,
    firstName,
    lastName,
    email,
    phone,
    ...spelling.leadKeys({ email, phone, firstName, lastName, companyName }),
    jobTitle: lead.jobTitle ?? "",
    notes: lead.notes,
    address: { city: lead.city, country: lead.country },
    companyId,
    companyName,
    sourceId: idIn(catalogue.sources, lead.channel),
    assignedTo,
    assignedAt: assignedTo && (story.moves[1]?.at ?? createdAt),
    stageId: idIn(catalogue.stages, story.status),
    stageSince: story.movedAt,
    position: spelling.positionOnTop(story.movedAt, ground.random(3)),
    status: story.status,
    closeReason: story.reason ?? "",
    closedAt: story.reason === null ? null : story.movedAt,
    predictedValue: lead.value,
    valueCurrency: "eur",
    budget: bant?.budget ?? "",
    authority: bant?.authority ?? "",
    need: bant?.need ?? "",
    timeline: bant?.timeline ?? "",
    customFields: customValuesOf(lead.custom),
    tags: lead.tags.map((name) => idIn(catalogue.tags, name)),
    firstTouch: touchOf(lead, createdAt),
    lastTouch: touchOf(lead, createdAt),
    convertedToCustomer: isWon,
    convertedAt: isWon ? story.movedAt : null,
    qualifiedAt: story.moves.find(({ status }) => isQualified(status))?.at ?? null,
    firstContactedAt: story.moves[1]?.at ?? story.lastContactedAt,
    lastContactedAt: story.lastContactedAt,
    nextFollowUpAt: story.nextFollowUpAt,
    lastActivityAt: story.movedAt,
    createdAt,
    updatedAt: story.movedAt,
  };
}

function isQualified(status: string): boolean {
  return ["qualified", "proposal", "negotiation", "closed_won"].includes(status);
}

function customValuesOf({ kilos, machine, drinks, tasting }: SeedLead["custom"]) {
  return {
    ...(kilos === null ? {} : { kilos }),
    ...(machine === null ? {} : { machine }),
    ...(drinks.length > 0 ? { drinks } : {}),
    ...(tasting === null ? {} : { tasting: Date.parse(tasting) }),
  };
}

function touchOf({ channel }: SeedLead, at: number) {
  const { utm } = channels[channel];
  return { at, kind: "visit", ...(utm ? { utm } : {}) };
}

function touchRow(ground: Ground, organizationId: Id<"organization">, lead: SeedLead, leadId: Id<"lead">) {
  const at = lead.story.moves[0]?.at ?? ground.now;
  const { utm } = channels[lead.channel];
  return {
    id: newId({ ...ground, now: at }, "touchpoint"),
    organizationId,
    leadId,
    kind: "visit",
    source: utm?.source ?? null,
    medium: utm?.medium ?? null,
    campaign: utm?.campaign || null,
    occurredAt: at,
    createdAt: at,
  };
}

function saleRow(ground: Ground, organizationId: Id<"organization">, lead: SeedLead, leadId: Id<"lead">) {
  const at = lead.story.movedAt;
  return {
    id: newId({ ...ground, now: at }, "conversion"),
    organizationId,
    leadId,
    type: "sale",
    value: lead.value,
    currency: "eur",
    occurredAt: at,
    createdAt: at,
  };
}

/** A company is worked on by whoever has its newest lead. */
async function keepCompanies(control: Ground["control"], organizationId: Id<"organization">): Promise<void> {
  const ours = sql`lead.organization_id = ${organizationId} and lead.company_id is not null`;
  await control.run(sql`insert into company_stage_totals
    (organization_id, company_id, stage_id, currency, lead_count, value_sum)
    select organization_id, company_id, stage_id, value_currency, count(*), sum(predicted_value)
    from leads as lead where ${ours} group by company_id, stage_id, value_currency`);
  await control.run(sql`update companies set
    lead_count = (select count(*) from leads as lead where ${ours} and lead.company_id = companies.id),
    owner_id = (select assigned_to from leads as lead where ${ours} and lead.company_id = companies.id
      order by lead.id desc limit 1)
    where organization_id = ${organizationId}`);
}

/** Totals of the stages, leads by tag, values of fields, and the words they are found by. */
async function keepBeside(
  { control }: Ground,
  organizationId: Id<"organization">,
  spelling: Spelling,
): Promise<void> {
  const ours = sql`lead.organization_id = ${organizationId}`;
  await control.run(sql`insert into lead_stage_totals (organization_id, stage_id, currency, lead_count, value_sum)
    select organization_id, stage_id, value_currency, count(*), sum(predicted_value)
    from leads as lead where ${ours} group by stage_id, value_currency`);
  await keepCompanies(control, organizationId);
  await control.run(sql`insert into lead_tag_links (organization_id, tag_id, lead_id)
    select lead.organization_id, tag.value, lead.id from leads as lead, json_each(lead.tags) as tag where ${ours}`);
  await control.run(sql`insert into lead_field_values (organization_id, field_id, value, lead_id)
    select lead.organization_id, field.id, case property.type when 'text' then lower(property.value) else property.value end,
    lead.id from leads as lead, json_each(lead.custom_fields) as property
    join lead_custom_fields as field on field.organization_id = lead.organization_id and field.key = property.key
    where ${ours} and field.is_filterable = 1 and property.type in ('integer', 'real', 'text')`);
  const rows = await control
    .select()
    .from(leads)
    .where(sql`organization_id = ${organizationId}`);
  const words = rows.map(({ number, firstName, lastName, companyName, jobTitle, email, phone, notes }) => ({
    number,
    open: spelling.words(organizationId, [firstName, lastName, companyName, jobTitle]),
    contact: spelling.words(organizationId, [
      email,
      phone && `${phone} ${phone.replaceAll(/\D/g, "")}`,
      notes,
    ]),
  }));
  await control.run(sql`insert into leads_fts (rowid, open, contact)
    select value ->> 'number', value ->> 'open', value ->> 'contact' from json_each(${JSON.stringify(words)})`);
}
