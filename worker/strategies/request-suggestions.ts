import type { Id } from "../../db/ids";
import { assertGenerationAllowed } from "../ai";
import { reservationSteps, strategiesInUse, withinPlan } from "../plans";
import { authorize, type Context } from "../kernel/context";
import type { Step } from "../kernel/write";
import { write } from "../kernel/write";
import { refuseUnlessBusiness } from "./business-guard";
import { assertBusinessHere, type Strategy } from "./queries";
import { newRunKey, readRun, refuseWhileRunning, type RunKind, type SuggestionRun } from "./runs";

export type TopicWish = { count: number };
export type StrategyWish = { goal: Strategy["goal"] | null };

export async function requestTopics(
  ctx: Context,
  businessId: Id<"business">,
  wish: TopicWish,
): Promise<SuggestionRun> {
  authorize(ctx, "content:write");
  return await start(ctx, { kind: "topics", businessId, wish, steps: [] });
}

export async function requestStrategy(
  ctx: Context,
  businessId: Id<"business">,
  wish: StrategyWish,
): Promise<SuggestionRun> {
  authorize(ctx, "content:write");
  const room = await withinPlan(ctx, "strategies", strategiesInUse(ctx.organization.id));
  return await start(ctx, { kind: "strategy", businessId, wish, steps: [room] });
}

const nouns = { topics: "topic", strategy: "strategy" } as const;
const heldForMs = 60 * 60_000;

type Start = { kind: RunKind; businessId: Id<"business">; wish: object; steps: Step[] };

/** The use of the plan is held with the start, so that nobody starts what they cannot have (QUOTA-01). */
async function start(ctx: Context, { kind, businessId, wish, steps }: Start): Promise<SuggestionRun> {
  await assertBusinessHere(ctx, businessId);
  await assertGenerationAllowed(ctx);
  const key = newRunKey(ctx, kind, businessId);
  const noun = nouns[kind];
  const payload = { businessId, ...wish, key, requestedBy: personBehind(ctx) };
  const reservation = { feature: "generations", quantity: 1, key, expiresInMs: heldForMs } as const;
  await write(
    ctx,
    [
      ...refuseUnlessBusiness(ctx, businessId),
      refuseWhileRunning(ctx, kind, businessId),
      ...steps,
      ...(await reservationSteps(ctx, reservation)),
    ],
    {
      facts: [{ type: `${noun}.suggestion_requested`, subjectId: businessId, data: { businessId, ...wish } }],
      audit: [
        {
          action: `${noun}.suggestion_requested`,
          resourceType: "business",
          resourceId: businessId,
          changes: { after: wish },
        },
      ],
      jobs: [{ queue: "generation", type: `strategies.suggest_${kind}`, payload, dedupeKey: key }],
    },
  );
  return await readRun(ctx, kind, businessId);
}

/** The person who stands behind an act: a key acts for whoever made it. */
function personBehind({ actor }: Context): Id<"user"> | null {
  if (actor.kind === "api_key") return actor.createdBy;
  return actor.kind === "user" ? actor.id : null;
}
