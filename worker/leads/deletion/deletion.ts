import { and, desc, eq, getTableColumns, inArray, isNull, lte, sql, type SQL } from "drizzle-orm";
import type { Id } from "../../../db/ids";
import { deletedLeads, leads } from "../../../db/schema/cell/leads";
import { authorize, type Context } from "../../kernel/context";
import { NotFound } from "../../kernel/errors";
import { idsIn } from "../../kernel/id-list";
import type { CursorKey } from "../../kernel/page";
import { isTaken, orElse, type Step, write } from "../../kernel/write";
import { leadExists } from "../create";
import { type DeletedLead, getDeletedLead, getLead, type Lead } from "../queries";
import { marking, searchSteps } from "../listing/search-index";
import { putIn, takeOut } from "../upkeep";

export const keptMs = 30 * 86_400_000;

/** Out of every list and search at once, and gone for good after thirty days. */
export async function deleteLead(ctx: Context, id: Id<"lead">): Promise<void> {
  authorize(ctx, "leads:delete");
  const { stageId } = await getLead(ctx, id);
  await write(ctx, [...moveOutSteps(ctx, [id]), orElse(new NotFound())], {
    facts: [{ type: "lead.deleted", subjectId: id, data: { stageId } }],
    audit: [{ action: "lead.deleted", resourceType: "lead", resourceId: id }],
    jobs: [purgeJob(ctx, [id])],
  });
}

export async function restoreLead(ctx: Context, id: Id<"lead">): Promise<Lead> {
  authorize(ctx, "leads:delete");
  const { stageId } = await getDeletedLead(ctx, id);
  const steps = await moveBackSteps(ctx, [id]);
  try {
    await write(ctx, steps, {
      facts: [{ type: "lead.restored", subjectId: id, data: { stageId } }],
      audit: [{ action: "lead.restored", resourceType: "lead", resourceId: id }],
    });
  } catch (error) {
    throw isTaken(error, "leads.match_key") ? leadExists : error;
  }
  return await getLead(ctx, id);
}

/** The last deleted first. */
export async function listDeleted(
  ctx: Context,
  before: CursorKey | undefined,
  limit: number,
): Promise<DeletedLead[]> {
  return await ctx.db
    .select()
    .from(deletedLeads)
    .where(
      and(
        eq(deletedLeads.organizationId, ctx.organization.id),
        isNull(deletedLeads.mergedInto),
        before && sql`(deleted_at, id) < (${before[0]}, ${before[1]})`,
      ),
    )
    .orderBy(desc(deletedLeads.deletedAt), desc(deletedLeads.id))
    .limit(limit + 1);
}

/** Of a few, the last step changes a row where at least one of them was there. */
export function moveOutSteps(
  ctx: Context,
  ids: readonly string[],
  mergedInto?: Id<"lead">,
  by: string | null = ctx.actor.id,
): Step[] {
  const columns = listOf((name) => {
    if (name === "number") return sql`null`;
    if (name === "deletedAt") return sql`${ctx.now()}`;
    if (name === "mergedInto") return sql`${mergedInto ?? null}`;
    return name === "deletedBy" ? sql`${by}` : sql`${leads[name]}`;
  });
  return [
    ...takeOut(ctx, ids),
    ctx.db.insert(deletedLeads).select(sql`select ${columns} from leads where ${leadsIn(ctx, ids)}`),
    ...marking(ctx, ids.length, [ctx.db.delete(leads).where(leadsIn(ctx, ids))]),
  ];
}

export async function moveBackSteps(ctx: Context, ids: readonly Id<"lead">[]): Promise<Step[]> {
  const rows = await ctx.db.select().from(deletedLeads).where(deletedIn(ctx, ids));
  const columns = sql.join(
    Object.keys(getTableColumns(leads)).map((name) => {
      if (name === "number") return sql`null`;
      // safe: every other column of a lead is one of a deleted lead
      return name === "isListed" ? sql`1` : sql`${deletedLeads[name as keyof DeletedLead]}`;
    }),
    sql`, `,
  );
  return [
    ctx.db.insert(leads).select(sql`select ${columns} from deleted_leads where ${deletedIn(ctx, ids)}`),
    ctx.db.delete(deletedLeads).where(deletedIn(ctx, ids)),
    orElse(new NotFound()),
    ...putIn(ctx, ids),
    ...searchSteps(ctx, rows),
  ];
}

export function purgeJob(ctx: Context, leadIds: readonly string[]) {
  const payload = { leadIds, deletedAt: ctx.now() };
  return { queue: "delivery", type: "leads.purge", payload, runAt: ctx.now() + keptMs } as const;
}

/** Which of these still lie where they were put by then: what was restored and deleted again has a later time, and waits. */
export async function stillDeleted(
  ctx: Context,
  ids: readonly Id<"lead">[],
  deletedAt: number,
): Promise<Id<"lead">[]> {
  const rows = await ctx.db
    .select({ id: deletedLeads.id })
    .from(deletedLeads)
    .where(and(deletedIn(ctx, ids), lte(deletedLeads.deletedAt, deletedAt)));
  return rows.map(({ id }) => id);
}

function listOf(write: (name: keyof DeletedLead) => SQL): SQL {
  const names = Object.keys(getTableColumns(deletedLeads)) as (keyof DeletedLead)[]; // safe: the names of that table's columns
  return sql.join(names.map(write), sql`, `);
}

function leadsIn(ctx: Context, ids: readonly string[]) {
  return and(eq(leads.organizationId, ctx.organization.id), inArray(leads.id, idsIn(ids)));
}

export function deletedIn(ctx: Context, ids: readonly string[]) {
  return and(eq(deletedLeads.organizationId, ctx.organization.id), inArray(deletedLeads.id, idsIn(ids)));
}
