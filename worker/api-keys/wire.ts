import * as z from "zod";
import { toWireTime, wireTime } from "../kernel/contract";
import type { ApiKeyWithSecret } from "./create";
import type { ApiKey } from "./queries";

const states = ["active", "retiring", "expired", "revoked"] as const;

const shape = {
  id: z.string(),
  name: z.string(),
  prefix: z.string().meta({ example: "trb_live_" }),
  lastFour: z.string(),
  scopes: z.array(z.string()),
  rateLimitPerHour: z.number().int(),
  status: z
    .enum(states)
    .meta({ description: "Retiring: replaced by a new secret, and working until it expires." }),
  createdBy: z.strictObject({
    id: z.string(),
    name: z.string(),
    isMember: z
      .boolean()
      .meta({ description: "False where they have left; the key works on until somebody revokes it." }),
  }),
  createdAt: wireTime,
  lastUsedAt: wireTime.nullable().meta({ description: "To the minute" }),
  expiresAt: wireTime.nullable(),
  rotatedFrom: z.string().nullable(),
};

export const apiKeyWire = z.strictObject(shape).meta({ id: "ApiKey" });

export const newApiKeyWire = z
  .strictObject({ ...shape, secret: z.string().meta({ description: "Shown this once and never again" }) })
  .meta({ id: "ApiKeyWithSecret" });

export function apiKeyToWire(key: ApiKey, now: number): z.input<typeof apiKeyWire> {
  const { id, name, prefix, lastFour, scopes, rateLimitPerHour, createdBy, makersMembership, rotatedFrom } =
    key;
  return {
    id,
    name,
    prefix,
    lastFour,
    scopes,
    rateLimitPerHour,
    status: statusOf(key, now),
    createdBy: { ...createdBy, isMember: makersMembership !== null },
    createdAt: toWireTime(key.createdAt),
    lastUsedAt: toWireTime(key.lastUsedAt),
    expiresAt: toWireTime(key.expiresAt),
    rotatedFrom,
  };
}

export function newApiKeyToWire(made: ApiKeyWithSecret, now: number): z.input<typeof newApiKeyWire> {
  return { ...apiKeyToWire(made.key, now), secret: made.secret };
}

function statusOf({ isActive, revokedAt, expiresAt }: ApiKey, now: number): (typeof states)[number] {
  if (!isActive) return "revoked";
  const hasRunOut = expiresAt !== null && expiresAt <= now;
  if (revokedAt !== null) return hasRunOut ? "revoked" : "retiring";
  return hasRunOut ? "expired" : "active";
}
