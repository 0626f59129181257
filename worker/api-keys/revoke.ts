import { and, eq } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { apiKeys } from "../../db/schema/control/access";
import { authorize, type Context } from "../kernel/context";
import { orElse, writeOrganization } from "../kernel/write";
import { notInUse } from "./giving";
import { getKey } from "./queries";

/** Ends a key at once: the next request reads it as unknown, and its sockets close now (KEY-06). Again is no error. */
export async function revokeApiKey(ctx: Context, id: Id<"apiKey">): Promise<void> {
  authorize(ctx, "api_keys:write");
  const key = await getKey(ctx, id);
  if (!key.isActive) return;
  await writeOrganization(
    ctx,
    [
      ctx.control
        .update(apiKeys)
        .set({ isActive: false, revokedAt: ctx.now() })
        .where(
          and(
            eq(apiKeys.id, id),
            eq(apiKeys.organizationId, ctx.organization.id),
            eq(apiKeys.isActive, true),
          ),
        ),
      orElse(notInUse),
    ],
    {
      facts: [{ type: "api_key.revoked", subjectId: id }],
      audit: [
        {
          action: "api_key.revoked",
          resourceType: "api_key",
          resourceId: id,
          changes: { before: { name: key.name, lastFour: key.lastFour } },
        },
      ],
    },
  );
  ctx.revokeLive(ctx.organization.id, { keyId: id });
}
