import { sql } from "drizzle-orm";
import { sealAuditTrails } from "../audit";
import { defaultCell } from "../../db/ids";
import { testBase } from "./base";
import { database, type World } from "./world";

/** As often as the chore would come by until this world's turn is over: other tests leave rows that wait as well. */
export async function sealWorld(world: World): Promise<void> {
  for (const cell of new Set([defaultCell, world.cell])) {
    while (await hasUnsealed(world, cell)) await sealAuditTrails(testBase(), cell);
  }
}

async function hasUnsealed(world: World, cell: string): Promise<boolean> {
  const row = await database(cell).get(
    sql`select 1 from audit_logs where chain_hash is null and organization_id = ${world.id} limit 1`,
  );
  return row !== undefined;
}
