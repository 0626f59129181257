import { defaultCell } from "../../db/ids";
import type { Database } from "../../db/client";
import type { Context } from "../kernel/context";

export type Trail = { name: "control" | "cell"; database: Database };

/** Where an organization's acts are written down: with the rows they changed, so in two databases where it has its own. */
export function trailsOf(ctx: Context): Trail[] {
  const control: Trail = { name: "control", database: ctx.control };
  return ctx.organization.cell === defaultCell ? [control] : [control, { name: "cell", database: ctx.db }];
}
