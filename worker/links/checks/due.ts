import { and, asc, eq, inArray, isNotNull, lte } from "drizzle-orm";
import type { Cell } from "../../../db/ids";
import { managedUrls } from "../../../db/schema/cell/links";
import type { Base } from "../../kernel/context";
import { idsIn } from "../../kernel/id-list";
import { writeIn } from "../../kernel/write";
import { checkType } from "./check";

const atOnce = 50;
/** A job that is lost on its way is missed by then. */
const againMs = 3_600_000;

/** The targets whose time has come are looked at by jobs of their own; a hundred links of one house do not hold up another's. */
export async function orderDueChecks(base: Base, cell: Cell): Promise<void> {
  const database = base.openCell(cell);
  const now = base.now();
  const due = await database
    .select({ id: managedUrls.id, organizationId: managedUrls.organizationId, at: managedUrls.nextCheckAt })
    .from(managedUrls)
    .where(and(isNotNull(managedUrls.nextCheckAt), lte(managedUrls.nextCheckAt, now)))
    .orderBy(asc(managedUrls.nextCheckAt))
    .limit(atOnce);
  for (const [organizationId, links] of Map.groupBy(due, (link) => link.organizationId)) {
    const scope = { database, cell, organizationId, actor: { kind: "system", id: null } } as const;
    const ids = links.map(({ id }) => id);
    const claim = database
      .update(managedUrls)
      .set({ nextCheckAt: now + againMs })
      .where(and(inArray(managedUrls.id, idsIn(ids)), eq(managedUrls.organizationId, organizationId)));
    const jobs = links.map(({ id, at }) => ({
      queue: "delivery" as const,
      type: checkType,
      payload: { linkId: id },
      dedupeKey: `link-check:${id}:${at}`,
      maxAttempts: 2,
    }));
    await writeIn(base, scope, [claim], { jobs });
  }
}
