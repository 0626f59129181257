import { and, asc, eq, lte, sql } from "drizzle-orm";
import { usageLedger } from "../../db/schema/cell/usage";
import type { Base } from "../kernel/context";
import { idsIn } from "../kernel/id-list";
import { platformOrganization } from "../kernel/jobs";
import { writeIn } from "../kernel/write";
import { giveBack } from "./settle";

const perRound = 500;
const rounds = 10;

/** What nobody committed or released in time goes back, wherever the worker that held it died. */
export async function releaseExpiredReservations(base: Base, cell: string): Promise<void> {
  const database = base.openCell(cell);
  const scope = {
    database,
    cell,
    organizationId: platformOrganization,
    actor: { kind: "system", id: null },
  } as const;
  for (let round = 0; round < rounds; round++) {
    const expired = await database
      .select({ id: usageLedger.id })
      .from(usageLedger)
      .where(and(eq(usageLedger.state, "reserved"), lte(usageLedger.expiresAt, base.now())))
      .orderBy(asc(usageLedger.expiresAt))
      .limit(perRound);
    if (expired.length === 0) return;
    const which = sql`id in ${idsIn(expired.map(({ id }) => id))}`;
    await writeIn(base, scope, giveBack(database, which, base.now()));
  }
}
