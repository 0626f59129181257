import { and, asc, eq, gt, inArray, sql } from "drizzle-orm";
import type { Id } from "../../../db/ids";
import { leadTags } from "../../../db/schema/cell/lead-catalogue";
import { authorize, type Context } from "../../kernel/context";
import { Conflict, NotFound } from "../../kernel/errors";
import { idsIn } from "../../kernel/id-list";
import { isTaken, orElse, refuseWhen, write } from "../../kernel/write";
import { simplify } from "../pure/match";

export type Tag = typeof leadTags.$inferSelect;
const usualColor = "#64748b";

/** The tags of these names; what is not there yet is made, once however often it is asked for. */
export async function tagIdsNamed(ctx: Context, names: readonly string[]): Promise<string[]> {
  return [...(await tagsNamed(ctx, names)).values()];
}

/** The same, each by its name as `simplify` writes it. */
export async function tagsNamed(ctx: Context, names: readonly string[]): Promise<Map<string, Id<"leadTag">>> {
  const wanted = new Map(names.map((name) => [simplify(name), name.trim().slice(0, 60)]));
  wanted.delete("");
  if (wanted.size === 0) return new Map();
  const find = async () => {
    const rows = await ctx.db
      .select({ id: leadTags.id, nameKey: leadTags.nameKey })
      .from(leadTags)
      .where(
        and(
          eq(leadTags.organizationId, ctx.organization.id),
          inArray(leadTags.nameKey, idsIn([...wanted.keys()])),
        ),
      );
    return new Map(rows.map(({ id, nameKey }) => [nameKey, id]));
  };
  const found = await find();
  const missing = [...wanted].filter(([key]) => !found.has(key));
  if (missing.length === 0) return found;
  const [first, ...rest] = missing.map(([nameKey, name]) =>
    ctx.db
      .insert(leadTags)
      .values(rowOfTag(ctx, { name, nameKey, color: usualColor }))
      .onConflictDoNothing(),
  );
  if (first) await ctx.db.batch([first, ...rest]);
  return await find();
}

export function rowOfTag(ctx: Context, draft: Pick<Tag, "name" | "nameKey" | "color">) {
  const now = ctx.now();
  const id = ctx.newId("leadTag", ctx.organization.cell);
  return { ...draft, id, organizationId: ctx.organization.id, createdAt: now, updatedAt: now };
}

export async function listTags(ctx: Context, after: string | undefined, limit: number): Promise<Tag[]> {
  return await ctx.db
    .select()
    .from(leadTags)
    .where(
      and(
        eq(leadTags.organizationId, ctx.organization.id),
        after === undefined ? undefined : gt(leadTags.nameKey, after),
      ),
    )
    .orderBy(asc(leadTags.nameKey))
    .limit(limit + 1);
}

export async function getTag(ctx: Context, id: Id<"leadTag">): Promise<Tag> {
  const [row] = await ctx.db.select().from(leadTags).where(isTag(ctx, id));
  if (!row) throw new NotFound();
  return row;
}

export async function createTag(ctx: Context, draft: Pick<Tag, "name" | "color">): Promise<Tag> {
  authorize(ctx, "leads:write");
  const row = rowOfTag(ctx, { ...draft, nameKey: simplify(draft.name) });
  await named(
    write(ctx, [ctx.db.insert(leadTags).values(row)], {
      facts: [{ type: "lead_tag.created", subjectId: row.id, data: { name: row.name } }],
      audit: [
        {
          action: "lead_tag.created",
          resourceType: "lead_tag",
          resourceId: row.id,
          changes: { after: draft },
        },
      ],
    }),
  );
  return await getTag(ctx, row.id);
}

/** Leads name their tags by id: a new name or colour is theirs at once. */
export async function updateTag(
  ctx: Context,
  id: Id<"leadTag">,
  change: Partial<Pick<Tag, "name" | "color">>,
): Promise<Tag> {
  authorize(ctx, "leads:write");
  const { name, color } = await getTag(ctx, id);
  const nameKey = change.name === undefined ? {} : { nameKey: simplify(change.name) };
  const update = ctx.db
    .update(leadTags)
    .set({ ...change, ...nameKey, updatedAt: ctx.now() })
    .where(isTag(ctx, id));
  await named(
    write(ctx, [update, orElse(new NotFound())], {
      facts: [{ type: "lead_tag.updated", subjectId: id }],
      audit: [
        {
          action: "lead_tag.updated",
          resourceType: "lead_tag",
          resourceId: id,
          changes: { before: { name, color }, after: change },
        },
      ],
    }),
  );
  return await getTag(ctx, id);
}

/** Taken off its leads first, by a bulk action: a tag that leads have is not deleted under them. */
export async function deleteTag(ctx: Context, id: Id<"leadTag">): Promise<void> {
  authorize(ctx, "leads:configure");
  const { name } = await getTag(ctx, id);
  const isUsed = sql`exists (select 1 from lead_tag_links where organization_id = ${ctx.organization.id} and tag_id = ${id})`;
  await write(
    ctx,
    [refuseWhen(isUsed, inUse), ctx.db.delete(leadTags).where(isTag(ctx, id)), orElse(new NotFound())],
    {
      facts: [{ type: "lead_tag.deleted", subjectId: id }],
      audit: [
        {
          action: "lead_tag.deleted",
          resourceType: "lead_tag",
          resourceId: id,
          changes: { before: { name } },
        },
      ],
    },
  );
}

const inUse = new Conflict("tag_in_use", "Leads have this tag. Take it off them first.");
const nameTaken = new Conflict("name_taken", "There is a tag with this name already.");

async function named(writing: Promise<void>): Promise<void> {
  try {
    await writing;
  } catch (error) {
    throw isTaken(error, "lead_tags.name_key") ? nameTaken : error;
  }
}

function isTag(ctx: Context, id: Id<"leadTag">) {
  return and(eq(leadTags.id, id), eq(leadTags.organizationId, ctx.organization.id));
}
