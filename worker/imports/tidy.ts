import { and, eq, inArray, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { leadImportLots, leadImports } from "../../db/schema/cell/imports";
import { authorize, type Context } from "../kernel/context";
import { Conflict } from "../kernel/errors";
import { orElse, write } from "../kernel/write";
import { dropParts } from "./file-parts";
import { getImport, isImport, isLotOf } from "./queries";

const unusedMs = 86_400_000;

/** A file that nobody wants to import after all. */
export async function dropImport(ctx: Context, id: Id<"leadImport">): Promise<void> {
  authorize(ctx, "leads:import");
  await getImport(ctx, id);
  const gone = ctx.db
    .delete(leadImports)
    .where(and(isImport(ctx, id), inArray(leadImports.status, ["uploading", "ready"])));
  await write(ctx, [gone, orElse(new Conflict("import_started", "This file has been imported already."))]);
  await dropParts(ctx, id);
}

/** A file goes when it has been read, or was not asked for within a day; what undoing needs, with the time for it. */
export async function tidyImport(ctx: Context, id: Id<"leadImport">): Promise<void> {
  const [work] = await ctx.db.select().from(leadImports).where(isImport(ctx, id));
  if (!work || work.status === "running" || work.status === "undoing") return;
  const isUnused = work.status === "uploading" || work.status === "ready";
  if (isUnused && work.createdAt + unusedMs > ctx.now()) return;
  await dropParts(ctx, id);
  if (isUnused)
    await write(ctx, [
      ctx.db.delete(leadImports).where(and(isImport(ctx, id), eq(leadImports.status, work.status))),
    ]);
  else if ((work.undoUntil ?? 0) <= ctx.now())
    await write(ctx, [ctx.db.delete(leadImportLots).where(isLotOf(ctx, id))]);
}

/** What an import has written down of somebody goes with them (GDPR-01); it is there for a week at most. */
export async function forgetLead(ctx: Context, leadId: Id<"lead">): Promise<void> {
  const others = sql<[]>`(select json_group_array(json(entry.value)) from json_each(changed) as entry
    where entry.value ->> 'id' <> ${leadId})`;
  await write(ctx, [
    ctx.db
      .update(leadImportLots)
      .set({ changed: others })
      .where(
        and(
          eq(leadImportLots.organizationId, ctx.organization.id),
          sql`exists (select 1 from json_each(changed) as entry where entry.value ->> 'id' = ${leadId})`,
        ),
      ),
  ]);
}
