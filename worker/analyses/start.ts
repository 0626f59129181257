import { sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { websiteAnalyses } from "../../db/schema/cell/business";
import { assertGenerationAllowed } from "../ai";
import { assertNotArchived, getBusiness } from "../businesses";
import { authorize, type Context } from "../kernel/context";
import { Conflict, Invalid, LimitReached } from "../kernel/errors";
import { refuseWhen, write } from "../kernel/write";
import { readMetered } from "../plans";
import { type Analysis, getAnalysis } from "./queries";

/** Whoever reads longer than this is gone; then somebody may ask again. */
const longestMs = 15 * 60_000;

/** Has a website read by a job. What it finds is a proposal: the profile stays as it is until a person takes it over. */
export async function startAnalysis(
  ctx: Context,
  businessId: Id<"business">,
  address: string | undefined,
): Promise<Analysis> {
  authorize(ctx, "content:write");
  const business = await getBusiness(ctx, businessId);
  assertNotArchived(business);
  const url = address ?? business.website;
  if (!url) throw Invalid.field("/url", "required", "Give the address of a website.");
  await assertGenerationAllowed(ctx);
  await assertScanLeft(ctx);
  const id = ctx.newId("analysis", ctx.organization.cell);
  await insertAnalysis(ctx, { id, businessId, url });
  return await getAnalysis(ctx, id);
}

type Draft = Pick<Analysis, "id" | "businessId" | "url">;

async function insertAnalysis(ctx: Context, draft: Draft): Promise<void> {
  const { id, businessId, url } = draft;
  const organizationId = ctx.organization.id;
  const now = ctx.now();
  await write(
    ctx,
    [
      refuseWhen(
        isBeingRead(ctx, businessId),
        new Conflict("analysis_running", "Its website is being read."),
      ),
      ctx.db.insert(websiteAnalyses).values({ ...draft, organizationId, createdAt: now, updatedAt: now }),
    ],
    {
      facts: [{ type: "analysis.requested", subjectId: id, data: { businessId } }],
      audit: [
        {
          action: "analysis.requested",
          resourceType: "analysis",
          resourceId: id,
          changes: { after: { url } },
        },
      ],
      jobs: [
        {
          queue: "generation",
          type: "analyses.run",
          payload: { analysisId: id, requestedBy: personBehind(ctx) },
          maxAttempts: 3,
        },
      ],
    },
  );
}

/** A key acts for whoever made it. */
function personBehind({ actor }: Context): Id<"user"> | null {
  if (actor.kind === "api_key") return actor.createdBy;
  return actor.kind === "user" ? actor.id : null;
}

/** The use itself is held when there is something to write from: a site that cannot be read takes nothing of the plan. */
async function assertScanLeft(ctx: Context): Promise<void> {
  const { remaining, limit, used } = await readMetered(ctx, "website_scans");
  if (remaining !== null && remaining < 1) throw new LimitReached("website_scans", limit ?? 0, used);
}

function isBeingRead(ctx: Context, businessId: Id<"business">) {
  const since = ctx.now() - longestMs;
  return sql`exists (select 1 from ${websiteAnalyses} where organization_id = ${ctx.organization.id}
    and business_id = ${businessId} and status in ('pending', 'running') and updated_at > ${since})`;
}
