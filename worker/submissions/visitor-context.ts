import type { PublishedForm } from "../forms";
import type { Base, Context } from "../kernel/context";

/** A visitor acts inside the organization whose form it is, and may do there nothing but what the form is for. */
export function visitorContext(base: Base, { organization }: PublishedForm): Context {
  return {
    ...base,
    organization,
    actor: { kind: "visitor", id: null },
    permissions: new Set(),
    db: base.openCell(organization.cell),
  };
}

/** An address cut so far that it names a neighbourhood and no person (GDPR-04). */
export function networkOf(ipAddress: string | null): string | undefined {
  if (!ipAddress) return undefined;
  if (!ipAddress.includes(":")) return `${ipAddress.split(".").slice(0, 3).join(".")}.0/24`;
  return `${blockOf(ipAddress, 3)}::/48`;
}

/** Whom an address belongs to, for counting: a caller of IPv6 owns the whole /64. */
export function callerOf(ipAddress: string | null): string {
  if (!ipAddress) return "unknown";
  return ipAddress.includes(":") ? blockOf(ipAddress, 4) : ipAddress;
}

function blockOf(address: string, groups: number): string {
  const [head = "", tail] = address.toLowerCase().split("::");
  const before = head.split(":").filter(Boolean);
  const after = tail?.split(":").filter(Boolean) ?? [];
  const missing = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  return [...before, ...Array<string>(missing).fill("0"), ...after].slice(0, groups).join(":");
}
