import { and, eq, ne, or, sql } from "drizzle-orm";
import { analysisFacts } from "../../db/schema/cell/business";
import type { Context } from "../kernel/context";
import type { Step } from "../kernel/write";
import type { BackedFact } from "./backing";
import type { Analysis } from "./queries";

/**
 * What a new reading found takes the place of what earlier ones did: what nobody took gives way, and what somebody
 * accepted and the site still says stays accepted.
 */
export function factSteps(ctx: Context, analysis: Analysis, facts: BackedFact[]): Step[] {
  return [...insertion(ctx, analysis, facts), replacement(ctx, analysis, facts)];
}

/** All of them as one bound value, in the order of the table's columns; ids rise, so that they sort as they were found. */
function insertion(ctx: Context, { id, businessId }: Analysis, facts: BackedFact[]): Step[] {
  if (facts.length === 0) return [];
  const ids = facts.map(() => ctx.newId("analysisFact", ctx.organization.cell)).toSorted();
  const rows = facts.map((fact, position) => ({ ...fact, id: ids[position], position }));
  const organizationId = ctx.organization.id;
  const now = ctx.now();
  const wasAccepted = sql`exists (select 1 from analysis_facts as earlier where earlier.organization_id = ${organizationId}
    and earlier.business_id = ${businessId} and earlier.status = 'accepted' and earlier.sentence = value ->> 'sentence')`;
  return [
    ctx.db.insert(analysisFacts).select(
      sql`select value ->> 'id', ${organizationId}, ${now}, ${id}, ${businessId}, value ->> 'kind',
        value ->> 'statement', value ->> 'sentence', value ->> 'url', value ->> 'confidence',
        case when ${wasAccepted} then 'accepted' else 'proposed' end, value ->> 'position', ${now}
        from json_each(${JSON.stringify(rows)}) where true`,
    ),
  ];
}

function replacement(ctx: Context, { id, businessId }: Analysis, facts: BackedFact[]): Step {
  const sentences = JSON.stringify(facts.map(({ sentence }) => sentence));
  const isSaidAgain = sql`${analysisFacts.sentence} in (select value from json_each(${sentences}))`;
  return ctx.db
    .update(analysisFacts)
    .set({ status: "rejected", updatedAt: ctx.now() })
    .where(
      and(
        eq(analysisFacts.organizationId, ctx.organization.id),
        eq(analysisFacts.businessId, businessId),
        ne(analysisFacts.analysisId, id),
        or(eq(analysisFacts.status, "proposed"), and(eq(analysisFacts.status, "accepted"), isSaidAgain)),
      ),
    );
}
