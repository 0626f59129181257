import { and, eq } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { analysisFacts, websiteAnalyses } from "../../db/schema/cell/business";
import { type Business, getBusiness, profileSteps } from "../businesses";
import { authorize, type Context } from "../kernel/context";
import { Conflict } from "../kernel/errors";
import { orElse, type Step, write } from "../kernel/write";
import { ofAnalysis } from "./decide";
import { type Proposal, type ProposedField, proposedFields } from "./proposal";
import { type Analysis, getAnalysis, isAnalysis } from "./queries";

export type Acceptance = {
  /** Which fields are taken; all that are proposed where this is left out. */
  fields?: ProposedField[] | undefined;
  /** Fields that a person put in other words. */
  changes?: Proposal | undefined;
  facts: "accept" | "leave";
};

/** Takes a proposal into the profile, field by field; facts and profile change together or not at all. */
export async function acceptAnalysis(
  ctx: Context,
  id: Id<"analysis">,
  { fields, changes = {}, facts }: Acceptance,
): Promise<Analysis> {
  authorize(ctx, "content:write");
  const analysis = await getAnalysis(ctx, id);
  if (analysis.status !== "completed")
    throw new Conflict("analysis_not_ready", "This analysis has nothing to take over.");
  const business = await getBusiness(ctx, analysis.businessId);
  const taken = { ...proposed(analysis, fields), ...changes };
  const names = Object.keys(taken);
  await write(ctx, [...profile(ctx, business, taken), ...acceptance(ctx, analysis, facts)], {
    facts: [
      { type: "analysis.accepted", subjectId: id, data: { businessId: business.id, fields: names } },
      ...(names.length > 0
        ? [{ type: "business.updated", subjectId: business.id, data: { fields: names } }]
        : []),
    ],
    audit: [
      {
        action: "analysis.accepted",
        resourceType: "business",
        resourceId: business.id,
        changes: { before: pick(business, names), after: taken },
      },
    ],
  });
  return await getAnalysis(ctx, id);
}

function proposed({ proposal }: Analysis, fields: readonly ProposedField[] = proposedFields): Proposal {
  // safe: only proposalOf writes this column
  const known = (proposal ?? {}) as Proposal;
  return Object.fromEntries(Object.entries(known).filter(([name]) => fields.some((field) => field === name)));
}

function profile(ctx: Context, { id }: Business, taken: Proposal): Step[] {
  return Object.keys(taken).length > 0 ? profileSteps(ctx, id, taken) : [];
}

function acceptance(ctx: Context, analysis: Analysis, facts: Acceptance["facts"]): Step[] {
  const now = ctx.now();
  const rows = and(ofAnalysis(ctx, analysis), eq(analysisFacts.status, "proposed"));
  return [
    ctx.db
      .update(websiteAnalyses)
      .set({ appliedAt: now, updatedAt: now })
      .where(and(isAnalysis(ctx, analysis.id), eq(websiteAnalyses.status, "completed"))),
    orElse(new Conflict("analysis_not_ready", "This analysis has nothing to take over.")),
    ...(facts === "accept"
      ? [ctx.db.update(analysisFacts).set({ status: "accepted", updatedAt: now }).where(rows)]
      : []),
  ];
}

function pick(business: Business, names: string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(business).filter(([name]) => names.includes(name)));
}
