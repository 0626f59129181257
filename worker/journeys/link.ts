import { sql } from "drizzle-orm";
import { journeyEdges } from "../../db/schema/cell/content";
import type { Context } from "../kernel/context";
import type { Step } from "../kernel/write";
import type { EdgeDraft } from "./planned-edges";

/** Any number of edges in one statement, as rows of one JSON parameter; a pair that is linked already stays as it is. */
export function linkSteps(ctx: Context, edges: readonly EdgeDraft[]): Step[] {
  if (edges.length === 0) return [];
  const rows = edges.map((edge) => ({ ...edge, id: ctx.newId("edge", ctx.organization.cell) }));
  const now = ctx.now();
  // In the order of the table's columns. `where true` keeps what follows from being read as a join.
  return [
    ctx.db
      .insert(journeyEdges)
      .select(
        sql`select value ->> 'id', ${ctx.organization.id}, ${now}, value ->> 'businessId', value ->> 'bundleId',
          value ->> 'fromPieceId', value ->> 'toPieceId', value ->> 'ctaText', ${now}
          from json_each(${JSON.stringify(rows)}) where true`,
      )
      .onConflictDoNothing(),
  ];
}
