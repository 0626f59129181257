import { env } from "cloudflare:workers";
import { drizzle } from "drizzle-orm/d1";
import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import type { FormDefinition, RawAnswers } from "../../worker/forms/pure/form";
import { walk } from "../../worker/forms/pure/walk";
import { compareLeads } from "../../worker/duplicates/compare";
import { matchOf } from "../../worker/leads/pure/words";
import { spelling } from "../../worker/test/demo-leads";
import { makeId, randomBytesPerId } from "../ids";
import { businesses } from "../schema/cell/business";
import { leadDuplicates } from "../schema/cell/duplicates";
import { leadForms } from "../schema/cell/forms";
import { leads } from "../schema/cell/leads";
import { formSubmissions } from "../schema/cell/submissions";
import { seedForms } from "./forms";
import { seedLeads } from "./leads";
import { northwind } from "./northwind";
import { seedSubmissions } from "./submissions";

const now = Date.UTC(2027, 2, 24, 12);
const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));
const organizationId = makeId("organization", "00", now, random(randomBytesPerId));
const owner = makeId("user", "00", now, random(randomBytesPerId));
const ground = { control: drizzle(env.DB), now, random };

beforeAll(async () => {
  const id = makeId("business", "00", now, random(randomBytesPerId));
  await ground.control
    .insert(businesses)
    .values({ ...northwind, slug: id, id, organizationId, createdAt: now, updatedAt: now });
  await seedForms(ground, { organizationId, editor: owner, notified: [] });
  await seedLeads(ground, { organizationId, owner, sellers: new Map([["Mateus", owner]]) }, spelling);
  await seedSubmissions(ground, organizationId);
});

test("what the forms are said to have received, they would have taken", async () => {
  const ours = eq(formSubmissions.organizationId, organizationId);
  const rows = await ground.control.select().from(formSubmissions).where(ours);
  const forms = await ground.control
    .select()
    .from(leadForms)
    .where(eq(leadForms.organizationId, organizationId));
  for (const { id, definition, responseCount } of forms) {
    const sent = rows.filter(({ formId }) => formId === id);
    const kept = sent.filter(({ state }) => state === "kept");
    expect(kept.length).toBeGreaterThan(5);
    expect(kept.map(({ number }) => number).toSorted()).toEqual(kept.map((_, index) => index + 1).toSorted());
    expect(responseCount).toBe(kept.length);
    for (const { answers, createdAt } of sent) {
      // safe: the forms are the product's own, and a visitor sends answers as they are kept
      const walked = walk(definition as FormDefinition, answers as RawAnswers, { now: createdAt });
      expect([walked.faults, walked.answers]).toEqual([[], answers]);
    }
  }
});

test("what is kept beside the seeded leads is what a recount finds", async () => {
  const one = async (query: string, ...values: string[]) =>
    await env.DB.prepare(query)
      .bind(...values)
      .first<Record<string, number>>();
  const told = await one(
    "select sum(lead_count) as leads, sum(value_sum) as worth from lead_stage_totals where organization_id = ?",
    organizationId,
  );
  const counted = await one(
    "select count(*) as leads, sum(predicted_value) as worth from leads where organization_id = ? and is_listed = 1",
    organizationId,
  );
  expect(told).toEqual(counted);
  expect(counted?.["leads"]).toBe(606);
  const employed = await one(
    `select (select sum(lead_count) from company_stage_totals where organization_id = ?1) as byStage,
      (select sum(lead_count) from companies where organization_id = ?1) as byCompany,
      (select count(*) from leads where organization_id = ?1 and company_id is not null) as counted`,
    organizationId,
  );
  expect(employed).toMatchObject({ byStage: employed?.["counted"], byCompany: employed?.["counted"] });
  const found = await one(
    "select count(*) as found from leads_fts where leads_fts match ?",
    matchOf(organizationId, "ingr solb", "open") ?? "",
  );
  const named = await one(
    "select count(*) as found from leads where organization_id = ? and first_name like 'Ingr%' and last_name like 'Solb%'",
    organizationId,
  );
  expect(found).toEqual(named);
});

test("who may be one person in the demo is who the product takes for one", async () => {
  const pairs = await ground.control
    .select()
    .from(leadDuplicates)
    .where(eq(leadDuplicates.organizationId, organizationId));
  const rows = await ground.control.select().from(leads).where(eq(leads.organizationId, organizationId));
  const byId = new Map(rows.map((lead) => [lead.id, lead]));
  expect(pairs).toHaveLength(6);
  for (const { leadId, otherLeadId, score, reasons } of pairs) {
    const [one, other] = [byId.get(leadId), byId.get(otherLeadId)];
    expect(leadId < otherLeadId).toBe(true);
    expect(one && other && compareLeads(one, other)).toEqual({ score, reasons });
  }
});
