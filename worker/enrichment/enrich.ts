import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { type EnrichmentFinding, leadEnrichments } from "../../db/schema/cell/enrichment";
import { leads } from "../../db/schema/cell/leads";
import { reasonOf } from "../analyses";
import { getCompany } from "../companies";
import { authorize, type Context } from "../kernel/context";
import { Conflict, NotFound } from "../kernel/errors";
import { orElse, refuseWhen, type Step, write } from "../kernel/write";
import { getLead, isLead, type Lead } from "../leads";
import { companyDomain } from "./domain";
import { type Enrichment, findEnrichment, isEnrichment, lateLookAt, latestOf } from "./queries";
import { ownWebsite } from "./website";

/** A look that has not ended for so long was given up. */
const restMs = 600_000;

/** Asks for what is publicly known of a lead’s company. The looking is done by a job. */
export async function requestEnrichment(
  ctx: Context,
  leadId: Id<"lead">,
  afresh: boolean,
): Promise<Enrichment> {
  authorize(ctx, "leads:write");
  const lead = await getLead(ctx, leadId);
  const domain = companyDomain(lead, lead.companyId ? await companyOf(ctx, lead.companyId) : null);
  if (domain === null) throw noDomain;
  const now = ctx.now();
  const row = {
    id: ctx.newId("enrichment", ctx.organization.cell),
    organizationId: ctx.organization.id,
    leadId,
    status: "queued",
    provider: ownWebsite.provider,
    domain,
    requestedBy: ctx.actor.id,
    createdAt: now,
    updatedAt: now,
  } as const;
  const isOpen = sql`exists (select 1 from lead_enrichments where organization_id = ${row.organizationId}
    and lead_id = ${leadId} and status in ('queued', 'running') and updated_at > ${now - restMs})`;
  await write(ctx, [refuseWhen(isOpen, isRunning), ctx.db.insert(leadEnrichments).values(row)], {
    facts: [{ type: "enrichment.requested", subjectId: row.id, data: { leadId } }],
    audit: [
      { action: "enrichment.requested", resourceType: "lead", resourceId: leadId, changes: { afresh } },
    ],
    jobs: [{ queue: "generation", type: "enrichment.run", payload: { enrichmentId: row.id, afresh } }],
  });
  return (
    (await latestOf(ctx, leadId)) ?? {
      ...row,
      findings: [],
      filled: [],
      errorMessage: null,
      finishedAt: null,
    }
  );
}

const noDomain = new Conflict(
  "no_company_domain",
  "Nothing says where their company is found: give it a website, or them an address of the company.",
);
const isRunning = new Conflict(
  "enrichment_running",
  "Somebody is looking already. What is found appears here.",
);

async function companyOf(ctx: Context, id: Id<"company">) {
  try {
    return await getCompany(ctx, id);
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}

/** A site that cannot be read is an answer, not a failed job. */
export async function runEnrichment(ctx: Context, id: Id<"enrichment">, afresh: boolean): Promise<void> {
  const enrichment = await findEnrichment(ctx, id);
  if (!enrichment || !isUnderWay(enrichment)) return;
  await ctx.db
    .update(leadEnrichments)
    .set({ status: "running", updatedAt: ctx.now() })
    .where(isEnrichment(ctx, id));
  try {
    const known = afresh ? null : await lateLookAt(ctx, enrichment.domain);
    const findings = known?.findings ?? (await lookOutside(ctx, enrichment.domain));
    await complete(ctx, enrichment, findings);
  } catch (error) {
    await failEnrichment(ctx, enrichment, reasonOf(error).message);
  }
}

async function lookOutside(ctx: Context, domain: string): Promise<EnrichmentFinding[]> {
  return await ownWebsite.lookUp(domain, { fetcher: ctx.providers.fetcher, now: () => ctx.now() });
}

function isUnderWay({ status }: Enrichment): boolean {
  return status === "queued" || status === "running";
}

/** Fills what is empty and keeps the rest beside it: what a person wrote stays. */
async function complete(ctx: Context, enrichment: Enrichment, findings: EnrichmentFinding[]): Promise<void> {
  const { id, leadId, domain } = enrichment;
  const lead = await getLead(ctx, leadId);
  const website = lead.website === null ? `https://${domain}/` : null;
  const end = {
    status: "completed",
    findings,
    filled: website ? ["website"] : [],
    finishedAt: ctx.now(),
  } as const;
  await write(
    ctx,
    [settle(ctx, enrichment, end), orElse(settled), ...fillSteps(ctx, lead, { domain, findings, website })],
    {
      facts: [
        { type: "lead.enriched", subjectId: leadId, data: { enrichmentId: id, found: findings.length } },
      ],
    },
  );
}

type Learned = { domain: string; findings: EnrichmentFinding[]; website: string | null };

function fillSteps(ctx: Context, { id }: Lead, { domain, findings, website }: Learned): Step[] {
  const byField = Object.fromEntries(
    [...Map.groupBy(findings, ({ field }) => field)].map(([field, all]) => [
      field,
      all.map(({ value }) => value),
    ]),
  );
  const enrichedData = { ...byField, domain, at: ctx.now() };
  const fill = ctx.db.update(leads).set({ enrichedData }).where(isLead(ctx, id));
  if (website === null) return [fill];
  return [
    fill,
    ctx.db
      .update(leads)
      .set({ website })
      .where(and(isLead(ctx, id), isNull(leads.website))),
  ];
}

async function failEnrichment(ctx: Context, enrichment: Enrichment, errorMessage: string): Promise<void> {
  const end = { status: "failed", errorMessage, finishedAt: ctx.now() } as const;
  await write(ctx, [settle(ctx, enrichment, end)], {
    facts: [{ type: "enrichment.failed", subjectId: enrichment.id, data: { leadId: enrichment.leadId } }],
  });
}

const settled = new Conflict("enrichment_settled", "This look has ended already.");

function settle(ctx: Context, { id }: Enrichment, end: Partial<Enrichment>): Step {
  return ctx.db
    .update(leadEnrichments)
    .set({ ...end, updatedAt: ctx.now() })
    .where(and(isEnrichment(ctx, id), inArray(leadEnrichments.status, ["queued", "running"])));
}

/** Of a lead that is gone for good (GDPR-01). */
export async function forgetEnrichments(ctx: Context, leadId: Id<"lead">): Promise<void> {
  await ctx.db
    .delete(leadEnrichments)
    .where(and(eq(leadEnrichments.organizationId, ctx.organization.id), eq(leadEnrichments.leadId, leadId)));
}
