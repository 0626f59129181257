import type { Id } from "../../db/ids";
import type { Happening } from "../kernel/happenings";
import type { EventData } from "./event";
import type { VisitorKind } from "./visitor-for";

export type VisitorRow = {
  id: Id<"visitor">;
  organizationId: Id<"organization">;
  kind: VisitorKind;
  firstSeenAt: number;
  lastSeenAt: number;
  landingUrl: string | null;
  referrer: string | null;
  utm: Record<string, string>;
  country: string | null;
  device: string | null;
};

/** The people among a number of events: each with the first thing known of it. Programs are nobody. */
export function visitorsIn(events: Happening<EventData>[]): VisitorRow[] {
  const ofPeople = events.filter(({ data }) => data.traffic === "human");
  const byVisitor = Map.groupBy(
    ofPeople,
    ({ organizationId, data }) => `${organizationId} ${data.visitorId}`,
  );
  return [...byVisitor.values()].flatMap((group) => {
    const [first, ...later] = group.toSorted((one, other) => one.at - other.at);
    if (!first) return [];
    const { organizationId, at, data } = first;
    return {
      id: data.visitorId,
      organizationId,
      kind: data.visitorKind,
      firstSeenAt: at,
      lastSeenAt: later.at(-1)?.at ?? at,
      landingUrl: data.url,
      referrer: data.referrer,
      utm: data.utm,
      country: data.country,
      device: data.device,
    };
  });
}
