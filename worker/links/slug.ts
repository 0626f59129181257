import { and, eq, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { managedUrls } from "../../db/schema/cell/links";
import { directory } from "../../db/schema/control/platform";
import type { Context } from "../kernel/context";
import { Conflict, Invalid } from "../kernel/errors";
import { orElse, writeOrganization } from "../kernel/write";
import { drawSlug, isChosenSlug, randomBytesPerSlug, readSlug } from "./pure/slug";

const kind = "link";

export function newSlug(ctx: Context): string {
  return drawSlug(ctx.organization.cell, ctx.random(randomBytesPerSlug));
}

export function chosenSlug(typed: string): string {
  const slug = readSlug(typed);
  if (isChosenSlug(slug)) return slug;
  throw Invalid.field(
    "/slug",
    "invalid_slug",
    "Use small letters, digits and single hyphens between them. Very short codes that begin with 0 are drawn by us.",
  );
}

/**
 * Takes a public name for a link. The directory may be in another database than the link, so the name is taken first:
 * whatever fails in between leaves a name that leads nowhere, never a link of somebody else.
 */
export async function claimSlug(ctx: Context, slug: string, linkId: Id<"link">): Promise<void> {
  const { id: organizationId, cell } = ctx.organization;
  const now = ctx.now();
  await forgetLeftOver(ctx, slug);
  await writeOrganization(ctx, [
    ctx.control
      .insert(directory)
      .values({
        id: ctx.newId("directory"),
        kind,
        key: slug,
        organizationId,
        cell,
        resourceId: linkId,
        createdAt: now,
        updatedAt: now,
      })
      .onConflictDoNothing(),
    // Names are unique among all organizations, so a refusal says no more than that (TEN-11).
    orElse(new Conflict("slug_taken", "This name is not available.")),
  ]);
}

/** Gives back a name whose link could not be written. */
export async function releaseSlug(ctx: Context, slug: string, linkId: Id<"link">): Promise<void> {
  await writeOrganization(ctx, [
    ctx.control
      .delete(directory)
      .where(and(eq(directory.kind, kind), eq(directory.key, slug), eq(directory.resourceId, linkId))),
  ]);
}

/** A name of ours whose link was never written: a request that was cut off between the two databases. */
async function forgetLeftOver(ctx: Context, slug: string): Promise<void> {
  const ours = and(
    eq(directory.kind, kind),
    eq(directory.key, slug),
    eq(directory.organizationId, ctx.organization.id),
  );
  const [row] = await ctx.control.select().from(directory).where(ours);
  if (!row || ctx.now() - row.createdAt < aMinute) return;
  const [link] = await ctx.db
    .select({ id: managedUrls.id })
    .from(managedUrls)
    .where(
      sql`${managedUrls.id} = ${row.resourceId} and ${managedUrls.organizationId} = ${ctx.organization.id}`,
    );
  if (!link) await ctx.control.delete(directory).where(eq(directory.id, row.id));
}

const aMinute = 60_000;
