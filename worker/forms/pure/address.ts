import { type Checked, fault, invalid } from "./fault";
import { isCountry } from "./countries";
import { type Address, addressParts, type Field } from "./form";
import { clean } from "./text";

const longestPart = 200;
/** Not every country has regions or postal codes. */
const neededParts = ["line1", "city", "country"] as const;

export function checkAddress(raw: unknown, { isRequired, rules }: Field): Checked {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) return invalid;
  const given = new Map(Object.entries(raw));
  const address: Address = {};
  for (const part of addressParts) {
    const text = clean(given.get(part) ?? "")?.replaceAll(/\s+/g, " ");
    if (text === undefined) return invalid;
    if (text.length > longestPart) return fault("too_long", { max: longestPart, part });
    if (text !== "") address[part] = part === "country" ? text.toUpperCase() : text;
  }
  if (Object.keys(address).length === 0) return { value: null };
  if (address.country && !isOffered(address.country, rules?.countries)) return fault("not_country");
  const missing = isRequired && neededParts.find((part) => !address[part]);
  return missing ? fault("address_incomplete", { part: missing }) : { value: address };
}

export function checkCountry(raw: unknown, { rules }: Field): Checked {
  if (typeof raw !== "string") return invalid;
  const code = raw.trim().toUpperCase();
  return isOffered(code, rules?.countries) ? { value: code } : fault("not_country");
}

function isOffered(code: string, offered: string[] | undefined): boolean {
  return isCountry(code) && (!offered?.length || offered.includes(code));
}
