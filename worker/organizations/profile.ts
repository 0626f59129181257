import * as z from "zod";
import { organizationSizes } from "../../db/schema/control/organizations";
import { slugShape } from "./slug";

const line = (longest: number) => z.string().trim().min(1).max(longest);
const color = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i, "Write a colour as #rrggbb.")
  .meta({ example: "#0f766e" });
const hostname = z
  .string()
  .toLowerCase()
  .max(253)
  .regex(
    /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/,
    "Write a domain such as northwind.test.",
  )
  .meta({ example: "northwind.test" });
const timezone = z
  .string()
  .max(64)
  .refine(isTimezone, "Use a time zone such as Europe/Vienna.")
  .meta({ example: "Europe/Vienna" });

export const addressShape = z.strictObject({
  street: line(200).nullable(),
  city: line(100).nullable(),
  state: line(100).nullable(),
  postalCode: line(20).nullable(),
  country: z
    .string()
    .length(2)
    .toUpperCase()
    .nullable()
    .meta({ description: "ISO 3166-1 alpha-2", example: "AT" }),
});

export const brandingShape = z.strictObject({
  logoUrl: z
    .url({ protocol: /^https$/ })
    .max(500)
    .nullable(),
  primaryColor: color.nullable(),
  accentColor: color.nullable(),
});

export const settingsShape = z.strictObject({
  timezone: timezone.nullable(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(?:-[A-Z]{2})?$/, "Use a language tag such as en or pt-BR.")
    .nullable()
    .meta({ example: "en" }),
  weekStartsOn: z.enum(["monday", "saturday", "sunday"]).nullable(),
});

/** What of an organization its people may change. In the nested parts only what is given changes; null clears it. */
export const profileChange = z.strictObject({
  name: line(120).optional(),
  slug: slugShape.optional(),
  domain: hostname.nullable().optional(),
  industry: line(100).nullable().optional(),
  size: z.enum(organizationSizes).nullable().optional(),
  billingEmail: z.email().max(254).nullable().optional(),
  taxId: line(100).nullable().optional(),
  address: addressShape.partial().nullable().optional(),
  branding: brandingShape.partial().optional(),
  settings: settingsShape.partial().optional(),
});

export type ProfileChange = z.output<typeof profileChange>;

export function isTimezone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
