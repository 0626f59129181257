import * as z from "zod";
import { eventTypes, stitchWays, trafficKinds } from "../../db/schema/cell/visitors";
import { toWireTime, wireTime } from "../kernel/contract";
import type { IdentityOfLead, StoredEvent } from "./queries";

export const visitorEventWire = z
  .strictObject({
    id: z.string(),
    type: z.enum(eventTypes),
    at: wireTime,
    visitorId: z.string(),
    sessionId: z.string().nullable(),
    traffic: z.enum(trafficKinds),
    url: z.string().nullable(),
    title: z.string().nullable(),
    referrer: z.string().nullable(),
    country: z.string().nullable(),
    device: z.string().nullable(),
    campaignId: z.string().nullable(),
    businessId: z.string().nullable(),
    pieceId: z.string().nullable(),
    linkId: z.string().nullable(),
    formId: z.string().nullable(),
    submissionId: z.string().nullable(),
    utm: z.record(z.string(), z.string()),
    data: z.record(z.string(), z.unknown()),
  })
  .meta({ id: "VisitorEvent", description: "What a visitor did. Of the place, the country alone is known." });

export function visitorEventToWire(event: StoredEvent): z.input<typeof visitorEventWire> {
  const { organizationId: _ours, createdAt: _written, clickId: _click, at, ...seen } = event;
  return { ...seen, at: toWireTime(at) };
}

export const leadVisitorWire = z
  .strictObject({
    id: z.string(),
    visitorId: z.string(),
    how: z
      .enum(stitchWays)
      .meta({ description: "What showed it: a form, an address the visitor gave, the API." }),
    stitchedAt: wireTime,
    undoneAt: wireTime.nullable(),
    firstSeenAt: wireTime.nullable(),
    lastSeenAt: wireTime.nullable(),
    country: z.string().nullable(),
    device: z.string().nullable(),
    landingUrl: z.string().nullable(),
  })
  .meta({ id: "LeadVisitor", description: "A browser that a lead was seen with." });

export function leadVisitorToWire({ identity, visitor }: IdentityOfLead): z.input<typeof leadVisitorWire> {
  return {
    id: identity.id,
    visitorId: identity.visitorId,
    how: identity.how,
    stitchedAt: toWireTime(identity.createdAt),
    undoneAt: toWireTime(identity.undoneAt),
    firstSeenAt: toWireTime(visitor?.firstSeenAt ?? null),
    lastSeenAt: toWireTime(visitor?.lastSeenAt ?? null),
    country: visitor?.country ?? null,
    device: visitor?.device ?? null,
    landingUrl: visitor?.landingUrl ?? null,
  };
}
