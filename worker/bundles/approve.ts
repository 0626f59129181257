import { and, eq, gt, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { contentPieces } from "../../db/schema/cell/content";
import { authorize, type Context } from "../kernel/context";
import { write } from "../kernel/write";
import { personBehind } from "../pieces";
import { getBundle } from "./queries";

export type Approvals = { count: number; at: number };

/** A person answers for everything that is written and not approved yet; a sequence only with all its emails written. */
export async function approveBundle(ctx: Context, id: Id<"bundle">): Promise<Approvals> {
  authorize(ctx, "content:approve");
  await getBundle(ctx, id);
  const at = ctx.now();
  const { status, scheduledFor } = contentPieces;
  const approval = ctx.db
    .update(contentPieces)
    .set({
      approvedAt: at,
      approvedBy: personBehind(ctx),
      status: sql`case when ${scheduledFor} > ${at} then 'scheduled' else 'approved' end`,
      // What was held for a time that has passed is free again.
      scheduledFor: sql`case when ${scheduledFor} > ${at} then ${scheduledFor} end`,
      updatedAt: at,
    })
    .where(and(inBundle(ctx, id), eq(status, "ready"), gt(contentPieces.versionNumber, 0), isWhole(ctx)));
  const data = { bundleId: id, approvedAt: at };
  await write(ctx, [approval], {
    facts: [{ type: "bundle.approved", subjectId: id, data }],
    audit: [{ action: "bundle.approved", resourceType: "bundle", resourceId: id }],
  });
  return { count: await countApproved(ctx, id, at), at };
}

/** What one press approved, taken back together: nothing that was approved before it, and nothing that went out since. */
export async function withdrawApprovals(ctx: Context, id: Id<"bundle">, at: number): Promise<Approvals> {
  authorize(ctx, "content:approve");
  await getBundle(ctx, id);
  const { approvedAt, status, publishedAt } = contentPieces;
  const withdrawal = ctx.db
    .update(contentPieces)
    .set({ approvedAt: null, approvedBy: null, status: "ready", updatedAt: ctx.now() })
    .where(
      and(
        inBundle(ctx, id),
        eq(approvedAt, at),
        isNull(publishedAt),
        inArray(status, ["approved", "scheduled"]),
      ),
    );
  await write(ctx, [withdrawal], {
    facts: [{ type: "bundle.approval_withdrawn", subjectId: id, data: { bundleId: id, approvedAt: at } }],
    audit: [{ action: "bundle.approval_withdrawn", resourceType: "bundle", resourceId: id }],
  });
  return { count: await countApproved(ctx, id, at), at };
}

async function countApproved(ctx: Context, id: Id<"bundle">, at: number): Promise<number> {
  return await ctx.db.$count(contentPieces, and(inBundle(ctx, id), eq(contentPieces.approvedAt, at)));
}

function inBundle(ctx: Context, id: Id<"bundle">) {
  const { organizationId, bundleId, archivedAt } = contentPieces;
  return and(eq(organizationId, ctx.organization.id), eq(bundleId, id), isNull(archivedAt));
}

function isWhole(ctx: Context): SQL {
  return sql`not exists (
    select 1 from emails e join content_pieces p on p.id = e.id and p.organization_id = e.organization_id
    where e.organization_id = ${ctx.organization.id} and e.sequence_id = ${contentPieces.id}
      and p.archived_at is null and (p.version_number = 0 or p.status in ('queued', 'generating')))`;
}
