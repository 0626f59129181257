/** An IPv6 caller owns its whole /64, so that is what is counted. */
export function addressBlock(address: string | null): string {
  if (!address?.includes(":")) return address ?? "unknown";
  const [head = "", tail] = address.split("::");
  const groups = head.split(":");
  const zeros = tail === undefined ? [] : Array<string>(8 - groups.length - tail.split(":").length).fill("0");
  return [...groups, ...zeros].slice(0, 4).join(":");
}
