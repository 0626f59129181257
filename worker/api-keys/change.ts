import type { Id } from "../../db/ids";
import { apiKeys } from "../../db/schema/control/access";
import { authorize, type Context } from "../kernel/context";
import type { Permission } from "../kernel/permissions";
import { orElse, writeOrganization } from "../kernel/write";
import { assertMayGive, notInUse } from "./giving";
import { type ApiKey, getKey, isInUse } from "./queries";

export type ApiKeyChange = { name?: string | undefined; scopes?: Permission[] | undefined };

/** A new name, or other scopes: any that the person who sets them has. */
export async function changeApiKey(ctx: Context, id: Id<"apiKey">, change: ApiKeyChange): Promise<ApiKey> {
  authorize(ctx, "api_keys:write");
  const before = await getKey(ctx, id);
  if (change.scopes) assertMayGive(ctx, change.scopes);
  const after = {
    name: change.name ?? before.name,
    scopes: change.scopes ? [...new Set(change.scopes)].toSorted() : before.scopes,
  };
  await writeOrganization(
    ctx,
    [ctx.control.update(apiKeys).set(after).where(isInUse(ctx, id)), orElse(notInUse)],
    {
      facts: [{ type: "api_key.changed", subjectId: id }],
      audit: [
        {
          action: "api_key.changed",
          resourceType: "api_key",
          resourceId: id,
          changes: { before: { name: before.name, scopes: before.scopes }, after },
        },
      ],
    },
  );
  if (change.scopes) ctx.revokeLive(ctx.organization.id, { keyId: id });
  return { ...before, ...after };
}
