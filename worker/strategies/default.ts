import { and, eq, isNull, ne, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { contentStrategies } from "../../db/schema/cell/business";
import type { Context } from "../kernel/context";
import type { Step } from "../kernel/write";
import { isStrategy } from "./queries";

const { archivedAt, businessId, isDefault, organizationId } = contentStrategies;

/** For the batch after which it is the default. The last step changes a row exactly where it has become it. */
export function becomeDefaultSteps(
  ctx: Context,
  id: Id<"strategy">,
  { onlyIfNone }: { onlyIfNone: boolean },
): Step[] {
  const siblings = and(eq(organizationId, ctx.organization.id), eq(businessId, businessOf(ctx, id)));
  const isOpen = sql`exists (select 1 from content_strategies as one where one.id = ${id} and one.archived_at is null)`;
  const stepDown = ctx.db
    .update(contentStrategies)
    .set({ isDefault: false, updatedAt: ctx.now() })
    .where(and(siblings, eq(isDefault, true), ne(contentStrategies.id, id), isOpen));
  const stepUp = ctx.db
    .update(contentStrategies)
    .set({ isDefault: true, updatedAt: ctx.now() })
    .where(and(isStrategy(ctx, id), isNull(archivedAt), onlyIfNone ? hasNoDefault(ctx, id) : undefined));
  return onlyIfNone ? [stepUp] : [stepDown, stepUp];
}

/** For the batch in which one is put away: the oldest that is left takes its place. */
export function fillDefaultStep(ctx: Context, leaving: Id<"strategy">): Step {
  const next = sql`(select min(one.id) from content_strategies as one where one.organization_id = ${ctx.organization.id}
    and one.business_id = ${businessOf(ctx, leaving)} and one.archived_at is null)`;
  return ctx.db
    .update(contentStrategies)
    .set({ isDefault: true, updatedAt: ctx.now() })
    .where(and(eq(contentStrategies.id, next), hasNoDefault(ctx, leaving)));
}

function hasNoDefault(ctx: Context, id: Id<"strategy">) {
  return sql`not exists (select 1 from content_strategies as one where one.organization_id = ${ctx.organization.id}
    and one.business_id = ${businessOf(ctx, id)} and one.is_default = 1 and one.archived_at is null)`;
}

function businessOf(ctx: Context, id: Id<"strategy">) {
  return sql<Id<"business">>`(select mine.business_id from content_strategies as mine
    where mine.id = ${id} and mine.organization_id = ${ctx.organization.id})`;
}
