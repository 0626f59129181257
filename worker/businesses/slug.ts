import { and, eq, ne, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { directory } from "../../db/schema/control/platform";
import type { Context } from "../kernel/context";
import { Conflict } from "../kernel/errors";
import { refuseWhen, type Step, writeOrganization } from "../kernel/write";
import { findBusiness } from "./queries";

const kind = "site";
/** Earlier names keep leading to the business, so that a link that was shared goes on working; the oldest is let go. */
const mostNames = 5;

/** Letters and digits of the name; a short random tail where somebody already has it. */
export async function freeSlug(ctx: Context, name: string): Promise<string> {
  const wanted = slugify(name) || "business";
  const [taken] = await ctx.control
    .select({ id: directory.id })
    .from(directory)
    .where(and(eq(directory.kind, kind), eq(directory.key, wanted)));
  return taken ? `${wanted.slice(0, 43)}-${tail(ctx.random(4))}` : wanted;
}

/**
 * Takes a public name for a business. The directory is in another database than the business, so the name is taken first
 * and the business written second: whatever fails in between leaves a name that leads nowhere, never a page of somebody else.
 */
export async function claimSlug(ctx: Context, slug: string, businessId: Id<"business">): Promise<void> {
  const left = await findLeftOver(ctx, slug, businessId);
  const { id: organizationId, cell } = ctx.organization;
  const now = ctx.now();
  const draft = { kind, key: slug, organizationId, cell, resourceId: businessId } as const;
  const mine = sql`select 1 from ${directory} where kind = ${kind} and key = ${slug} and resource_id = ${businessId}`;
  await writeOrganization(ctx, [
    ...(left ? [ctx.control.delete(directory).where(eq(directory.id, left))] : []),
    ctx.control
      .insert(directory)
      .values({ id: ctx.newId("directory"), ...draft, createdAt: now, updatedAt: now })
      .onConflictDoUpdate({
        target: [directory.kind, directory.key],
        set: { updatedAt: now },
        setWhere: eq(directory.resourceId, businessId),
      }),
    refuseWhen(
      sql`not exists (${mine})`,
      // Names are unique among all organizations, so a refusal says no more than that (TEN-11).
      new Conflict("slug_taken", "This name is not available."),
    ),
    letOldNamesGo(ctx, businessId),
  ]);
}

/** Gives back a name whose business could not be written. */
export async function releaseSlug(ctx: Context, slug: string, businessId: Id<"business">): Promise<void> {
  await writeOrganization(ctx, [
    ctx.control
      .delete(directory)
      .where(and(eq(directory.kind, kind), eq(directory.key, slug), eq(directory.resourceId, businessId))),
  ]);
}

/** A name of ours whose business was never written: a request that was cut off between the two databases. */
async function findLeftOver(ctx: Context, slug: string, businessId: Id<"business">) {
  const [row] = await ctx.control
    .select({ id: directory.id, resourceId: directory.resourceId })
    .from(directory)
    .where(
      and(
        eq(directory.kind, kind),
        eq(directory.key, slug),
        eq(directory.organizationId, ctx.organization.id),
        ne(directory.resourceId, businessId),
      ),
    );
  // safe: only this file writes directory rows of this kind
  return row && !(await findBusiness(ctx, row.resourceId as Id<"business">)) ? row.id : undefined;
}

function letOldNamesGo(ctx: Context, businessId: Id<"business">): Step {
  const kept = sql`select id from ${directory} where organization_id = ${ctx.organization.id} and kind = ${kind}
    and resource_id = ${businessId} order by updated_at desc limit ${mostNames}`;
  return ctx.control
    .delete(directory)
    .where(
      and(
        eq(directory.organizationId, ctx.organization.id),
        eq(directory.kind, kind),
        eq(directory.resourceId, businessId),
        sql`${directory.id} not in (${kept})`,
      ),
    );
}

function slugify(name: string): string {
  return name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, 48)
    .replaceAll(/^-+|-+$/g, "");
}

function tail(random: Uint8Array): string {
  return [...random].map((byte) => (byte % 36).toString(36)).join("");
}
