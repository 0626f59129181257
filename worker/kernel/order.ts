import { sql } from "drizzle-orm";
import type { assignmentRules } from "../../db/schema/cell/assignment";
import type { leadStages } from "../../db/schema/cell/lead-catalogue";
import type { leadScoringRules } from "../../db/schema/cell/scoring";
import type { Context } from "./context";
import { Conflict } from "./errors";
import { refuseWhen, type Step } from "./write";

/** Lists whose order people choose. */
type Listed = typeof assignmentRules | typeof leadStages | typeof leadScoringRules;

/** Moves one of a list as it was read: whoever has put it in another order since is not overruled. */
export function moveSteps(
  ctx: Context,
  table: Listed,
  ids: readonly string[],
  id: string,
  position: number | undefined,
): Step[] {
  if (position === undefined) return [];
  const now = sql`(select json_group_array(id) from
    (select id from ${table} where organization_id = ${ctx.organization.id} order by position, id))`;
  const others = ids.filter((each) => each !== id);
  return [
    refuseWhen(sql`${now} <> ${JSON.stringify(ids)}`, orderChanged),
    ...placeSteps(ctx, table, others, id, position),
  ];
}

const orderChanged = new Conflict(
  "changed_meanwhile",
  "Somebody has just changed this order. Look at it again.",
);

/** Only those whose place changes are written. */
export function placeSteps(
  ctx: Context,
  table: Listed,
  others: readonly string[],
  id: string,
  position: number | undefined,
): Step[] {
  const ids = JSON.stringify(others.toSpliced(position ?? others.length, 0, id));
  const place = sql<number>`(select key from json_each(${ids}) where value = ${table.id})`;
  return [
    ctx.db
      // safe: what is set here each of them has
      .update(table as typeof leadStages)
      .set({ position: place })
      .where(
        sql`organization_id = ${ctx.organization.id} and id in (select value from json_each(${ids})) and position <> ${place}`,
      ),
  ];
}
