import * as z from "zod";
import { consentModes } from "../../../db/schema/cell/visitors";
import { toWireTime, wireTime } from "../../kernel/contract";
import type { TrackingKey } from "./queries";

export const trackingKeyWire = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    key: z
      .string()
      .meta({ description: "May stand in any page: it can only send what that page's visitors do." }),
    domains: z.array(z.string()),
    consentMode: z.enum(consentModes),
    businessId: z.string().nullable(),
    status: z.enum(["active", "ending", "ended"]),
    endsAt: wireTime.nullable(),
    lastEventAt: wireTime.nullable(),
    lastEventUrl: z.string().nullable(),
    createdAt: wireTime,
    updatedAt: wireTime,
  })
  .meta({ id: "TrackingKey", description: "What a website shows to tell what its visitors do." });

export function trackingKeyToWire(row: TrackingKey, now: number): z.input<typeof trackingKeyWire> {
  const { id, name, key, domains, consentMode, businessId, endsAt, lastEventUrl } = row;
  const isOpen = endsAt === null || endsAt > now;
  return {
    id,
    name,
    key,
    domains,
    consentMode,
    businessId,
    status: endsAt === null ? "active" : isOpen ? "ending" : "ended",
    endsAt: toWireTime(endsAt),
    lastEventAt: toWireTime(row.lastEventAt),
    lastEventUrl,
    createdAt: toWireTime(row.createdAt),
    updatedAt: toWireTime(row.updatedAt),
  };
}
