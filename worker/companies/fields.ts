import * as z from "zod";
import { companySizes } from "../../db/schema/cell/leads";
import { idOf } from "../kernel/contract";

const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine(
      (value) => value.isWellFormed() && !value.includes("\0"),
      "This text has characters that cannot be kept",
    );

/** What may be written of a company; each field is changed as a whole. */
export const companyFields = {
  name: text(200).min(1),
  website: z
    .url({ protocol: /^https?$/, hostname: z.regexes.domain })
    .max(2000)
    .nullable(),
  industry: text(120),
  size: z.enum(companySizes).nullable(),
  phone: text(60).nullable(),
  address: z
    .strictObject({
      street: text(300),
      city: text(120),
      region: text(120),
      postalCode: text(20),
      country: text(80),
    })
    .partial(),
  description: text(5000),
  businessId: idOf("business").nullable(),
  ownerId: idOf("user").nullable(),
  isActive: z.boolean(),
};

export const companyChange = z.strictObject(companyFields).partial();
export const newCompany = companyChange.extend({ name: companyFields.name });
export type CompanyChange = z.output<typeof companyChange>;
export type NewCompany = z.output<typeof newCompany>;
