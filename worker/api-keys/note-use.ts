import { and, eq, isNull, lte, or, sql } from "drizzle-orm";
import { apiKeys } from "../../db/schema/control/access";
import type { Base } from "../kernel/context";
import type { KeyInOrganization } from "./find-by-secret";

const onceAMs = 60_000;

/** Written at most once a minute a key: the row is on the hot path and every write is paid for. */
export function noteKeyUse(base: Base, { key }: KeyInOrganization): void {
  const now = base.now();
  if (key.lastUsedAt !== null && now - key.lastUsedAt < onceAMs) return;
  base.defer(
    base.control
      .update(apiKeys)
      .set({ lastUsedAt: now, usageCount: sql`${apiKeys.usageCount} + 1` })
      // Again in SQL: of a burst that all read the same old time, one writes.
      .where(
        and(eq(apiKeys.id, key.id), or(isNull(apiKeys.lastUsedAt), lte(apiKeys.lastUsedAt, now - onceAMs))),
      ),
  );
}
