import { and, eq, sql } from "drizzle-orm";
import { clicks } from "../../../db/schema/cell/links";
import { refuseWhen, type Step } from "../../kernel/write";
import { isWorse, type Judgement } from "../pure/judge";
import type { ClickRow } from "./neighbours";
import { overtaken, type Place } from "./place";

/** A click as it was counted, and what it is now. */
export type Changed = Judgement & { click: ClickRow };

/**
 * What a person has said stays. Of a neighbour we know only what it has to do with the clicks that came: those can make it
 * part of a burst, and never make it innocent.
 */
export function changedVerdicts(
  neighbours: readonly ClickRow[],
  judged: ReadonlyMap<string, Judgement>,
): Changed[] {
  return neighbours.flatMap((click) => {
    const now = judged.get(click.clickId);
    return now && isWorse(now.verdict, click.verdict) && click.judgedBy === null ? [{ click, ...now }] : [];
  });
}

/** Only from the verdict that was counted: who was faster makes this batch be worked out anew. */
export function verdictSteps(
  { base, cell, organizationId }: Place,
  changed: readonly Changed[],
  judgedBy: string | null,
): Step[] {
  if (changed.length === 0) return [];
  const list = JSON.stringify(
    changed.map(({ click, verdict, reason }) => ({
      clickId: click.clickId,
      linkId: click.linkId,
      before: click.verdict,
      verdict,
      reason,
    })),
  );
  const wanted = sql`select value ->> 'verdict' from json_each(${list}) where value ->> 'clickId' = ${clicks.clickId}`;
  const reason = sql`select value ->> 'reason' from json_each(${list}) where value ->> 'clickId' = ${clicks.clickId}`;
  return [
    base
      .openCell(cell)
      .update(clicks)
      .set({ verdict: sql`(${wanted})`, reason: sql`(${reason})`, judgedBy })
      .where(
        and(
          eq(clicks.organizationId, organizationId),
          sql`(${clicks.linkId}, ${clicks.clickId}, ${clicks.verdict}) in
            (select value ->> 'linkId', value ->> 'clickId', value ->> 'before' from json_each(${list}))`,
        ),
      ),
    refuseWhen(sql`changes() <> ${changed.length}`, overtaken),
  ];
}
