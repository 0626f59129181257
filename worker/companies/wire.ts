import * as z from "zod";
import { companySizes } from "../../db/schema/cell/leads";
import { toWireTime, wireTime } from "../kernel/contract";
import type { Context } from "../kernel/context";
import type { Company } from "./queries";
import { worthOf } from "./totals";

const money = z.strictObject({
  amount: z.int().meta({ description: "In minor units." }),
  currency: z.string().meta({ example: "usd" }),
});

export const stageTotalWire = z.strictObject({
  stageId: z.string(),
  count: z.int(),
  values: z.array(money).meta({ description: "A sum for each currency." }),
});

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
    leadCount: z.int(),
    openValues: z
      .array(money)
      .meta({ description: "Of its leads that are not closed, a sum for each currency." }),
    wonValues: z.array(money),
    archivedAt: wireTime.nullable(),
    createdAt: wireTime,
    updatedAt: wireTime,
  })
  .meta({ id: "Company" });

type Wire = z.input<typeof companyWire>;

export async function companyToWire(ctx: Context, company: Company): Promise<Wire> {
  return (await companyWriter(ctx, [company]))(company);
}

/** For the companies of a page, what their leads are worth is read at once. */
export async function companyWriter(
  ctx: Context,
  companies: readonly Company[],
): Promise<(company: Company) => Wire> {
  const worth = await worthOf(
    ctx,
    companies.map(({ id }) => id),
  );
  return (company) => ({ ...plain(company), ...worth(company.id) });
}

function plain(company: Company): Omit<Wire, "openValues" | "wonValues"> {
  const { id, name, website, domain, industry, size, phone, description, companyData } = company;
  const { businessId, ownerId, isActive, leadCount } = company;
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
    leadCount,
    address: company.address as Record<string, string>, // safe: no part of an address is kept undefined
    archivedAt: toWireTime(company.deletedAt),
    createdAt: toWireTime(company.createdAt),
    updatedAt: toWireTime(company.updatedAt),
  };
}
