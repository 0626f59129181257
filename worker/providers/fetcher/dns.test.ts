import { describe, expect, it } from "vitest";
import { createFetcher } from "./index";
import { dnsServer, type DnsFault } from "../../test/servers/dns";
import { codeOf, failureOf } from "../../test/servers/failure";
import { openInternet, publicAddress } from "../../test/servers/internet";
import { redirectTo } from "../../test/servers/site";
import { serveHosts } from "../../test/servers/wire";

const start = "https://coffee.example/";

describe("SSRF-05 names are looked up, and every answer counts", () => {
  const lookups: [string, string[], string][] = [
    ["a private address", ["10.0.0.5"], "private_address"],
    ["a public and a private address", [publicAddress, "127.0.0.1"], "private_address"],
    ["a public IPv4 and a private IPv6 address", [publicAddress, "fd00::1"], "private_address"],
    ["an IPv6 address that carries a private one", [publicAddress, "::ffff:a9fe:a9fe"], "private_address"],
    ["an alias of the metadata service", ["metadata.google.internal", publicAddress], "private_name"],
    ["an alias of our own host", ["app.tributary.example", publicAddress], "own_address"],
    ["nothing", [], "dns_no_address"],
    ["only an alias", ["cdn.other.example"], "dns_no_address"],
  ];
  it.each(lookups)("a name that resolves to %s is refused", async (_, answers, code) => {
    const { read, site } = openInternet(
      { "https://rebind.example/": "<p>secret</p>" },
      { "rebind.example": answers },
    );
    expect(await codeOf(read("https://rebind.example/"))).toBe(code);
    expect(site.received).toHaveLength(0);
  });

  it("a name with a public alias passes", async () => {
    const dns = { "www.example": ["cdn.other.example", publicAddress] };
    expect(
      (await openInternet({ "https://www.example/": "<p>hi</p>" }, dns).read("https://www.example/")).status,
    ).toBe(200);
  });

  it("a name that turns private between two hops is refused at the second", async () => {
    const dns = { "rebind.example": [[publicAddress], ["127.0.0.1"]] };
    const { read, site } = openInternet({ "https://rebind.example/": redirectTo("/again") }, dns);
    expect(await codeOf(read("https://rebind.example/"))).toBe("private_address");
    expect(site.received).toHaveLength(1);
  });

  it("a name that nobody knows is refused for good", async () => {
    const failure = await failureOf(openInternet({}).read("https://unknown.example/"));
    expect([failure.code, failure.verdict]).toEqual(["dns_no_address", "refuse"]);
  });

  it.each<DnsFault>(["server_failure", "unreachable", "bad_json"])(
    "a resolver with %s refuses, to be tried again",
    async (fault) => {
      const fetcher = createFetcher({
        allowedHosts: [],
        fetch: serveHosts({ "cloudflare-dns.com": dnsServer({}, fault) }),
      });
      const failure = await failureOf(fetcher.fetch({ url: start }));
      expect([failure.code, failure.verdict]).toEqual(["dns_failed", "retry"]);
    },
  );

  it("a resolver that never answers costs no more than the time allowed", async () => {
    const fetcher = createFetcher({
      allowedHosts: [],
      fetch: serveHosts({ "cloudflare-dns.com": dnsServer({}, "slow") }),
    });
    expect(await codeOf(fetcher.fetch({ url: start, timeoutMs: 50 }))).toBe("timed_out");
  });

  it("a host that the operator listed is reached without a lookup", async () => {
    const { read, dns } = openInternet({ "http://localhost:8790/": "<p>sample</p>" });
    expect((await read("http://localhost:8790/")).status).toBe(200);
    expect(dns.received).toHaveLength(0);
  });
});
