import * as z from "zod";
import { engagementLevels } from "../../db/schema/cell/leads";
import { idOf, wireTime } from "../kernel/contract";

/** Text of a person: no NUL, nothing that the database would store as something else. */
const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine(
      (value) => value.isWellFormed() && !value.includes("\0"),
      "This text has characters that cannot be kept",
    );
const phone = text(60)
  .regex(/\d\D*\d\D*\d/, "Give a phone number")
  .meta({ example: "+49 30 1234567" });
const webAddress = z.url({ protocol: /^https?$/, hostname: z.regexes.domain }).max(2000);
const details = z
  .record(text(60).min(1), text(500))
  .refine((value) => Object.keys(value).length <= 20, "At most 20");
const address = z
  .strictObject({
    street: text(300),
    city: text(120),
    region: text(120),
    postalCode: text(20),
    country: text(80),
  })
  .partial();

/** What may be written of a lead; each field is changed as a whole. */
export const leadFieldShapes = {
  firstName: text(120),
  lastName: text(120),
  email: z.email("Give an email address").max(320).nullable(),
  phone: phone.nullable(),
  jobTitle: text(160),
  website: webAddress.nullable(),
  address,
  notes: text(20_000),
  companyId: idOf("company").nullable(),
  companyName: text(200),
  businessId: idOf("business").nullable(),
  sourceId: idOf("leadSource").nullable(),
  assignedTo: idOf("user").nullable(),
  teamId: idOf("team").nullable(),
  value: z
    .strictObject({
      amount: z.int().min(0).max(1_000_000_000_000),
      currency: z
        .string()
        .regex(/^[a-z]{3}$/)
        .meta({ example: "usd" }),
    })
    .nullable(),
  budget: text(500),
  authority: text(500),
  need: text(2000),
  timeline: text(500),
  engagementLevel: z.enum(engagementLevels),
  communicationPreference: details,
  optimalContactTime: details,
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
    .meta({ example: "en" })
    .nullable(),
  nextFollowUpAt: wireTime.nullable(),
  lastContactedAt: wireTime.nullable(),
  customFields: z
    .record(
      z.string().min(1).max(60),
      z.union([text(10_000), z.number(), z.boolean(), z.array(text(500)).max(100), z.null()]),
    )
    .refine((value) => Object.keys(value).length <= 100, "At most 100 fields")
    .meta({ description: "By the key of the field; null takes a value away.", example: {} }),
  tagIds: z.array(idOf("leadTag")).max(50),
};

export const leadChange = z.strictObject(leadFieldShapes).partial();
export const newLead = leadChange.extend({ stageId: idOf("leadStage").optional() });

export type LeadChange = z.output<typeof leadChange>;
export type NewLead = z.output<typeof newLead>;
