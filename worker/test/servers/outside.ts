import type { Base } from "../../kernel/context";
import { createFetcher } from "../../providers/fetcher";
import { testBase } from "../base";
import { dnsServer } from "./dns";
import { type Server, serveHosts } from "./wire";

export const names = ["blog.example", "hooks.example", "pictures.example"];

/** What reaches these hosts, and no others, through the real fetcher; a clock may be moved, and no wait is longer than `patience`. */
export function outsideOf(hosts: Record<string, Server>, patience = 15_000): Pick<Base, "providers"> {
  const dns = dnsServer(Object.fromEntries(names.map((name) => [name, ["93.184.215.14"]])));
  const fetcher = createFetcher({
    allowedHosts: [],
    ownHosts: ["localhost"],
    fetch: serveHosts({ "cloudflare-dns.com": dns, ...hosts }),
  });
  const { providers } = testBase();
  const patient: typeof fetcher = {
    fetch: (request) =>
      fetcher.fetch({ ...request, timeoutMs: Math.min(request.timeoutMs ?? 10_000, patience) }),
  };
  return { providers: { ...providers, fetcher: patient } };
}
