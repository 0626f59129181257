/** The European Union, the rest of the European Economic Area, the United Kingdom and Switzerland, and their territories. */
const withoutNetwork = new Set(
  "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE IS LI NO GB CH GF GP MQ RE YT MF AX".split(
    " ",
  ),
);

/** The network that an address is in, and not the address: /24, /48. Of Europeans not even that; nor where nobody knows. */
export function networkOf(address: string | null, country: string | null): string | null {
  if (address === null || country === null || withoutNetwork.has(country)) return null;
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(address)) return `${address.split(".").slice(0, 3).join(".")}.0/24`;
  if (!address.includes(":") || address.includes(".")) return null;
  const [head = ""] = address.toLowerCase().split("::");
  const groups = head.split(":").filter((group) => group !== "");
  return `${[...groups, "0", "0", "0"].slice(0, 3).join(":")}::/48`;
}

/** Two letters, or null where the network does not tell (`XX`) or hides it (`T1`). */
export function countryOf(code: string | null | undefined): string | null {
  return code && /^[A-Z]{2}$/.test(code) && code !== "XX" ? code : null;
}
