import type { OutboundRequest } from "../../kernel/ports";
import { createFetcher } from "../../providers/fetcher";
import { dnsServer } from "./dns";
import { siteServer } from "./site";
import { type Handler, serveHosts } from "./wire";

export const publicAddress = "93.184.215.14";

/** A small internet: websites at their full addresses, a resolver that knows a few names, and our fetcher in front. */
export function openInternet(
  pages: Record<string, string | Handler>,
  names: Record<string, string[] | string[][]> = {},
) {
  const site = siteServer(pages);
  const dns = dnsServer({
    "coffee.example": [publicAddress, "2606:2800:21f:cb07:6820:80da:af6b:8b2c"],
    "other.example": ["203.0.114.7"],
    ...names,
  });
  const fetcher = createFetcher({
    allowedHosts: ["localhost:8790"],
    ownHosts: ["app.tributary.example"],
    userAgent: "Tributary/1.0 (+https://tributary.example)",
    fetch: serveHosts({ "cloudflare-dns.com": dns, "*": site }),
  });
  const read = (url: string, rest?: Partial<OutboundRequest>) => fetcher.fetch({ url, ...rest });
  return { site, dns, fetcher, read };
}
