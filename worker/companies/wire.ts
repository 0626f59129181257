import * as z from "zod";
import { companySizes } from "../../db/schema/cell/leads";
import { toWireTime, wireTime } from "../kernel/contract";
import type { Company } from "./queries";

export const companyWire = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    website: z.string().nullable(),
    domain: z.string().nullable(),
    industry: z.string(),
    size: z.enum(companySizes).nullable(),
    phone: z.string().nullable(),
    address: z.record(z.string(), z.string()),
    description: z.string(),
    companyData: z.record(z.string(), z.unknown()).meta({ description: "What enrichment found." }),
    businessId: z.string().nullable(),
    ownerId: z.string().nullable(),
    isActive: z.boolean(),
    archivedAt: wireTime.nullable(),
    createdAt: wireTime,
    updatedAt: wireTime,
  })
  .meta({ id: "Company" });

export function companyToWire(company: Company): z.input<typeof companyWire> {
  const { id, name, website, domain, industry, size, phone, description, companyData } = company;
  const { businessId, ownerId, isActive } = company;
  return {
    id,
    name,
    website,
    domain,
    industry,
    size,
    phone,
    description,
    companyData,
    businessId,
    ownerId,
    isActive,
    address: company.address as Record<string, string>, // safe: no part of an address is kept undefined
    archivedAt: toWireTime(company.deletedAt),
    createdAt: toWireTime(company.createdAt),
    updatedAt: toWireTime(company.updatedAt),
  };
}
