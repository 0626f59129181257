import { and, eq, isNotNull, isNull, ne, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { type Brief, contentBundles } from "../../db/schema/cell/bundles";
import { contentStrategies, contentTopics } from "../../db/schema/cell/business";
import { assertNotArchived, getBusiness } from "../businesses";
import { authorize, type Context } from "../kernel/context";
import { Conflict, NotFound } from "../kernel/errors";
import { idsIn } from "../kernel/id-list";
import { orElse, refuseWhen, type Step, write } from "../kernel/write";
import { costOfBrief } from "./estimate";
import { assertOrder, countOrdered, type Order } from "./order";
import { type Bundle, getBundle, isBundle } from "./queries";

export async function createBundle(ctx: Context, businessId: Id<"business">, order: Order): Promise<Bundle> {
  authorize(ctx, "content:write");
  assertOrder(order);
  assertNotArchived(await getBusiness(ctx, businessId));
  const id = ctx.newId("bundle", ctx.organization.cell);
  const now = ctx.now();
  const row = {
    ...order,
    ...standingOf(ctx, order.brief),
    id,
    organizationId: ctx.organization.id,
    businessId,
    createdAt: now,
    updatedAt: now,
  };
  const steps = [...refuseForeign(ctx, businessId, order), ctx.db.insert(contentBundles).values(row)];
  await write(ctx, steps, {
    facts: [{ type: "bundle.created", subjectId: id, data: { bundleId: id, businessId, name: order.name } }],
    audit: [{ action: "bundle.created", resourceType: "bundle", resourceId: id, changes: { after: order } }],
  });
  return await getBundle(ctx, id);
}

/** The order itself stands once it is being written; its name never does. */
export async function updateBundle(ctx: Context, id: Id<"bundle">, change: Partial<Order>): Promise<Bundle> {
  authorize(ctx, "content:write");
  const before = await getBundle(ctx, id);
  const names = Object.keys(change) as (keyof Order)[]; // safe: the keys of a change
  if (names.length === 0) return before;
  assertOrder({ ...before, ...change });
  const isOrder = names.some((name) => name !== "name" && name !== "timePeriod");
  const steps = [
    ...refuseForeign(ctx, before.businessId, change),
    ctx.db
      .update(contentBundles)
      .set({
        ...change,
        ...(change.brief ? standingOf(ctx, change.brief) : {}),
        updatedAt: ctx.now(),
      })
      .where(and(isBundle(ctx, id), isOrder ? eq(contentBundles.run, 0) : undefined)),
    orElse(new Conflict("bundle_started", "This bundle is written already. Make a new one.")),
  ];
  await write(ctx, steps, {
    facts: [{ type: "bundle.updated", subjectId: id, data: { bundleId: id, fields: names } }],
    audit: [
      {
        action: "bundle.updated",
        resourceType: "bundle",
        resourceId: id,
        changes: { before: Object.fromEntries(names.map((name) => [name, before[name]])), after: change },
      },
    ],
  });
  return await getBundle(ctx, id);
}

/** Out of the lists; its pieces stay where they are. What is being written is stopped first, by whoever wants that. */
export async function archiveBundle(ctx: Context, id: Id<"bundle">): Promise<Bundle> {
  authorize(ctx, "content:write");
  const { archivedAt } = await getBundle(ctx, id);
  if (archivedAt !== null) return await getBundle(ctx, id);
  const archive = ctx.db
    .update(contentBundles)
    .set({ archivedAt: ctx.now(), updatedAt: ctx.now() })
    .where(
      and(isBundle(ctx, id), isNull(contentBundles.archivedAt), ne(contentBundles.status, "generating")),
    );
  return await tell(ctx, id, "bundle.archived", [archive, orElse(isGenerating)]);
}

export async function restoreBundle(ctx: Context, id: Id<"bundle">): Promise<Bundle> {
  authorize(ctx, "content:write");
  const { archivedAt, businessId } = await getBundle(ctx, id);
  if (archivedAt === null) return await getBundle(ctx, id);
  assertNotArchived(await getBusiness(ctx, businessId));
  const restore = ctx.db
    .update(contentBundles)
    .set({ archivedAt: null, updatedAt: ctx.now() })
    .where(and(isBundle(ctx, id), isNotNull(contentBundles.archivedAt)));
  return await tell(ctx, id, "bundle.restored", [restore]);
}

const isGenerating = new Conflict("bundle_generating", "This bundle is being written. Stop it first.");

async function tell(ctx: Context, id: Id<"bundle">, action: string, steps: Step[]): Promise<Bundle> {
  await write(ctx, steps, {
    facts: [{ type: action, subjectId: id, data: { bundleId: id } }],
    audit: [{ action, resourceType: "bundle", resourceId: id }],
  });
  return await getBundle(ctx, id);
}

/** Who ordered nothing yet has a draft; what could be started is planned. */
function standingOf(ctx: Context, brief: Brief): Pick<Bundle, "status" | "estimatedCostMicros"> {
  return {
    status: countOrdered(brief) > 0 ? "planned" : "draft",
    estimatedCostMicros: costOfBrief(ctx, brief).costMicros,
  };
}

/** A strategy or a topic of another business is not there. */
function refuseForeign(
  ctx: Context,
  businessId: Id<"business">,
  { strategyId, brief }: Partial<Order>,
): Step[] {
  const ours = sql`organization_id = ${ctx.organization.id} and business_id = ${businessId}`;
  const topicIds = [...new Set(brief?.topicIds)];
  return [
    ...(strategyId
      ? [
          refuseWhen(
            sql`not exists (select 1 from ${contentStrategies} where id = ${strategyId} and ${ours})`,
            new NotFound(),
          ),
        ]
      : []),
    ...(topicIds.length > 0
      ? [
          refuseWhen(
            sql`(select count(*) from ${contentTopics} where id in ${idsIn(topicIds)} and ${ours}) < ${topicIds.length}`,
            new NotFound(),
          ),
        ]
      : []),
  ];
}
