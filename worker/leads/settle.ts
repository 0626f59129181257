import { sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { leads, type Touch, touchpoints } from "../../db/schema/cell/leads";
import { companyFor, domainOf, fillCompanySteps, type SaidOfCompany } from "../companies";
import type { Context } from "../kernel/context";
import { NotFound } from "../kernel/errors";
import type { FactDraft } from "../kernel/drafts";
import type { Step } from "../kernel/write";
import { orElse, write } from "../kernel/write";
import { mergedIntoOf } from "./deletion/merged";
import { getLeads, isLead, type Lead } from "./queries";
import { searchSteps } from "./listing/search-index";
import { sourceNamed, type SourceHint } from "./catalogue/sources";
import { stagesOf } from "./catalogue/stages";
import { tagIdsNamed } from "./catalogue/tags";
import { putIn, takeOut } from "./upkeep";

export type Settling = {
  leadId: Id<"lead">;
  created: boolean;
  tags: string[];
  source: SourceHint | null;
  company: SaidOfCompany | null;
  touch: Touch | null;
};

/** What a captured lead still lacks: its places in the lists, its words, firm, source, tags and touch. Done twice, it is the same. */
export async function settleLead(ctx: Context, settling: Settling, jobId: Id<"job">): Promise<void> {
  const lead = await leadToSettle(ctx, settling.leadId);
  if (!lead) return;
  await stagesOf(ctx);
  const [sourceId, companyId, tagIds] = await Promise.all([
    lead.sourceId ?? (settling.source ? sourceNamed(ctx, settling.source) : null),
    lead.companyId ?? companyFor(ctx, { name: lead.companyName, domain: mailDomain(lead) }),
    tagIdsNamed(ctx, settling.tags),
  ]);
  const change = { sourceId, companyId, isListed: true, updatedAt: ctx.now() };
  const steps: Step[] = [
    ...takeOut(ctx, [lead.id]),
    ctx.db
      .update(leads)
      .set({ ...change, ...(tagIds.length > 0 ? { tags: withTags(tagIds) } : {}) })
      .where(isLead(ctx, lead.id)),
    orElse(new NotFound()),
    ...putIn(ctx, [lead.id]),
    ...searchSteps(ctx, [lead]),
    ...(settling.company ? fillCompanySteps(ctx, companyId, settling.company) : []),
    ...touchSteps(ctx, lead.id, settling.touch, jobId),
  ];
  await write(ctx, steps, { facts: [factOf({ ...lead, ...change }, settling)] });
}

/** It may have been deleted in between, or merged into another. */
async function leadToSettle(ctx: Context, id: Id<"lead">): Promise<Lead | null> {
  const [lead] = await getLeads(ctx, [id]);
  if (lead) return lead;
  const into = await mergedIntoOf(ctx, id);
  return into === null ? null : ((await getLeads(ctx, [into]))[0] ?? null);
}

function withTags(tagIds: string[]) {
  return sql<string[]>`(select json_group_array(value) from (select value from json_each(leads.tags)
    union select value from json_each(${JSON.stringify(tagIds)})))`;
}

function mailDomain({ email, website }: Lead): string | null {
  return domainOf(website) ?? email?.split("@").at(-1)?.toLowerCase() ?? null;
}

function factOf(lead: Lead, { created, touch }: Settling): FactDraft {
  const { stageId, sourceId, formId, businessId } = lead;
  return created
    ? { type: "lead.created", subjectId: lead.id, data: { stageId, sourceId, formId, businessId } }
    : { type: "lead.updated", subjectId: lead.id, data: { touch: touch?.kind ?? null } };
}

/** Its id follows from the job's, so that a job that runs again writes it once. */
function touchSteps(ctx: Context, leadId: Id<"lead">, touch: Touch | null, jobId: Id<"job">): Step[] {
  if (!touch) return [];
  const id: Id<"touchpoint"> = `tch_${jobId.slice("job_".length)}`;
  const { utm = {}, kind, at, referrer = null } = touch;
  return [
    ctx.db
      .insert(touchpoints)
      .values({
        id,
        organizationId: ctx.organization.id,
        leadId,
        kind,
        referrer,
        occurredAt: at,
        createdAt: ctx.now(),
        // safe: ids that our own forms and links wrote into the touch
        visitorId: (touch.visitorId ?? null) as Id<"visitor"> | null,
        pieceId: (touch.pieceId ?? null) as Id<"piece"> | null,
        linkId: (touch.linkId ?? null) as Id<"link"> | null,
        campaignId: (touch.campaignId ?? null) as Id<"campaign"> | null,
        formId: (touch.formId ?? null) as Id<"form"> | null,
        submissionId: (touch.submissionId ?? null) as Id<"submission"> | null,
        source: utm.source ?? null,
        medium: utm.medium ?? null,
        campaign: utm.campaign ?? null,
        term: utm.term ?? null,
        content: utm.content ?? null,
      })
      .onConflictDoNothing(),
  ];
}
