import type { Id } from "../../db/ids";
import { authorize, type Context } from "../kernel/context";
import { Conflict } from "../kernel/errors";
import { judgeRows, type RowVerdict } from "../leads";
import { getPart } from "./file-parts";
import type { Plan } from "./plan";
import { readRow } from "./read-row";
import { getImport } from "./queries";
import { resolvePlan } from "./resolve";

const shown = 10;

export type Preview = { rows: RowVerdict[]; counts: Record<RowVerdict["does"], number>; looked: number };

/** The first rows as they would become, and how the first lot as a whole would come out. Nothing is written. */
export async function previewImport(ctx: Context, id: Id<"leadImport">, plan: Plan): Promise<Preview> {
  authorize(ctx, "leads:import");
  authorize(ctx, "leads:contact");
  const { status } = await getImport(ctx, id);
  if (status !== "ready") throw new Conflict("import_started", "This file has been imported already.");
  const { reading, rules } = await resolvePlan(ctx, plan, null);
  const part = await getPart(ctx, id, 0);
  const rows = plan.hasHeader ? part.slice(1) : part;
  const read = rows.map(([row, cells]) => readRow(reading, row, cells));
  const verdicts = await judgeRows(ctx, read, rules.duplicates, reading.fields);
  const counts = { create: 0, update: 0, skip: 0, refuse: 0 };
  for (const { does } of verdicts) counts[does]++;
  const faulty = verdicts
    .slice(shown)
    .filter(({ does }) => does === "refuse")
    .slice(0, shown);
  return { rows: [...verdicts.slice(0, shown), ...faulty], counts, looked: verdicts.length };
}
