import { and, getTableColumns, type SQL, sql } from "drizzle-orm";
import { leads } from "../../db/schema/cell/leads";
import type { Context } from "../kernel/context";
import { encodeCursor, type Page } from "../kernel/page";
import { type Indexed, type ReadFilters, whereAll } from "./filters";
import { type Order, type OrderedLead, type Place, placeToCursor } from "./order";
import type { Lead } from "./queries";

/** How many leads one call looks at before it says: nothing yet, go on from here. */
const firstLook = 1000;
const mostLooked = 10_000;
/** A filter that leaves no more than this is read whole and sorted. */
const fewEnough = 5000;

export type Asked = { filters: ReadFilters; order: Order; after: Place | undefined; limit: number };

/**
 * A page of leads in an order, by the index that has the order. Where many leads have to be passed by, the index of a
 * filter is tried that leaves few; and where nothing helps, the page is short and says where to go on.
 */
export async function listLeads(ctx: Context, asked: Asked): Promise<Page<Lead>> {
  const found: OrderedLead[] = [];
  const want = asked.limit + 1;
  let place = asked.after;
  for (const phase of phasesOf(asked.order, asked.after)) {
    const from = phase === phaseOf(asked.order, place) ? place : undefined;
    const walk = await walkPhase(ctx, asked, phase, from, want - found.length);
    found.push(...walk.rows);
    place = walk.stoppedAt;
    if (found.length >= want || place) break;
  }
  const shown = found.slice(0, asked.limit);
  const last = shown.at(-1);
  const next = found.length > asked.limit && last ? { key: last.walkKey, id: last.id } : place;
  return { data: shown, nextCursor: next ? encodeCursor(placeToCursor(asked.order, next)) : null };
}

/** Those that have the key, then those that do not. */
type Phase = "keyed" | "unkeyed";
type Walked = { rows: OrderedLead[]; stoppedAt: Place | undefined };

function phasesOf(order: Order, after: Place | undefined): Phase[] {
  if (!order.mayMiss) return ["keyed"];
  return after?.key === null ? ["unkeyed"] : ["keyed", "unkeyed"];
}

function phaseOf(order: Order, place: Place | undefined): Phase | null {
  if (!place) return null;
  return order.mayMiss && place.key === null ? "unkeyed" : "keyed";
}

async function walkPhase(
  ctx: Context,
  asked: Asked,
  phase: Phase,
  from: Place | undefined,
  want: number,
): Promise<Walked> {
  const { filters, order } = asked;
  const isById = order.key === null || (order.fieldId !== undefined && phase === "unkeyed");
  const drive = isById ? filters.indexed[0] : undefined;
  const walk = walkOf(ctx, asked, phase, drive);
  const first = drive || filters.indexed.length === 0 ? mostLooked : firstLook;
  const look = await lookAlong(ctx, walk, from, want, first);
  if (!look.stoppedAt || first === mostLooked) return look;
  const [narrow] = filters.indexed;
  if (narrow && (await leavesFew(ctx, filters, narrow)))
    return { rows: await readNarrow(ctx, asked, phase, narrow, from, want), stoppedAt: undefined };
  const further = await lookAlong(ctx, walk, look.stoppedAt, want - look.rows.length, mostLooked);
  return { rows: [...look.rows, ...further.rows], stoppedAt: further.stoppedAt };
}

type Walk = {
  from: SQL;
  where: SQL | undefined;
  key: SQL | null;
  id: SQL;
  rest: SQL | undefined;
  descending: boolean;
};

/** Along the order's own index, or by creation along the index of a filter. */
function walkOf(ctx: Context, { filters, order }: Asked, phase: Phase, drive: Indexed | undefined): Walk {
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

function missesKey({ key, mayMiss }: Order, phase: Phase): SQL | undefined {
  if (!mayMiss) return undefined;
  return phase === "keyed" ? sql`${key} is not null` : sql`${key} is null`;
}

function lacksValue(ctx: Context, { fieldId }: Order): SQL {
  return sql`not exists (select 1 from lead_field_values as kept where kept.organization_id = ${ctx.organization.id}
    and kept.field_id = ${fieldId} and kept.lead_id = leads.id)`;
}

async function lookAlong(
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

function ordered({ key, id, descending }: Walk): SQL {
  const way = descending ? sql`desc` : sql`asc`;
  return key === null ? sql`order by ${id} ${way}` : sql`order by ${key} ${way}, ${id} ${way}`;
}

function after({ key, id, descending }: Walk, place: Place | undefined): SQL | undefined {
  if (!place) return undefined;
  const sign = descending ? sql`<` : sql`>`;
  if (key === null || place.key === null) return sql`${id} ${sign} ${place.id}`;
  return sql`(${key}, ${id}) ${sign} (${place.key}, ${place.id})`;
}

export async function readRows(
  ctx: Context,
  from: SQL,
  where: SQL | undefined,
  limit: number,
): Promise<OrderedLead[]> {
  const rows = await ctx.db.all<Record<string, unknown>>(
    sql`select * from ${from} where ${where ?? sql`1`} limit ${limit}`,
  );
  return rows.map(toLead);
}

const columns = Object.entries(getTableColumns(leads));

function toLead(row: Record<string, unknown>): OrderedLead {
  const values = columns.map(([name, column]) => {
    const value = row[column.name];
    return [name, value === null ? null : column.mapFromDriverValue(value)] as const;
  });
  const walkKey = row["walk_key"] as OrderedLead["walkKey"]; // safe: the key of an order is text, a number or missing
  return { ...(Object.fromEntries(values) as Lead), walkKey }; // safe: `select *` of this very table
}

async function leavesFew(ctx: Context, filters: ReadFilters, narrow: Indexed): Promise<boolean> {
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
async function readNarrow(
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
