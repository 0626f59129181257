import type { Id } from "../../db/ids";
import { contentStrategies } from "../../db/schema/cell/business";
import { strategiesInUse, withinPlan } from "../plans";
import { authorize, type Context } from "../kernel/context";
import { Conflict, NotFound } from "../kernel/errors";
import { orElse, type Step, write } from "../kernel/write";
import { refuseUnlessBusiness } from "./business-guard";
import { becomeDefaultSteps } from "./default";
import { getStrategy, isStrategy, type Strategy } from "./queries";

export type StrategyDraft = Pick<
  Strategy,
  | "name"
  | "goal"
  | "voice"
  | "template"
  | "length"
  | "targetAudience"
  | "contentFocus"
  | "customerPsychology"
  | "scenarios"
>;

/** The first one of a business is its default, asked for or not. */
export async function createStrategy(
  ctx: Context,
  businessId: Id<"business">,
  { isDefault, ...draft }: StrategyDraft & { isDefault: boolean },
): Promise<Strategy> {
  authorize(ctx, "content:write");
  const id = ctx.newId("strategy", ctx.organization.cell);
  const organizationId = ctx.organization.id;
  const now = ctx.now();
  const steps: Step[] = [
    ...refuseUnlessBusiness(ctx, businessId),
    await withinPlan(ctx, "strategies", strategiesInUse(organizationId)),
    ctx.db.insert(contentStrategies).values({
      ...draft,
      id,
      organizationId,
      businessId,
      isDefault: false,
      createdAt: now,
      updatedAt: now,
    }),
    ...becomeDefaultSteps(ctx, id, { onlyIfNone: !isDefault }),
  ];
  await write(ctx, steps, {
    facts: [{ type: "strategy.created", subjectId: id, data: { businessId, name: draft.name } }],
    audit: [
      { action: "strategy.created", resourceType: "strategy", resourceId: id, changes: { after: draft } },
    ],
  });
  return await getStrategy(ctx, id);
}

export async function updateStrategy(
  ctx: Context,
  id: Id<"strategy">,
  change: Partial<StrategyDraft>,
): Promise<Strategy> {
  authorize(ctx, "content:write");
  const before = await getStrategy(ctx, id);
  const names = Object.keys(change) as (keyof StrategyDraft)[]; // safe: the keys of a draft
  if (names.length === 0) return before;
  const steps = [
    ctx.db
      .update(contentStrategies)
      .set({ ...change, updatedAt: ctx.now() })
      .where(isStrategy(ctx, id)),
    orElse(new NotFound()),
  ];
  const changes = { before: Object.fromEntries(names.map((name) => [name, before[name]])), after: change };
  await write(ctx, steps, {
    facts: [{ type: "strategy.updated", subjectId: id, data: { businessId: before.businessId } }],
    audit: [{ action: "strategy.updated", resourceType: "strategy", resourceId: id, changes }],
  });
  return await getStrategy(ctx, id);
}

/** Of any number of callers at once, the last one has it: there is never none and never two. */
export async function makeDefault(ctx: Context, id: Id<"strategy">): Promise<Strategy> {
  authorize(ctx, "content:write");
  const { businessId, isDefault, archivedAt } = await getStrategy(ctx, id);
  if (archivedAt !== null) throw isArchived;
  if (!isDefault) {
    const steps = [...becomeDefaultSteps(ctx, id, { onlyIfNone: false }), orElse(isArchived)];
    await write(ctx, steps, {
      facts: [{ type: "strategy.made_default", subjectId: id, data: { businessId } }],
      audit: [{ action: "strategy.made_default", resourceType: "strategy", resourceId: id }],
    });
  }
  return await getStrategy(ctx, id);
}

const isArchived = new Conflict("strategy_archived", "This strategy is archived. Restore it first.");
