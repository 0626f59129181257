import { type Asked, type Phase, walkOf, after, ordered, missesKey, lacksValue } from "./walk";
import { readRows } from "./rows";
import { and, type SQL, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context";
import { type Indexed, type ReadFilters, whereAll } from "./filters";
import { type Order, type OrderedLead, type Place } from "./order";

/** A filter that leaves no more than this is read whole and sorted. */
const fewEnough = 5000;

export async function leavesFew(ctx: Context, filters: ReadFilters, narrow: Indexed): Promise<boolean> {
  const [row] = await ctx.db.all<{ n: number }>(
    sql`select count(*) as n from (select 1 from ${narrowed(ctx, filters, narrow)} limit ${fewEnough + 1})`,
  );
  return (row?.n ?? 0) <= fewEnough;
}

function narrowed(ctx: Context, { tagId }: ReadFilters, { by, asked }: Indexed): SQL {
  if (by === "tag")
    return sql`lead_tag_links as link cross join leads on leads.organization_id = link.organization_id and leads.id = link.lead_id
      where link.organization_id = ${ctx.organization.id} and link.tag_id = ${tagId}`;
  return sql`leads where leads.organization_id = ${ctx.organization.id} and leads.is_listed = 1 and ${asked}`;
}

/** All that the filter leaves, sorted here. */
export async function readNarrow(
  ctx: Context,
  asked: Asked,
  phase: Phase,
  narrow: Indexed,
  from: Place | undefined,
  want: number,
): Promise<OrderedLead[]> {
  const walk = walkOf(ctx, asked, phase, undefined);
  const others = whereAll({
    ...asked.filters,
    indexed: asked.filters.indexed.filter((each) => each !== narrow),
  });
  const custom = asked.order.fieldId;
  const key = custom && phase === "keyed" ? valueOf(ctx, asked.order) : (walk.key ?? sql`null`);
  const missing = custom
    ? phase === "keyed"
      ? sql`${key} is not null`
      : lacksValue(ctx, asked.order)
    : missesKey(asked.order, phase);
  const place = after({ ...walk, key: walk.key && key, id: sql`leads.id` }, from);
  const rows = and(missing, others, place) ?? sql`1`;
  const order = ordered({ ...walk, key: walk.key && key, id: sql`leads.id` });
  return await readRows(
    ctx,
    sql`(select leads.*, ${key} as walk_key from ${narrowed(ctx, asked.filters, narrow)} and ${rows} ${order} limit ${want}) as leads`,
    undefined,
    want,
  );
}

/** The smallest, where a lead has several. */
function valueOf(ctx: Context, { fieldId }: Order): SQL {
  return sql`(select min(kept.value) from lead_field_values as kept where kept.organization_id = ${ctx.organization.id}
    and kept.field_id = ${fieldId} and kept.lead_id = leads.id)`;
}
