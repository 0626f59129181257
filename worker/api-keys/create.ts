import { apiKeys } from "../../db/schema/control/access";
import { authorize, type Context } from "../kernel/context";
import { Invalid } from "../kernel/errors";
import type { Permission } from "../kernel/permissions";
import { sha256Hex } from "../kernel/secrets";
import { writeOrganization } from "../kernel/write";
import { apiKeysInUse, withinPlan } from "../plans";
import { assertMayGive, giverOf } from "./giving";
import { type ApiKey, getKey } from "./queries";
import { makeSecret } from "./secret";

export type NewApiKey = {
  name: string;
  scopes: Permission[];
  expiresAt: number | null;
  rateLimitPerHour: number;
};

export type ApiKeyWithSecret = { key: ApiKey; secret: string };

export async function createApiKey(ctx: Context, input: NewApiKey): Promise<ApiKeyWithSecret> {
  authorize(ctx, "api_keys:write");
  assertMayGive(ctx, input.scopes);
  if (input.expiresAt !== null && input.expiresAt <= ctx.now()) {
    throw Invalid.field("/expiresAt", "in_the_past", "Choose a time that is still to come.");
  }
  const { secret, row } = await draftKey(ctx, input);
  await writeOrganization(
    ctx,
    [
      await withinPlan(ctx, "api_keys", apiKeysInUse(ctx.organization.id, ctx.now())),
      ctx.control.insert(apiKeys).values(row),
    ],
    {
      facts: [{ type: "api_key.created", subjectId: row.id }],
      audit: [
        {
          action: "api_key.created",
          resourceType: "api_key",
          resourceId: row.id,
          changes: { after: describe(row) },
        },
      ],
    },
  );
  return { key: await getKey(ctx, row.id), secret };
}

/** Only the hash is kept: 190 random bits need no slow one, and it is found by one indexed read. */
export async function draftKey(ctx: Context, { name, scopes, expiresAt, rateLimitPerHour }: NewApiKey) {
  const { secret, prefix, lastFour } = makeSecret(ctx.settings.TRIBUTARY_MODE === "production", ctx.random);
  const row = {
    id: ctx.newId("apiKey"),
    organizationId: ctx.organization.id,
    createdByUserId: giverOf(ctx),
    name,
    prefix,
    lastFour,
    keyHash: await sha256Hex(secret),
    scopes: [...new Set(scopes)].toSorted(),
    rateLimitPerHour,
    expiresAt,
    createdAt: ctx.now(),
  };
  return { secret, row };
}

/** What the audit log may know of a key. */
export function describe({
  name,
  scopes,
  expiresAt,
  rateLimitPerHour,
  lastFour,
}: typeof apiKeys.$inferInsert) {
  return { name, scopes, expiresAt: expiresAt ?? null, rateLimitPerHour, lastFour };
}
