import { and, asc, desc, eq, gt, lt } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { analysisFacts, websiteAnalyses } from "../../db/schema/cell/business";
import type { Context } from "../kernel/context";
import { NotFound } from "../kernel/errors";
import type { AnalysisFact } from "./facts";

export type Analysis = typeof websiteAnalyses.$inferSelect;

export function isAnalysis(ctx: Context, id: Id<"analysis">) {
  return and(eq(websiteAnalyses.id, id), eq(websiteAnalyses.organizationId, ctx.organization.id));
}

export function isFact(ctx: Context, id: Id<"analysisFact">) {
  return and(eq(analysisFacts.id, id), eq(analysisFacts.organizationId, ctx.organization.id));
}

export async function findAnalysis(ctx: Context, id: Id<"analysis">): Promise<Analysis | undefined> {
  const [row] = await ctx.db.select().from(websiteAnalyses).where(isAnalysis(ctx, id));
  return row;
}

export async function getAnalysis(ctx: Context, id: Id<"analysis">): Promise<Analysis> {
  const analysis = await findAnalysis(ctx, id);
  if (!analysis) throw new NotFound();
  return analysis;
}

export async function listAnalyses(
  ctx: Context,
  businessId: Id<"business">,
  before: string | undefined,
  limit: number,
): Promise<Analysis[]> {
  const { id, organizationId, businessId: about } = websiteAnalyses;
  return await ctx.db
    .select()
    .from(websiteAnalyses)
    .where(
      and(
        eq(organizationId, ctx.organization.id),
        eq(about, businessId),
        // safe: a cursor is compared, never looked up
        before === undefined ? undefined : lt(id, before as Id<"analysis">),
      ),
    )
    .orderBy(desc(id))
    .limit(limit + 1);
}

/** In the order in which they were found: their ids were made in it. */
export async function listFacts(
  ctx: Context,
  { id: analysisId, businessId }: Analysis,
  after: string | undefined,
  limit: number,
): Promise<AnalysisFact[]> {
  const facts = analysisFacts;
  return await ctx.db
    .select()
    .from(facts)
    .where(
      and(
        eq(facts.organizationId, ctx.organization.id),
        eq(facts.businessId, businessId),
        eq(facts.analysisId, analysisId),
        // safe: a cursor is compared, never looked up
        after === undefined ? undefined : gt(facts.id, after as Id<"analysisFact">),
      ),
    )
    .orderBy(asc(facts.id))
    .limit(limit + 1);
}

export async function getFact(ctx: Context, id: Id<"analysisFact">): Promise<AnalysisFact> {
  const [row] = await ctx.db.select().from(analysisFacts).where(isFact(ctx, id));
  if (!row) throw new NotFound();
  return row;
}
