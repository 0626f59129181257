import type { output } from "zod";
import type { components } from "../../../sdk";
import type { companySchema } from "~/schemas/company";
import type { CompanyLine } from "./companies-view";
import type { Company } from "./company-view";

type Wire = components["schemas"]["Company"];

export function companyLineOf({ id, name, domain, industry, size, address, createdAt }: Wire): CompanyLine {
  return { id, name, domain, industry, size, city: address["city"] ?? "", createdAt };
}

export function companyOf(wire: Wire): Company {
  const { id, name, website, domain, industry, size, phone, description, address, archivedAt } = wire;
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
    isArchived: archivedAt !== null,
  };
}

/** As the form has it. */
export function valuesOf({ name, website, industry, size, phone, description, address }: Company) {
  return {
    name,
    website: website ?? "",
    industry,
    size: size ?? "",
    phone: phone ?? "",
    description,
    city: address.city ?? "",
    country: address.country ?? "",
  };
}

export function bodyOf(
  { website, size, phone, city, country, ...rest }: output<typeof companySchema>,
  address: Company["address"] = {},
) {
  const { city: _city, country: _country, ...kept } = address;
  return {
    ...rest,
    website: website ? (/^https?:\/\//i.test(website) ? website : `https://${website}`) : null,
    size: size || null,
    phone: phone || null,
    address: { ...kept, ...(city ? { city } : {}), ...(country ? { country: country.toUpperCase() } : {}) },
  };
}
