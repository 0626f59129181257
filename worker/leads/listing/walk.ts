import { readRows } from "./rows";
import { and, type SQL, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context";
import { type Indexed, type ReadFilters } from "./filters";
import { type Order, type OrderedLead, type Place } from "./order";

export type Asked = { filters: ReadFilters; order: Order; after: Place | undefined; limit: number };

/** Those that have the key, then those that do not. */
export type Phase = "keyed" | "unkeyed";
export type Walked = { rows: OrderedLead[]; stoppedAt: Place | undefined };

type Walk = {
  from: SQL;
  where: SQL | undefined;
  key: SQL | null;
  id: SQL;
  rest: SQL | undefined;
  descending: boolean;
};

/** Along the order's own index, or by creation along the index of a filter. */
export function walkOf(
  ctx: Context,
  { filters, order }: Asked,
  phase: Phase,
  drive: Indexed | undefined,
): Walk {
  const here = sql`leads.organization_id = ${ctx.organization.id}`;
  const others = filters.indexed.filter((each) => each !== drive).map(({ passed }) => passed);
  const { descending } = order;
  const rest = and(...others, filters.rest);
  const isCustom = order.fieldId !== undefined;
  if (isCustom && phase === "keyed") {
    const from = sql`lead_field_values as kept cross join leads on leads.organization_id = kept.organization_id
      and leads.id = kept.lead_id`;
    const where = sql`kept.organization_id = ${ctx.organization.id} and kept.field_id = ${order.fieldId}`;
    return { from, where, key: order.key, id: sql`kept.lead_id`, rest, descending };
  }
  const key = isCustom ? null : order.key;
  const missing = isCustom ? lacksValue(ctx, order) : missesKey(order, phase);
  if (drive?.by === "tag") {
    const from = sql`lead_tag_links as link cross join leads on leads.organization_id = link.organization_id
      and leads.id = link.lead_id`;
    const where = sql`link.organization_id = ${ctx.organization.id} and link.tag_id = ${filters.tagId}`;
    return {
      from,
      where,
      key,
      id: sql`link.lead_id`,
      rest: and(rest, isCustom ? missing : undefined),
      descending,
    };
  }
  const isWhole = key === null && !drive;
  const where = and(
    here,
    isWhole ? undefined : sql`leads.is_listed = 1`,
    drive?.asked,
    isCustom ? undefined : missing,
  );
  const unlisted = isWhole && others.length > 0 ? sql`leads.is_listed = 1` : undefined;
  return {
    from: sql`leads`,
    where,
    key,
    id: sql`leads.id`,
    rest: and(rest, unlisted, isCustom ? missing : undefined),
    descending,
  };
}

export function missesKey({ key, mayMiss }: Order, phase: Phase): SQL | undefined {
  if (!mayMiss) return undefined;
  return phase === "keyed" ? sql`${key} is not null` : sql`${key} is null`;
}

export function lacksValue(ctx: Context, { fieldId }: Order): SQL {
  return sql`not exists (select 1 from lead_field_values as kept where kept.organization_id = ${ctx.organization.id}
    and kept.field_id = ${fieldId} and kept.lead_id = leads.id)`;
}

export async function lookAlong(
  ctx: Context,
  walk: Walk,
  from: Place | undefined,
  want: number,
  most: number,
): Promise<Walked> {
  const where = and(walk.where, after(walk, from));
  const key = walk.key ?? sql`null`;
  if (!walk.rest) {
    const rows = await readRows(
      ctx,
      sql`(select leads.*, ${key} as walk_key from ${walk.from} where ${where} ${ordered(walk)} limit ${want}) as leads`,
      undefined,
      want,
    );
    return { rows, stoppedAt: undefined };
  }
  // What stands outside keeps the order of what stands inside: it is read row by row until enough are found.
  const looked = sql`(select leads.*, ${key} as walk_key from ${walk.from} where ${where} ${ordered(walk)} limit ${most}) as leads`;
  const rows = await readRows(ctx, looked, walk.rest, want);
  if (rows.length >= want) return { rows, stoppedAt: undefined };
  const [end] = await ctx.db.all<{ key: string | number | null; id: string }>(
    sql`select ${key} as key, ${walk.id} as id from ${walk.from} where ${where} ${ordered(walk)} limit 1 offset ${most - 1}`,
  );
  return { rows, stoppedAt: end };
}

export function ordered({ key, id, descending }: Walk): SQL {
  const way = descending ? sql`desc` : sql`asc`;
  return key === null ? sql`order by ${id} ${way}` : sql`order by ${key} ${way}, ${id} ${way}`;
}

export function after({ key, id, descending }: Walk, place: Place | undefined): SQL | undefined {
  if (!place) return undefined;
  const sign = descending ? sql`<` : sql`>`;
  if (key === null || place.key === null) return sql`${id} ${sign} ${place.id}`;
  return sql`(${key}, ${id}) ${sign} (${place.key}, ${place.id})`;
}
