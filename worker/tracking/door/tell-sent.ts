import type { Id } from "../../../db/ids";
import type { Base } from "../../kernel/context";
import {
  carriedClick,
  deviceOf,
  eventHappening,
  eventOf,
  plainAddress,
  trafficOf,
  utmOf,
  type VisitorKey,
} from "../../visitors";
import { identifyHappening } from "../identify/happening";
import type { OpenKey } from "./open-key";
import { type Sent, type SentEvent, timeOf } from "./sent";

/** To the queue: what was seen, and who named themselves. Only who consented is looked up by name. */
export async function tellSent(base: Base, key: OpenKey, visitor: VisitorKey, sent: Sent): Promise<void> {
  const clickId = carriedClick(base.now(), sent.click);
  const events = await Promise.all(
    sent.events.map((each) =>
      eventOf(base, key.organization, draftOf(base, key, visitor, sent, each, clickId), {
        at: timeOf(each, sent.now, base.now()),
        once: each.id,
      }),
    ),
  );
  const named = sent.events.flatMap(({ type, email }, index) => {
    const event = events[index];
    if (type !== "identify" || !email || visitor.kind !== "kept" || !event) return [];
    const { id, organizationId, at } = event;
    return [{ id, organizationId, at, data: { visitorId: visitor.id, email } }];
  });
  await Promise.all([base.happen(eventHappening, events), base.happen(identifyHappening, named)]);
}

function draftOf(
  base: Base,
  { row }: OpenKey,
  visitor: VisitorKey,
  { session }: Sent,
  { type, url, title, referrer, target, data }: SentEvent,
  clickId: Id<"click"> | null,
) {
  const { userAgent, country } = base.origin;
  const plainTarget = plainAddress(target);
  return {
    type,
    visitorId: visitor.id,
    visitorKind: visitor.kind,
    traffic: trafficOf(userAgent),
    sessionId: session ?? null,
    url: plainAddress(url),
    title: title ?? null,
    referrer: plainAddress(referrer),
    country: country ?? null,
    device: deviceOf(userAgent),
    businessId: row.businessId,
    clickId,
    utm: utmOf(url),
    data: { ...data, ...(plainTarget ? { target: plainTarget.slice(0, 500) } : {}) },
    trackingKeyId: row.id,
  };
}
