import type { Id } from "../../db/ids";
import { businesses } from "../../db/schema/cell/business";
import { authorize, type Context } from "../kernel/context";
import { Conflict, NotFound } from "../kernel/errors";
import { orElse, type Step, write } from "../kernel/write";
import { businessesInUse, withinPlan } from "../plans";
import type { ProfileChange } from "./profile";
import { type Business, getBusiness, isHere } from "./queries";
import { claimSlug } from "./slug";

/** Changes what is given, each field as a whole. */
export async function updateBusiness(
  ctx: Context,
  id: Id<"business">,
  change: ProfileChange,
): Promise<Business> {
  authorize(ctx, "content:write");
  const before = await getBusiness(ctx, id);
  const fields = Object.keys(change);
  if (fields.length === 0) return before;
  if (change.slug && change.slug !== before.slug) await claimSlug(ctx, change.slug, id);
  await write(ctx, profileSteps(ctx, id, change), {
    facts: [{ type: "business.updated", subjectId: id, data: { fields } }],
    audit: [
      {
        action: "business.updated",
        resourceType: "business",
        resourceId: id,
        changes: { before: pick(before, fields), after: change },
      },
    ],
  });
  return await getBusiness(ctx, id);
}

/** For a batch that changes a profile together with what it was taken from. */
export function profileSteps(ctx: Context, id: Id<"business">, change: ProfileChange): Step[] {
  return [
    ctx.db
      .update(businesses)
      .set({ ...change, updatedAt: ctx.now() })
      .where(isHere(ctx, id)),
    orElse(new NotFound()),
  ];
}

/** Out of the lists and out of the plan's count; nothing of it is lost. */
export async function archiveBusiness(ctx: Context, id: Id<"business">): Promise<Business> {
  authorize(ctx, "content:write");
  const before = await getBusiness(ctx, id);
  if (before.status === "archived") return before;
  return await setStatus(ctx, id, "archived", []);
}

export async function restoreBusiness(ctx: Context, id: Id<"business">): Promise<Business> {
  authorize(ctx, "content:write");
  const before = await getBusiness(ctx, id);
  if (before.status === "active") return before;
  const room = await withinPlan(ctx, "businesses", businessesInUse(ctx.organization.id));
  return await setStatus(ctx, id, "active", [room]);
}

async function setStatus(
  ctx: Context,
  id: Id<"business">,
  status: Business["status"],
  guards: Step[],
): Promise<Business> {
  const now = ctx.now();
  const archivedAt = status === "archived" ? now : null;
  const action = status === "archived" ? "business.archived" : "business.restored";
  await write(
    ctx,
    [
      ...guards,
      ctx.db.update(businesses).set({ status, archivedAt, updatedAt: now }).where(isHere(ctx, id)),
      orElse(new NotFound()),
    ],
    {
      facts: [{ type: action, subjectId: id }],
      audit: [{ action, resourceType: "business", resourceId: id }],
    },
  );
  return await getBusiness(ctx, id);
}

/** For whatever makes something new for a business. */
export function assertNotArchived(business: Business): void {
  if (business.status === "archived") {
    throw new Conflict("business_archived", "This business is archived. Restore it first.");
  }
}

function pick(row: Business, fields: string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([name]) => fields.includes(name)));
}
