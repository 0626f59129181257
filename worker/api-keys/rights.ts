import { and, eq, gt, inArray, isNull, or } from "drizzle-orm";
import type { Database } from "../../db/client";
import type { Id } from "../../db/ids";
import { apiKeys } from "../../db/schema/control/access";
import { idsIn } from "../kernel/id-list";

/** The scopes that these keys have now; one that is missing here may nothing. */
export async function rightsOfKeys(
  control: Database,
  organizationId: Id<"organization">,
  keyIds: string[],
  now: number,
): Promise<Map<string, string[]>> {
  if (keyIds.length === 0) return new Map();
  const rows = await control
    .select({ id: apiKeys.id, scopes: apiKeys.scopes })
    .from(apiKeys)
    .where(
      and(
        inArray(apiKeys.id, idsIn(keyIds)),
        eq(apiKeys.organizationId, organizationId),
        eq(apiKeys.isActive, true),
        or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, now)),
      ),
    );
  return new Map(rows.map(({ id, scopes }) => [id, scopes]));
}
