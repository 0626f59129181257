import { and, eq } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { apiKeys } from "../../db/schema/control/access";
import { authorize, type Context } from "../kernel/context";
import { isPermission } from "../kernel/permissions";
import { orElse, writeOrganization } from "../kernel/write";
import { type ApiKeyWithSecret, draftKey } from "./create";
import { assertMayGive, notInUse } from "./giving";
import { type ApiKey, getKey, isInUse } from "./queries";

/**
 * A new secret with the same rights. The old one works until its grace is over, so that nothing stops while it is being
 * replaced; without grace it ends now. It takes no room in the plan any more.
 */
export async function rotateApiKey(
  ctx: Context,
  id: Id<"apiKey">,
  graceSeconds: number,
): Promise<ApiKeyWithSecret> {
  authorize(ctx, "api_keys:write");
  const old = await getKey(ctx, id);
  assertMayGive(ctx, old.scopes);
  const { secret, row } = await draftKey(ctx, { ...old, scopes: old.scopes.filter(isPermission) });
  await writeOrganization(
    ctx,
    [
      ctx.control
        .update(apiKeys)
        .set({
          isActive: graceSeconds > 0,
          revokedAt: ctx.now(),
          expiresAt: endOf(old, ctx.now(), graceSeconds),
        })
        // The scopes too: had somebody narrowed them since they were read, the new key would bring them back.
        .where(and(isInUse(ctx, id), eq(apiKeys.scopes, old.scopes))),
      orElse(notInUse),
      ctx.control.insert(apiKeys).values({ ...row, rotatedFrom: id }),
    ],
    {
      facts: [{ type: "api_key.rotated", subjectId: row.id }],
      audit: [
        {
          action: "api_key.rotated",
          resourceType: "api_key",
          resourceId: row.id,
          changes: {
            before: { id, lastFour: old.lastFour },
            after: { lastFour: row.lastFour, graceSeconds },
          },
        },
      ],
    },
  );
  if (graceSeconds === 0) ctx.revokeLive(ctx.organization.id, { keyId: id });
  return { key: await getKey(ctx, row.id), secret };
}

function endOf({ expiresAt }: ApiKey, now: number, graceSeconds: number): number {
  return Math.min(expiresAt ?? Infinity, now + graceSeconds * 1000);
}
