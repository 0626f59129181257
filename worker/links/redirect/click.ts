import type { Id } from "../../../db/ids";
import type { ClickData } from "../clicks/shape";
import { browserOf, deviceOf, languageOf, referrerOf } from "../pure/device";
import { countryOf, networkOf } from "../pure/network";
import { signalsOf } from "../pure/signals";

/** What Cloudflare says of where a request comes from. */
export type Whereabouts = { country: string | null; networkName: string | null };

export function whereaboutsOf(request: Request): Whereabouts {
  // safe: Cloudflare adds `cf` to requests that come in over the network; elsewhere it is absent
  const cf = (request.cf ?? {}) as { country?: string; asOrganization?: string };
  return {
    country: countryOf(cf.country ?? request.headers.get("cf-ipcountry")),
    networkName: cf.asOrganization ?? null,
  };
}

/** The little that is kept of a request; the address it came from is not. */
export function clickDataOf(
  request: Request,
  linkId: Id<"link">,
  visitorId: string | null,
  { country, networkName }: Whereabouts,
): ClickData {
  const header = (name: string) => request.headers.get(name);
  const userAgent = (header("user-agent") ?? "").slice(0, 300);
  const isSecure = request.url.startsWith("https:");
  return {
    linkId,
    visitorId,
    country,
    device: deviceOf(userAgent),
    browser: browserOf(userAgent),
    language: languageOf(header("accept-language")),
    referrer: referrerOf(header("referer")),
    network: networkOf(header("cf-connecting-ip"), country),
    userAgent,
    signals: signalsOf({ method: request.method, isSecure, userAgent, networkName, header }),
  };
}
