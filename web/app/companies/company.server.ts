import type { output } from "zod";
import type { components } from "../../../sdk";
import type { companySchema } from "~/schemas/company";
import type { CompanyLine } from "./companies-view";
import type { Company } from "./company-view";

type Wire = components["schemas"]["Company"];

export function companyLineOf(wire: Wire, nameOfWho: (id: string | null) => string): CompanyLine {
  const { id, name, domain, industry, size, address, leadCount, openValues, wonValues, ownerId } = wire;
  const owner = ownerId && nameOfWho(ownerId);
  const city = address["city"] ?? "";
  return { id, name, domain, industry, size, city, leadCount, openValues, wonValues, owner };
}

export function companyOf(wire: Wire): Company {
  const { id, name, website, domain, industry, size, phone, description, address, archivedAt } = wire;
  const { ownerId, leadCount, openValues, wonValues } = wire;
  return {
    id,
    name,
    website,
    domain,
    industry,
    size,
    phone,
    description,
    address,
    ownerId,
    leadCount,
    openValues,
    wonValues,
    isArchived: archivedAt !== null,
  };
}

/** As the form has it. */
export function valuesOf(company: Company) {
  const { name, website, industry, size, phone, description, address, ownerId } = company;
  return {
    name,
    website: website ?? "",
    industry,
    size: size ?? "",
    phone: phone ?? "",
    description,
    ownerId: ownerId ?? "",
    city: address.city ?? "",
    country: address.country ?? "",
  };
}

export function bodyOf(
  { website, size, phone, city, country, ownerId, ...rest }: output<typeof companySchema>,
  address: Company["address"] = {},
) {
  const { city: _city, country: _country, ...kept } = address;
  return {
    ...rest,
    website: website ? (/^https?:\/\//i.test(website) ? website : `https://${website}`) : null,
    size: size || null,
    phone: phone || null,
    ownerId: ownerId || null,
    address: { ...kept, ...(city ? { city } : {}), ...(country ? { country: country.toUpperCase() } : {}) },
  };
}
