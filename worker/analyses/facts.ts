import { and, asc, eq } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { analysisFacts } from "../../db/schema/cell/business";
import type { Context } from "../kernel/context";

export type AnalysisFact = typeof analysisFacts.$inferSelect;

const most = 60;
const mostRead = 240;

/** What a website says of a business, for prompts and for backing claims: what a person accepted, else what was found. */
export async function factsOf(ctx: Context, businessId: Id<"business">): Promise<AnalysisFact[]> {
  const rows = await ctx.db
    .select()
    .from(analysisFacts)
    .where(
      and(eq(analysisFacts.organizationId, ctx.organization.id), eq(analysisFacts.businessId, businessId)),
    )
    .orderBy(asc(analysisFacts.id))
    .limit(mostRead);
  const accepted = rows.filter(({ status }) => status === "accepted");
  const told = accepted.length > 0 ? accepted : rows.filter(({ status }) => status === "proposed");
  return told.slice(-most);
}
