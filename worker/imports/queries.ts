import { and, asc, desc, eq, lt, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { leadImportLots, leadImports } from "../../db/schema/cell/imports";
import type { Context } from "../kernel/context";
import { NotFound } from "../kernel/errors";

export type LeadImport = typeof leadImports.$inferSelect;
export type ImportLot = typeof leadImportLots.$inferSelect;

export async function getImport(ctx: Context, id: Id<"leadImport">): Promise<LeadImport> {
  const [row] = await ctx.db.select().from(leadImports).where(isImport(ctx, id));
  if (!row) throw new NotFound();
  return row;
}

/** Newest first. */
export async function listImports(
  ctx: Context,
  before: string | undefined,
  limit: number,
): Promise<LeadImport[]> {
  return await ctx.db
    .select()
    .from(leadImports)
    .where(
      and(
        eq(leadImports.organizationId, ctx.organization.id),
        // safe: only compared
        before === undefined ? undefined : lt(leadImports.id, before as Id<"leadImport">),
      ),
    )
    .orderBy(desc(leadImports.id))
    .limit(limit + 1);
}

export function isImport(ctx: Context, id: Id<"leadImport">) {
  return and(eq(leadImports.organizationId, ctx.organization.id), eq(leadImports.id, id));
}

export function isLotOf(ctx: Context, id: Id<"leadImport">) {
  return and(eq(leadImportLots.organizationId, ctx.organization.id), eq(leadImportLots.importId, id));
}

/** The last lot first: undoing goes back the way that doing came. */
export async function lotsBelow(ctx: Context, id: Id<"leadImport">, below: number): Promise<ImportLot[]> {
  const last = sql`lot = (select max(lot) from lead_import_lots where organization_id = ${ctx.organization.id}
    and import_id = ${id} and lot < ${below})`;
  return await ctx.db
    .select()
    .from(leadImportLots)
    .where(and(isLotOf(ctx, id), last))
    .orderBy(asc(leadImportLots.part))
    .limit(mostParts);
}

const mostParts = 20;

export async function lotsAfter(
  ctx: Context,
  id: Id<"leadImport">,
  after: { lot: number; part: number },
  limit: number,
): Promise<Pick<ImportLot, "lot" | "part" | "refused">[]> {
  const { lot, part, refused } = leadImportLots;
  return await ctx.db
    .select({ lot, part, refused })
    .from(leadImportLots)
    .where(and(isLotOf(ctx, id), sql`(lot, part) > (${after.lot}, ${after.part})`, sql`refused <> '[]'`))
    .orderBy(asc(lot), asc(part))
    .limit(limit);
}
