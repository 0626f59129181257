import type { Id } from "../../db/ids";
import type { Context } from "../kernel/context";
import { NotFound } from "../kernel/errors";

/** A row of the file with its number in it. */
export type FileRow = [row: number, cells: string[]];

/** The parts of a file lie below the organization, so that erasing it takes them along. */
function keyOf(ctx: Context, id: Id<"leadImport">, lot: number): string {
  return `${folderOf(ctx, id)}${lot}`;
}

function folderOf(ctx: Context, id: Id<"leadImport">): string {
  return `${ctx.organization.id}/imports/${id}/`;
}

export async function putPart(
  ctx: Context,
  id: Id<"leadImport">,
  lot: number,
  rows: readonly FileRow[],
): Promise<void> {
  const bytes = new TextEncoder().encode(JSON.stringify(rows));
  await ctx.providers.files.put(keyOf(ctx, id, lot), bytes, { type: "application/json" });
}

export async function getPart(ctx: Context, id: Id<"leadImport">, lot: number): Promise<FileRow[]> {
  const object = await ctx.providers.files.get(keyOf(ctx, id, lot));
  if (!object) throw new NotFound();
  return await new Response(object.body).json<FileRow[]>();
}

export async function dropParts(ctx: Context, id: Id<"leadImport">): Promise<void> {
  await ctx.providers.files.deleteBelow(folderOf(ctx, id));
}
