import type { Context } from "../kernel/context";
import type { Id } from "../../db/ids";
import { contentStrategies } from "../../db/schema/cell/business";
import { strategiesInUse, withinPlan } from "../plans";
import type { StoredJob } from "../kernel/jobs";
import type { Step } from "../kernel/write";
import { refuseUnlessBusiness } from "./business-guard";
import { becomeDefaultSteps } from "./default";
import { listStrategies, type Strategy } from "./queries";
import { readKnown, suggest, type SuggestionJob, withoutLinks } from "./suggest";
import { askForStrategy, type SuggestedStrategy } from "./suggestion-prompts";

type StrategyJob = SuggestionJob & { goal: Strategy["goal"] | null };

/** Drafts one strategy. It stands among the others, to be read and changed; the first of a business is its default. */
export async function suggestStrategy(ctx: Context, order: StrategyJob, job: StoredJob): Promise<void> {
  const { businessId, goal } = order;
  const id = ctx.newId("strategy", ctx.organization.cell);
  await suggest<SuggestedStrategy>(ctx, order, job, {
    noun: "strategy",
    async ask() {
      const query = { archived: false, after: undefined, limit: 50 };
      const [known, strategies] = await Promise.all([
        readKnown(ctx, businessId),
        listStrategies(ctx, businessId, query),
      ]);
      return askForStrategy(known, { goal, existing: strategies.map(({ name }) => name) });
    },
    keep: async ({ value, unknownLinks }) => ({
      steps: await keepStrategy(ctx, id, businessId, withoutLinks(value, unknownLinks)),
      fact: { type: "strategy.suggested", subjectId: id, data: { businessId, name: value.name } },
    }),
  });
}

async function keepStrategy(
  ctx: Context,
  id: Id<"strategy">,
  businessId: Id<"business">,
  draft: SuggestedStrategy,
): Promise<Step[]> {
  const organizationId = ctx.organization.id;
  const at = ctx.now();
  return [
    ...refuseUnlessBusiness(ctx, businessId),
    await withinPlan(ctx, "strategies", strategiesInUse(organizationId)),
    ctx.db
      .insert(contentStrategies)
      .values({ ...draft, id, organizationId, businessId, isDefault: false, createdAt: at, updatedAt: at }),
    ...becomeDefaultSteps(ctx, id, { onlyIfNone: true }),
  ];
}
