import { getTableName, type SQL, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { leadMerges } from "../../db/schema/cell/duplicates";
import type { Context } from "../kernel/context";
import type { Step } from "../kernel/write";
import type { Belonging } from "../leads";
import { belongings } from "./belongings";
import { isMerge } from "./queries";

type Merge = { id: Id<"leadMerge">; keptId: Id<"lead">; mergedId: Id<"lead"> };

/** A function of SQL takes at most 32 values here. */
const pairsAtOnce = 15;

/** Writes down whose rows these were, then gives them to the other. What has no room there stays behind (see Belonging). */
export function moveAlongSteps(ctx: Context, { id, keptId, mergedId }: Merge): Step[] {
  return [
    ...inLots(belongings, pairsAtOnce).map((lot) => {
      const named = lot.map((each) => sql`${path(each)}, json(${idsOf(ctx, each, mergedId)})`);
      return ctx.db
        .update(leadMerges)
        .set({ moved: sql`json_set(moved, ${sql.join(named, sql`, `)})` })
        .where(isMerge(ctx, id));
    }),
    ...belongings.map((each) =>
      handOver(ctx, each, keptId, sql`${isOf(ctx, each, mergedId)}${unlessThere(each, keptId)}`),
    ),
  ];
}

/** What came along goes back, if it is still there; what came since stays. */
export function moveBackAlongSteps(ctx: Context, { id, keptId, mergedId }: Merge): Step[] {
  return belongings.map((each) =>
    handOver(
      ctx,
      each,
      mergedId,
      sql`${isOf(ctx, each, keptId)} and ${each.table.id} in (select value from json_each((
        select moved from lead_merges where organization_id = ${ctx.organization.id} and id = ${id}), ${path(each)}))`,
    ),
  );
}

/** How many rows of each kind a lead has. */
export async function countBelongings(
  ctx: Context,
  leadId: Id<"lead">,
): Promise<{ kind: string; count: number }[]> {
  const counts = belongings.map((each) => {
    const name = sql.identifier(getTableName(each.table)); // safe: a table of our own schema
    return sql`(select count(*) from ${each.table} where ${isOf(ctx, each, leadId)}) as ${name}`;
  });
  const row = await ctx.db.get<Record<string, number>>(sql`select ${sql.join(counts, sql`, `)}`);
  return Object.entries(row ?? {})
    .map(([kind, count]) => ({ kind, count }))
    .filter(({ count }) => count > 0);
}

function handOver(ctx: Context, { table }: Belonging, to: Id<"lead">, where: SQL): Step {
  return ctx.db.update(table).set({ leadId: to }).where(where);
}

function unlessThere({ table, once }: Belonging, leadId: Id<"lead">): SQL {
  if (!once) return sql``;
  // safe: columns of our own schema
  const same = once.map((column) => sql`there.${sql.identifier(column.name)} = ${column}`);
  return sql` and not exists (select 1 from ${table} as there where there.organization_id = ${table.organizationId}
    and there.lead_id = ${leadId} and ${sql.join(same, sql` and `)})`;
}

function idsOf(ctx: Context, each: Belonging, leadId: Id<"lead">): SQL {
  return sql`(select json_group_array(id) from ${each.table} where ${isOf(ctx, each, leadId)})`;
}

function isOf(ctx: Context, { table }: Belonging, leadId: Id<"lead">): SQL {
  return sql`${table.organizationId} = ${ctx.organization.id} and ${table.leadId} = ${leadId}`;
}

function path({ table }: Belonging): string {
  return `$.${getTableName(table)}`;
}

function inLots<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, lot) =>
    all.slice(lot * size, (lot + 1) * size),
  );
}
