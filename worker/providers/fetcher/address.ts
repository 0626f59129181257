import ipaddr from "ipaddr.js";
import { refusal } from "./refusals";

export type AddressPolicy = {
  /** `host:port` that may be reached although private; the operator's explicit word, so it wins over every rule on hosts. */
  allowedHosts: string[];
  /** Our own hosts; `*.example.dev` covers all below it. */
  ownHosts: string[];
};

const maxLength = 2048;
const ports = new Set(["80", "443", "8080", "8443"]);
const globalUnicast: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse("2000::"), 3];

/** Parses an address once and judges the parsed value; whoever fetches uses the value that comes back. */
export function parseAddress(address: string, policy: AddressPolicy): URL {
  if (address.length > maxLength) throw refusal("url_too_long");
  const url = URL.parse(address);
  if (!url) throw refusal("invalid_url");
  if (url.href.length > maxLength) throw refusal("url_too_long");
  if (url.protocol !== "http:" && url.protocol !== "https:") throw refusal("scheme_not_allowed");
  if (url.username || url.password) throw refusal("credentials_in_url");
  if (isAllowedHost(url, policy)) return url;
  if (!ports.has(portOf(url))) throw refusal("port_not_allowed");
  assertPublicHost(url.hostname, policy);
  return url;
}

export function isAllowedHost(url: URL, policy: AddressPolicy): boolean {
  return policy.allowedHosts.some((entry) => {
    const allowed = URL.parse(`http://${entry}`);
    return allowed?.hostname === url.hostname && portOf(allowed) === portOf(url);
  });
}

/** Judges a name or an address: the host of a URL, or an answer of the DNS. */
export function assertPublicHost(host: string, policy: AddressPolicy): void {
  const bare = host.replace(/^\[|\]$/g, "");
  if (ipaddr.isValid(bare)) {
    if (!isPublicAddress(bare)) throw refusal("private_address");
    return;
  }
  const name = bare.toLowerCase().replace(/\.+$/, "");
  if (isOwnName(name, policy.ownHosts)) throw refusal("own_address");
  if (isPrivateName(name)) throw refusal("private_name");
}

export function isAddress(host: string): boolean {
  return ipaddr.isValid(host.replace(/^\[|\]$/g, ""));
}

/**
 * Only what the registries call global unicast. IPv6 is narrowed to 2000::/3, because forms that carry an IPv4 address
 * inside, such as ::127.0.0.1, have no range of their own.
 */
function isPublicAddress(text: string): boolean {
  const address = ipaddr.parse(text);
  if (address.range() !== "unicast") return false;
  return address instanceof ipaddr.IPv4 || address.match(globalUnicast);
}

function isOwnName(name: string, ownHosts: string[]): boolean {
  return ownHosts.some((own) =>
    own.startsWith("*.") ? name.endsWith(own.slice(1).toLowerCase()) : name === own.toLowerCase(),
  );
}

const privateSuffixes = [
  "localhost",
  "localdomain",
  "local",
  "internal",
  "intranet",
  "private",
  "corp",
  "home",
  "lan",
];
const privateZones = [...privateSuffixes, "svc", "home.arpa", "in-addr.arpa", "ip6.arpa", "onion"];

/** A name of one label, such as `metadata` or `router`, is only ever known inside a network. */
function isPrivateName(name: string): boolean {
  return !name.includes(".") || privateZones.some((zone) => name.endsWith(`.${zone}`));
}

function portOf(url: URL): string {
  return url.port || (url.protocol === "https:" ? "443" : "80");
}
