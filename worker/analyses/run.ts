import { and, inArray } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { type AnalysedPage, type Extract, websiteAnalyses } from "../../db/schema/cell/business";
import { abandon, generate } from "../ai";
import type { Context } from "../kernel/context";
import { Conflict } from "../kernel/errors";
import { judgeFailure, type StoredJob } from "../kernel/jobs";
import { orElse, write } from "../kernel/write";
import { backedFacts } from "./backing";
import { readSite, type Site, type SitePage } from "./crawl/read-site";
import { pictureOf } from "./extract/logo";
import { nameOf, summarize } from "./extract/summary";
import { failAnalysis } from "./fail";
import { factSteps } from "./fact-steps";
import { analysisRequest } from "./prompt";
import { proposalOf } from "./proposal";
import { type Analysis, findAnalysis, isAnalysis } from "./queries";

export type AnalysisJob = { analysisId: Id<"analysis">; requestedBy: Id<"user"> | null };

/** Reads the site, has it understood, keeps what is backed. Whatever goes wrong is said kindly and charged to nobody. */
export async function runAnalysis(ctx: Context, order: AnalysisJob, job: StoredJob): Promise<void> {
  const analysis = await findAnalysis(ctx, order.analysisId);
  if (!analysis || !isUnderWay(analysis)) return;
  const site = await visit(ctx, analysis);
  if (!site) return;
  try {
    await understand(ctx, analysis, site, order);
  } catch (error) {
    const verdict = judgeFailure(error, job.attempts, job.maxAttempts, 0);
    if (verdict.kind === "fail") await failAnalysis(ctx, analysis.id, error);
    throw error;
  }
}

/** A site that cannot be read is an answer, not a failed job: the person decides whether to try again. */
async function visit(ctx: Context, analysis: Analysis): Promise<Site | null> {
  await begin(ctx, analysis);
  try {
    return await readSite(analysis.url, {
      fetcher: ctx.providers.fetcher,
      now: () => ctx.now(),
      onPages: (pages) => noteProgress(ctx, analysis, pages),
    });
  } catch (error) {
    await failAnalysis(ctx, analysis.id, error);
    return null;
  }
}

async function understand(ctx: Context, analysis: Analysis, site: Site, { requestedBy }: AnalysisJob) {
  const { pages } = site;
  const plain = summarize(site);
  const extract = {
    ...plain,
    logo: plain.logoUrl ? await pictureOf(ctx.providers.fetcher, plain.logoUrl) : null,
  };
  const siteName = nameOf(pages);
  const generated = await generate(ctx, {
    ...analysisRequest(pages, extract, siteName),
    businessId: analysis.businessId,
    requestedBy,
    use: { feature: "website_scans", key: `analysis:${analysis.id}` },
  });
  const foreign = generated.unknownLinks;
  const { facts } = backedFacts(generated.value.facts, pages, foreign);
  const proposal = proposalOf(generated.value, extract, { siteName, foreign });
  try {
    await write(
      ctx,
      [
        ...completion(ctx, analysis, { pages, extract, proposal, generationId: generated.generationId }),
        ...factSteps(ctx, analysis, facts),
        ...generated.settle,
      ],
      {
        facts: [
          {
            type: "analysis.completed",
            subjectId: analysis.id,
            data: { businessId: analysis.businessId, facts: facts.length, pages: pages.length },
          },
        ],
      },
    );
  } catch (error) {
    await abandon(ctx, generated.generationId, error instanceof Error ? error : "It could not be kept.");
    throw error;
  }
}

async function begin(ctx: Context, analysis: Analysis): Promise<void> {
  const startedAt = analysis.startedAt ?? ctx.now();
  await write(ctx, [update(ctx, analysis, { status: "running", startedAt, pages: [] })], {
    facts: [{ type: "analysis.started", subjectId: analysis.id, data: { businessId: analysis.businessId } }],
  });
}

/** Not a fact: who was not looking has missed nothing. */
async function noteProgress(ctx: Context, analysis: Analysis, pages: SitePage[]): Promise<void> {
  await write(ctx, [update(ctx, analysis, { pages: readPages(pages) })]);
  const data = { subjectId: analysis.id, businessId: analysis.businessId, pages: pages.length };
  ctx.publish(ctx.organization.id, [
    { type: "analysis.progressed", data, permission: "content:read", ephemeral: true },
  ]);
}

type Result = {
  pages: SitePage[];
  extract: Extract;
  proposal: Record<string, unknown>;
  generationId: Id<"generation">;
};

function completion(ctx: Context, analysis: Analysis, { pages, ...result }: Result) {
  return [
    update(ctx, analysis, {
      ...result,
      pages: readPages(pages),
      status: "completed",
      errorCode: null,
      errorMessage: null,
      completedAt: ctx.now(),
    }),
    orElse(new Conflict("analysis_settled", "This analysis has ended already.")),
  ];
}

function update(ctx: Context, { id }: Analysis, change: Partial<typeof websiteAnalyses.$inferInsert>) {
  return ctx.db
    .update(websiteAnalyses)
    .set({ ...change, updatedAt: ctx.now() })
    .where(and(isAnalysis(ctx, id), inArray(websiteAnalyses.status, ["pending", "running"])));
}

function readPages(pages: SitePage[]): AnalysedPage[] {
  return pages.map(({ url, title, bytes }) => ({ url, title: title.slice(0, 200), bytes }));
}

function isUnderWay({ status }: Analysis): boolean {
  return status === "pending" || status === "running";
}
