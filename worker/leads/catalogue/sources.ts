import { and, asc, eq, gt, sql } from "drizzle-orm";
import type { Id } from "../../../db/ids";
import { leadSources, type leadSourceTypes } from "../../../db/schema/cell/lead-catalogue";
import { authorize, type Context } from "../../kernel/context";
import { Conflict, Invalid, NotFound } from "../../kernel/errors";
import { isTaken, orElse, refuseWhen, write } from "../../kernel/write";
import { simplify } from "../pure/match";

export type Source = typeof leadSources.$inferSelect;
export type SourceType = (typeof leadSourceTypes)[number];
/** Where somebody came from, by name: found or made. */
export type SourceHint = {
  name: string;
  type: SourceType;
  utmSource?: string | undefined;
  utmMedium?: string | undefined;
  utmCampaign?: string | undefined;
};
export type SourceDraft = Pick<
  Source,
  "name" | "type" | "utmSource" | "utmMedium" | "utmCampaign" | "isActive"
>;

/** Asked for twice at once, it is made once. */
export async function sourceNamed(ctx: Context, hint: SourceHint): Promise<Id<"leadSource"> | null> {
  const nameKey = simplify(hint.name);
  if (nameKey === "") return null;
  const find = async () => {
    const [row] = await ctx.db
      .select({ id: leadSources.id })
      .from(leadSources)
      .where(and(eq(leadSources.organizationId, ctx.organization.id), eq(leadSources.nameKey, nameKey)));
    return row?.id;
  };
  const found = await find();
  if (found) return found;
  const { utmSource = null, utmMedium = null, utmCampaign = null, name, type } = hint;
  const draft = { name, type, utmSource, utmMedium, utmCampaign, isActive: true };
  await ctx.db.insert(leadSources).values(rowOf(ctx, draft)).onConflictDoNothing();
  return (await find()) ?? null;
}

export async function listSources(ctx: Context, after: string | undefined, limit: number): Promise<Source[]> {
  return await ctx.db
    .select()
    .from(leadSources)
    .where(
      and(
        eq(leadSources.organizationId, ctx.organization.id),
        after === undefined ? undefined : gt(leadSources.nameKey, after),
      ),
    )
    .orderBy(asc(leadSources.nameKey))
    .limit(limit + 1);
}

export async function getSource(ctx: Context, id: Id<"leadSource">): Promise<Source> {
  const [row] = await ctx.db.select().from(leadSources).where(isSource(ctx, id));
  if (!row) throw new NotFound();
  return row;
}

export async function assertSource(ctx: Context, id: Id<"leadSource">, pointer: string): Promise<void> {
  const [row] = await ctx.db.select({ id: leadSources.id }).from(leadSources).where(isSource(ctx, id));
  if (!row) throw Invalid.field(pointer, "unknown_source", "There is no such source.");
}

export async function createSource(ctx: Context, draft: SourceDraft): Promise<Source> {
  authorize(ctx, "leads:configure");
  const row = rowOf(ctx, draft);
  try {
    await write(ctx, [ctx.db.insert(leadSources).values(row)], {
      facts: [{ type: "lead_source.created", subjectId: row.id, data: { name: row.name } }],
      audit: [
        {
          action: "lead_source.created",
          resourceType: "lead_source",
          resourceId: row.id,
          changes: { after: draft },
        },
      ],
    });
  } catch (error) {
    throw isTaken(error, "lead_sources.name_key") ? nameTaken : error;
  }
  return await getSource(ctx, row.id);
}

export async function updateSource(
  ctx: Context,
  id: Id<"leadSource">,
  change: Partial<SourceDraft>,
): Promise<Source> {
  authorize(ctx, "leads:configure");
  const before = await getSource(ctx, id);
  const nameKey = change.name === undefined ? {} : { nameKey: simplify(change.name) };
  const update = ctx.db
    .update(leadSources)
    .set({ ...change, ...nameKey, updatedAt: ctx.now() })
    .where(isSource(ctx, id));
  try {
    await write(ctx, [update, orElse(new NotFound())], {
      facts: [{ type: "lead_source.updated", subjectId: id }],
      audit: [
        {
          action: "lead_source.updated",
          resourceType: "lead_source",
          resourceId: id,
          changes: { before, after: change },
        },
      ],
    });
  } catch (error) {
    throw isTaken(error, "lead_sources.name_key") ? nameTaken : error;
  }
  return await getSource(ctx, id);
}

/** A source that leads came from stays, so that they keep saying so: it can be put out of use. */
export async function deleteSource(ctx: Context, id: Id<"leadSource">): Promise<void> {
  authorize(ctx, "leads:configure");
  const { name } = await getSource(ctx, id);
  const isUsed = sql`exists (select 1 from leads where organization_id = ${ctx.organization.id}
    and source_id = ${id} and is_listed = 1)`;
  const steps = [
    refuseWhen(isUsed, inUse),
    ctx.db.delete(leadSources).where(isSource(ctx, id)),
    orElse(new NotFound()),
  ];
  await write(ctx, steps, {
    facts: [{ type: "lead_source.deleted", subjectId: id }],
    audit: [
      {
        action: "lead_source.deleted",
        resourceType: "lead_source",
        resourceId: id,
        changes: { before: { name } },
      },
    ],
  });
}

const nameTaken = new Conflict("name_taken", "There is a source with this name already.");
const inUse = new Conflict("source_in_use", "Leads came from this source. Put it out of use instead.");

function rowOf(ctx: Context, draft: SourceDraft) {
  return {
    ...draft,
    id: ctx.newId("leadSource", ctx.organization.cell),
    organizationId: ctx.organization.id,
    nameKey: simplify(draft.name),
    createdAt: ctx.now(),
    updatedAt: ctx.now(),
  };
}

function isSource(ctx: Context, id: Id<"leadSource">) {
  return and(eq(leadSources.id, id), eq(leadSources.organizationId, ctx.organization.id));
}
