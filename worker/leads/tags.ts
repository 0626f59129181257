import { and, eq, inArray } from "drizzle-orm";
import { leadTags } from "../../db/schema/cell/lead-catalogue";
import type { Context } from "../kernel/context";
import { idsIn } from "../kernel/id-list";
import { simplify } from "./pure/match";

export type Tag = typeof leadTags.$inferSelect;
const usualColor = "#64748b";

/** The tags of these names; what is not there yet is made, once however often it is asked for. */
export async function tagIdsNamed(ctx: Context, names: readonly string[]): Promise<string[]> {
  const wanted = new Map(names.map((name) => [simplify(name), name.trim().slice(0, 60)]));
  wanted.delete("");
  if (wanted.size === 0) return [];
  const find = () =>
    ctx.db
      .select()
      .from(leadTags)
      .where(
        and(
          eq(leadTags.organizationId, ctx.organization.id),
          inArray(leadTags.nameKey, idsIn([...wanted.keys()])),
        ),
      );
  const found = await find();
  const missing = [...wanted].filter(([key]) => found.every(({ nameKey }) => nameKey !== key));
  if (missing.length === 0) return found.map(({ id }) => id);
  const [first, ...rest] = missing.map(([nameKey, name]) =>
    ctx.db
      .insert(leadTags)
      .values(rowOfTag(ctx, { name, nameKey, color: usualColor }))
      .onConflictDoNothing(),
  );
  if (first) await ctx.db.batch([first, ...rest]);
  return (await find()).map(({ id }) => id);
}

export function rowOfTag(ctx: Context, draft: Pick<Tag, "name" | "nameKey" | "color">) {
  const now = ctx.now();
  const id = ctx.newId("leadTag", ctx.organization.cell);
  return { ...draft, id, organizationId: ctx.organization.id, createdAt: now, updatedAt: now };
}
