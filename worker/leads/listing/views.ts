import { and, asc, eq, gt, or } from "drizzle-orm";
import type { Id } from "../../../db/ids";
import { savedViews } from "../../../db/schema/cell/lead-work";
import { assertAskable, type Condition, conditionSchema } from "../../kernel/conditions";
import { authorize, can, type Context } from "../../kernel/context";
import { Forbidden, Invalid, NotFound } from "../../kernel/errors";
import { orElse, write } from "../../kernel/write";
import { leadFields } from "../fields/field-catalogue";
import { readOrder } from "./order";

export type SavedView = typeof savedViews.$inferSelect;
export type ViewDraft = Pick<SavedView, "name" | "visibility" | "columns" | "sort" | "groupBy"> & {
  condition: Condition | null;
};

/** One's own, and what is shared. */
export async function listViews(
  ctx: Context,
  after: string | undefined,
  limit: number,
): Promise<SavedView[]> {
  return await ctx.db
    .select()
    .from(savedViews)
    .where(
      and(
        eq(savedViews.organizationId, ctx.organization.id),
        mayBeSeen(ctx),
        // safe: only compared
        after === undefined ? undefined : gt(savedViews.id, after as Id<"savedView">),
      ),
    )
    .orderBy(asc(savedViews.id))
    .limit(limit + 1);
}

export async function getView(ctx: Context, id: Id<"savedView">): Promise<SavedView> {
  const [view] = await ctx.db
    .select()
    .from(savedViews)
    .where(and(isView(ctx, id), mayBeSeen(ctx)));
  if (!view) throw new NotFound();
  return view;
}

export async function conditionOfView(
  ctx: Context,
  id: Id<"savedView"> | undefined,
): Promise<Condition | null> {
  if (id === undefined) return null;
  const { condition } = await getView(ctx, id);
  return condition === null ? null : conditionSchema.parse(condition);
}

export async function createView(ctx: Context, draft: ViewDraft): Promise<SavedView> {
  authorize(ctx, "leads:read");
  if (ctx.actor.kind !== "user") throw new Forbidden("a person's own session");
  await assertShowable(ctx, draft);
  const id = ctx.newId("savedView", ctx.organization.cell);
  const now = ctx.now();
  const row = {
    ...draft,
    id,
    organizationId: ctx.organization.id,
    ownerId: ctx.actor.id,
    createdAt: now,
    updatedAt: now,
  };
  await write(ctx, [ctx.db.insert(savedViews).values(row)], {
    audit: [
      {
        action: "saved_view.created",
        resourceType: "saved_view",
        resourceId: id,
        changes: { after: { name: draft.name } },
      },
    ],
  });
  return await getView(ctx, id);
}

export async function updateView(
  ctx: Context,
  id: Id<"savedView">,
  change: Partial<ViewDraft>,
): Promise<SavedView> {
  const before = await getView(ctx, id);
  assertOwn(ctx, before);
  await assertShowable(ctx, { visibility: before.visibility, sort: before.sort, condition: null, ...change });
  const update = ctx.db
    .update(savedViews)
    .set({ ...change, updatedAt: ctx.now() })
    .where(isView(ctx, id));
  await write(ctx, [update, orElse(new NotFound())], {
    audit: [
      {
        action: "saved_view.updated",
        resourceType: "saved_view",
        resourceId: id,
        changes: { after: { fields: Object.keys(change) } },
      },
    ],
  });
  return await getView(ctx, id);
}

export async function deleteView(ctx: Context, id: Id<"savedView">): Promise<void> {
  const before = await getView(ctx, id);
  assertOwn(ctx, before);
  await write(ctx, [ctx.db.delete(savedViews).where(isView(ctx, id)), orElse(new NotFound())], {
    audit: [
      {
        action: "saved_view.deleted",
        resourceType: "saved_view",
        resourceId: id,
        changes: { before: { name: before.name } },
      },
    ],
  });
}

/** A view asks only what its maker may ask, and shared ones are made by who works with leads. */
async function assertShowable(
  ctx: Context,
  { condition, sort, visibility }: Pick<ViewDraft, "condition" | "sort" | "visibility">,
): Promise<void> {
  if (visibility === "shared") authorize(ctx, "leads:write");
  if (condition) assertAskable(condition, await leadFields(ctx), "/condition");
  await readOrder(ctx, sort);
}

function assertOwn(ctx: Context, { ownerId, visibility }: SavedView): void {
  if (ctx.actor.id === ownerId) return;
  if (visibility === "shared" && can(ctx, "leads:configure")) return;
  throw Invalid.field("/viewId", "not_yours", "Only whoever made a view changes it. Make your own from it.");
}

function mayBeSeen(ctx: Context) {
  const shared = eq(savedViews.visibility, "shared");
  const own = ctx.actor.kind === "user" ? eq(savedViews.ownerId, ctx.actor.id) : undefined;
  return own ? or(shared, own) : shared;
}

function isView(ctx: Context, id: Id<"savedView">) {
  return and(eq(savedViews.id, id), eq(savedViews.organizationId, ctx.organization.id));
}
