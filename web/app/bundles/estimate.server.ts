import type { Api } from "~/api.server";
import { countsSchema, orderedIn } from "~/schemas/bundle";
import { briefOf } from "./order";
import type { EstimateAnswer } from "./order-estimate";

/** What would be asked of the plan and the purse, or what is missing before that can be told. */
export async function estimateOf(api: Api, asked: Record<string, unknown>): Promise<EstimateAnswer> {
  const counts = countsSchema.safeParse(asked);
  if (!counts.success) return { estimate: null, problem: counts.error.issues[0]?.message ?? "" };
  if (orderedIn(counts.data) === 0)
    return { estimate: null, problem: "Order at least one piece, and you see here what it takes." };
  if (counts.data.socialPosts > 0 && counts.data.platforms.length === 0)
    return { estimate: null, problem: "Choose where the social posts go." };
  const body = { brief: briefOf(counts.data) };
  const outcome = await api.attempt(api.client.POST("/v1/bundle-estimates", { body }));
  return outcome.ok
    ? { estimate: outcome.data, problem: null }
    : { estimate: null, problem: outcome.problem.detail };
}
