import { and, eq, inArray, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { analysisFacts, type factStates } from "../../db/schema/cell/business";
import { authorize, type Context } from "../kernel/context";
import { NotFound } from "../kernel/errors";
import { idsIn } from "../kernel/id-list";
import { orElse, refuseWhen, write } from "../kernel/write";
import type { AnalysisFact } from "./facts";
import { type Analysis, getAnalysis, getFact, isFact } from "./queries";

type FactState = (typeof factStates)[number];
export type FactChange = { status?: FactState | undefined; statement?: string | undefined };

/** A person's word on one fact. The sentence of the page stays what it is: only how it is put can change. */
export async function changeFact(
  ctx: Context,
  id: Id<"analysisFact">,
  change: FactChange,
): Promise<AnalysisFact> {
  authorize(ctx, "content:write");
  const before = await getFact(ctx, id);
  if (Object.keys(change).length === 0) return before;
  const after = { status: change.status ?? before.status, statement: change.statement ?? before.statement };
  await write(
    ctx,
    [
      ctx.db
        .update(analysisFacts)
        .set({ ...change, updatedAt: ctx.now() })
        .where(isFact(ctx, id)),
      orElse(new NotFound()),
    ],
    {
      facts: [decided(before, [id])],
      audit: [
        {
          action: "analysis.fact_changed",
          resourceType: "analysis",
          resourceId: before.analysisId,
          changes: { before: { status: before.status, statement: before.statement }, after },
        },
      ],
    },
  );
  return await getFact(ctx, id);
}

/** Some of an analysis's facts, or all that nobody has decided on; one that is not of it refuses the whole. */
export async function decideFacts(
  ctx: Context,
  analysisId: Id<"analysis">,
  status: FactState,
  ids: Id<"analysisFact">[] | undefined,
): Promise<Analysis> {
  authorize(ctx, "content:write");
  const analysis = await getAnalysis(ctx, analysisId);
  const unique = ids && [...new Set(ids)];
  const which = unique ? inArray(analysisFacts.id, idsIn(unique)) : eq(analysisFacts.status, "proposed");
  const here = and(ofAnalysis(ctx, analysis), which);
  await write(
    ctx,
    [
      ...(unique
        ? [
            refuseWhen(
              sql`(select count(*) from ${analysisFacts} where ${here}) < ${unique.length}`,
              new NotFound(),
            ),
          ]
        : []),
      ctx.db.update(analysisFacts).set({ status, updatedAt: ctx.now() }).where(here),
    ],
    {
      facts: [decided({ analysisId, businessId: analysis.businessId }, unique ?? [])],
      audit: [
        {
          action: "analysis.facts_decided",
          resourceType: "analysis",
          resourceId: analysisId,
          changes: { after: { status, factIds: unique ?? "all" } },
        },
      ],
    },
  );
  return analysis;
}

export function ofAnalysis(ctx: Context, { id, businessId }: Pick<Analysis, "id" | "businessId">) {
  return and(
    eq(analysisFacts.organizationId, ctx.organization.id),
    eq(analysisFacts.businessId, businessId),
    eq(analysisFacts.analysisId, id),
  );
}

function decided(
  { analysisId, businessId }: Pick<AnalysisFact, "analysisId" | "businessId">,
  factIds: string[],
) {
  return { type: "analysis.decided", subjectId: analysisId, data: { businessId, factIds } };
}
