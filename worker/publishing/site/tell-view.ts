import { cellOf, type Id } from "../../../db/ids";
import type { Base } from "../../kernel/context";
import {
  deviceOf,
  eventHappening,
  eventOf,
  plainAddress,
  trafficOf,
  utmOf,
  visitorFor,
} from "../../visitors";
import type { Site } from "./find-site";

/**
 * Our own pages run no script, so the server counts: from the request alone, after the answer, without a cookie.
 * A page fetched in case somebody might want it has no reader, and who sends Global Privacy Control is not counted.
 */
export function tellView(
  base: Base,
  { business }: Site,
  request: Request,
  pieceId: Id<"piece"> | null,
): void {
  const { headers, method, url } = request;
  const isAhead = /prefetch|prerender/.test(headers.get("sec-purpose") ?? headers.get("purpose") ?? "");
  if (method !== "GET" || isAhead || headers.get("sec-gpc") === "1") return;
  const organization = { id: business.organizationId, cell: cellOf(business.id) };
  base.defer(
    (async () => {
      const visitor = await visitorFor(base, organization, { consented: false });
      const event = await eventOf(base, organization, {
        type: "view",
        visitorId: visitor.id,
        visitorKind: visitor.kind,
        traffic: trafficOf(base.origin.userAgent),
        url: plainAddress(url),
        referrer: plainAddress(headers.get("referer")),
        country: base.origin.country ?? null,
        device: deviceOf(base.origin.userAgent),
        businessId: business.id,
        pieceId,
        utm: utmOf(url),
      });
      await base.happen(eventHappening, [event]);
    })(),
  );
}
