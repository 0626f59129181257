import { and, isNotNull, isNull } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { contentStrategies } from "../../db/schema/cell/business";
import { strategiesInUse, withinPlan } from "../plans";
import { authorize, type Context } from "../kernel/context";
import { write } from "../kernel/write";
import { refuseUnlessBusiness } from "./business-guard";
import { becomeDefaultSteps, fillDefaultStep } from "./default";
import { getStrategy, isStrategy, type Strategy } from "./queries";

/** It stays readable and can come back; what was written with it keeps it. Doing it twice changes nothing. */
export async function archiveStrategy(ctx: Context, id: Id<"strategy">): Promise<Strategy> {
  authorize(ctx, "content:write");
  const { archivedAt, businessId, name } = await getStrategy(ctx, id);
  if (archivedAt === null) {
    const steps = [
      ctx.db
        .update(contentStrategies)
        .set({ archivedAt: ctx.now(), isDefault: false, updatedAt: ctx.now() })
        .where(and(isStrategy(ctx, id), isNull(contentStrategies.archivedAt))),
      fillDefaultStep(ctx, id),
    ];
    await write(ctx, steps, {
      facts: [{ type: "strategy.archived", subjectId: id, data: { businessId, name } }],
      audit: [{ action: "strategy.archived", resourceType: "strategy", resourceId: id }],
    });
  }
  return await getStrategy(ctx, id);
}

export async function restoreStrategy(ctx: Context, id: Id<"strategy">): Promise<Strategy> {
  authorize(ctx, "content:write");
  const { archivedAt, businessId, name } = await getStrategy(ctx, id);
  if (archivedAt !== null) {
    const steps = [
      ...refuseUnlessBusiness(ctx, businessId),
      await withinPlan(ctx, "strategies", strategiesInUse(ctx.organization.id)),
      ctx.db
        .update(contentStrategies)
        .set({ archivedAt: null, updatedAt: ctx.now() })
        .where(and(isStrategy(ctx, id), isNotNull(contentStrategies.archivedAt))),
      ...becomeDefaultSteps(ctx, id, { onlyIfNone: true }),
    ];
    await write(ctx, steps, {
      facts: [{ type: "strategy.restored", subjectId: id, data: { businessId, name } }],
      audit: [{ action: "strategy.restored", resourceType: "strategy", resourceId: id }],
    });
  }
  return await getStrategy(ctx, id);
}
