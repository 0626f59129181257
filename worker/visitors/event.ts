import { Buffer } from "node:buffer";
import * as z from "zod";
import { type Cell, type Id, type IdKind, isId, makeId, randomBytesPerId } from "../../db/ids";
import { eventTypes, trafficKinds, visitorKinds } from "../../db/schema/cell/visitors";
import type { Base } from "../kernel/context";
import type { Happening } from "../kernel/happenings";

export type EventType = (typeof eventTypes)[number];

const idOfKind = <K extends IdKind>(kind: K) =>
  z.string().refine((value): value is Id<K> => isId(kind, value));
const words = z.string().max(500).nullable();
const reference = <K extends IdKind>(kind: K) => idOfKind(kind).nullable().default(null);

/** What is known of an event when it is seen. What it leaves out is not known. */
export const eventShape = z.strictObject({
  type: z.enum(eventTypes),
  visitorId: idOfKind("visitor"),
  visitorKind: z.enum(visitorKinds),
  traffic: z.enum(trafficKinds).default("human"),
  sessionId: z.string().max(40).nullable().default(null),
  url: z.string().max(1000).nullable().default(null),
  title: words.default(null),
  referrer: z.string().max(1000).nullable().default(null),
  country: z.string().max(2).nullable().default(null),
  device: z.string().max(20).nullable().default(null),
  businessId: reference("business"),
  pieceId: reference("piece"),
  linkId: reference("link"),
  clickId: reference("click"),
  formId: reference("form"),
  submissionId: reference("submission"),
  utm: z.record(z.string().max(10), z.string().max(150)).default({}),
  data: z.record(z.string().max(40), z.union([z.string().max(500), z.number(), z.boolean()])).default({}),
  trackingKeyId: reference("trackingKey"),
});

export type EventData = z.output<typeof eventShape>;
export type EventDraft = z.input<typeof eventShape>;

/**
 * An event ready for `base.happen(eventHappening, …)`. `once` names what it is about, such as a submission or the id that
 * the browser gave it: told again, it is the same event. Its time must then be the same too.
 */
export async function eventOf(
  base: Base,
  organization: { id: Id<"organization">; cell: Cell },
  draft: EventDraft,
  { at = base.now(), once }: { at?: number; once?: string } = {},
): Promise<Happening<EventData>> {
  const random =
    once === undefined ? base.random(randomBytesPerId) : await hashOf(organization.id, draft, once);
  const id = makeId("event", organization.cell, at, random);
  return { id, organizationId: organization.id, at, data: eventShape.parse(draft) };
}

async function hashOf(
  organizationId: string,
  { type, visitorId }: EventDraft,
  once: string,
): Promise<Uint8Array> {
  const text = JSON.stringify([organizationId, visitorId, type, once]);
  return new Uint8Array(await crypto.subtle.digest("SHA-256", Buffer.from(text))).slice(0, randomBytesPerId);
}

/** An address without its query and fragment: there stands what a site knows of a person. */
export function plainAddress(text: string | null | undefined): string | null {
  if (!text || !URL.canParse(text)) return null;
  const { protocol, origin, pathname } = new URL(text);
  return protocol === "https:" || protocol === "http:" ? `${origin}${pathname}`.slice(0, 1000) : null;
}

const utmNames = ["source", "medium", "campaign", "term", "content"] as const;

export function utmOf(text: string | null | undefined): Record<string, string> {
  if (!text || !URL.canParse(text)) return {};
  const { searchParams } = new URL(text);
  const found = utmNames.map((name) => [
    name,
    searchParams.get(`utm_${name}`)?.trim().toLowerCase().slice(0, 150),
  ]);
  return Object.fromEntries(found.filter(([, value]) => value));
}
