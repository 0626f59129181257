import { describe, expect, it } from "vitest";
import { ProviderError } from "../../kernel/ports";
import { parseAddress } from "./address";

const policy = {
  allowedHosts: ["127.0.0.1:8799", "localhost:8790", "[::1]:8799"],
  ownHosts: ["app.tributary.example", "*.tributary.workers.dev"],
};

function verdictOn(address: string): string {
  try {
    return parseAddress(address, policy).href;
  } catch (error) {
    if (error instanceof ProviderError) return error.code;
    throw error;
  }
}

const refused: Record<string, [string, string][]> = {
  "SSRF-01 refuses everything but plain web addresses": [
    ["ftp://example.com/", "scheme_not_allowed"],
    ["file:///etc/passwd", "scheme_not_allowed"],
    ["gopher://example.com:80/", "scheme_not_allowed"],
    ["javascript:alert(1)", "scheme_not_allowed"],
    ["data:text/html,hello", "scheme_not_allowed"],
    ["https://user:secret@example.com/", "credentials_in_url"],
    ["https://user@example.com/", "credentials_in_url"],
    ["https://example.com:22/", "port_not_allowed"],
    ["http://example.com:6379/", "port_not_allowed"],
    ["http://example.com:0/", "port_not_allowed"],
    ["http://example.com:99999/", "invalid_url"],
    ["example.com", "invalid_url"],
    ["//example.com/", "invalid_url"],
    ["https://exa mple.com/", "invalid_url"],
    ["http://", "invalid_url"],
    ["", "invalid_url"],
    [`https://example.com/${"a".repeat(2048)}`, "url_too_long"],
    [`https://example.com/${"ä".repeat(700)}`, "url_too_long"],
  ],
  "SSRF-02 refuses private IPv4 addresses however they are written": [
    ["http://127.0.0.1/", "private_address"],
    ["http://2130706433/", "private_address"],
    ["http://0x7f.1/", "private_address"],
    ["http://0x7f000001/", "private_address"],
    ["http://0177.0.0.1/", "private_address"],
    ["http://127.1/", "private_address"],
    ["http://127.0.0.1./", "private_address"],
    ["http://１２７.０.０.１/", "private_address"],
    ["http://①②⑦.0.0.1/", "private_address"],
    ["http://127%2e0%2e0%2e1/", "private_address"],
    ["http://0/", "private_address"],
    ["http://0.0.0.0/", "private_address"],
    ["http://10.1.2.3/", "private_address"],
    ["http://172.31.255.255/", "private_address"],
    ["http://192.168.0.1/", "private_address"],
    ["http://169.254.169.254/latest/meta-data/", "private_address"],
    ["http://100.64.0.1/", "private_address"],
    ["http://198.18.0.1/", "private_address"],
    ["http://192.0.2.1/", "private_address"],
    ["http://224.0.0.1/", "private_address"],
    ["http://255.255.255.255/", "private_address"],
    ["https:\\\\127.0.0.1\\", "private_address"],
    ["http://example.com:80@127.0.0.1/", "credentials_in_url"],
  ],
  "SSRF-03 refuses private IPv6 addresses and those that carry an IPv4 address": [
    ["http://[::1]/", "private_address"],
    ["http://[::]/", "private_address"],
    ["http://[::ffff:169.254.169.254]/", "private_address"],
    ["http://[::ffff:a9fe:a9fe]/", "private_address"],
    ["http://[::ffff:8.8.8.8]/", "private_address"],
    ["http://[::127.0.0.1]/", "private_address"],
    ["http://[::ffff:0:127.0.0.1]/", "private_address"],
    ["http://[64:ff9b::7f00:1]/", "private_address"],
    ["http://[64:ff9b:1::1]/", "private_address"],
    ["http://[2002:7f00:1::]/", "private_address"],
    ["http://[2001:0:7f00:1::]/", "private_address"],
    ["http://[2001:db8::1]/", "private_address"],
    ["http://[fc00::1]/", "private_address"],
    ["http://[fd12:3456:789a::1]/", "private_address"],
    ["http://[fe80::1]/", "private_address"],
    ["http://[fec0::1]/", "private_address"],
    ["http://[ff02::1]/", "private_address"],
    ["http://[4000::1]/", "private_address"],
    ["http://[fe80::1%25eth0]/", "invalid_url"],
  ],
  "SSRF-06 refuses names that only mean something inside a network, and our own": [
    ["http://localhost/", "private_name"],
    ["http://localhost./", "private_name"],
    ["http://LOCALHOST/", "private_name"],
    ["http://ｌocalhost/", "private_name"],
    ["http://a.localhost/", "private_name"],
    ["http://a.localhost../", "private_name"],
    ["http://db.internal/", "private_name"],
    ["http://printer.local/", "private_name"],
    ["http://metadata.google.internal/", "private_name"],
    ["http://metadata/", "private_name"],
    ["http://kubernetes.default.svc/", "private_name"],
    ["http://router.home.arpa/", "private_name"],
    ["https://app.tributary.example/v1/me", "own_address"],
    ["https://APP.tributary.example./v1/me", "own_address"],
    ["https://api.tributary.workers.dev/", "own_address"],
    ["http://localhost:8791/", "port_not_allowed"],
  ],
};

for (const [name, cases] of Object.entries(refused)) {
  describe(name, () => {
    it.each(cases)("%s", (address, code) => expect(verdictOn(address)).toBe(code));
  });
}

describe("addresses that pass", () => {
  it.each([
    ["https://example.com", "https://example.com/"],
    ["http://example.com:8080/a?b#c", "http://example.com:8080/a?b#c"],
    ["https://example.com:8443/", "https://example.com:8443/"],
    ["https://bücher.example/", "https://xn--bcher-kva.example/"],
    ["https://8.8.8.8/", "https://8.8.8.8/"],
    ["http://134744072/", "http://8.8.8.8/"],
    ["https://[2606:4700:4700::1111]/", "https://[2606:4700:4700::1111]/"],
    ["https://tributary.example/", "https://tributary.example/"],
    ["https://nottributary.workers.dev/", "https://nottributary.workers.dev/"],
    ["https://internal.example/", "https://internal.example/"],
  ])("%s is public", (address, parsed) => expect(verdictOn(address)).toBe(parsed));

  it.each([
    ["http://127.0.0.1:8799/", "http://127.0.0.1:8799/"],
    ["http://0x7f.1:8799/", "http://127.0.0.1:8799/"],
    ["http://localhost:8790/shop", "http://localhost:8790/shop"],
    ["http://[::1]:8799/", "http://[::1]:8799/"],
  ])("SSRF-05 %s passes because the operator listed its host and port", (address, parsed) => {
    expect(verdictOn(address)).toBe(parsed);
  });

  it("SSRF-05 with an empty list nothing private passes", () => {
    expect(() => parseAddress("http://127.0.0.1:8799/", { allowedHosts: [], ownHosts: [] })).toThrow(
      ProviderError,
    );
  });

  it("a listed host without a port means the usual ones, and no other", () => {
    const listed = { allowedHosts: ["intranet.corp"], ownHosts: [] };
    expect(parseAddress("http://intranet.corp/", listed).href).toBe("http://intranet.corp/");
    expect(() => parseAddress("http://intranet.corp:8080/", listed)).toThrow(ProviderError);
  });
});
