import "./without-eval";
import * as z from "zod";

const line = (longest: number) =>
  z.string().trim().max(longest, `Use at most ${longest} characters.`).optional();

/** People paste what their browser shows; what counts is the domain in it. */
const domain = z
  .string()
  .trim()
  .toLowerCase()
  .transform((text) => text.replace(/^https?:\/\//, "").replace(/[/?#].*$/, ""))
  .pipe(
    z
      .string()
      .max(253)
      .regex(
        /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/,
        "Enter a domain like northwind.com.",
      ),
  );

export const sizes = ["startup", "small", "medium", "large", "enterprise"] as const;
export const weekStarts = ["monday", "saturday", "sunday"] as const;

export const organizationAboutSchema = z.object({
  domain: domain.optional(),
  industry: line(100),
  size: z.enum(sizes).optional(),
  timezone: line(64),
  language: line(35),
  weekStartsOn: z.enum(weekStarts).optional(),
});

export const organizationBillingSchema = z.object({
  billingEmail: z
    .string()
    .trim()
    .pipe(z.email("Enter an email address like name@example.com.").max(254))
    .optional(),
  taxId: line(100),
  street: line(200),
  postalCode: line(20),
  city: line(100),
  state: line(100),
  country: line(2),
});

const colour = z
  .string()
  .trim()
  .regex(/^#[0-9a-f]{6}$/i, "Enter a colour like #0f766e.")
  .optional();

export const organizationLookSchema = z.object({
  logoUrl: z
    .string()
    .trim()
    .pipe(z.url({ protocol: /^https$/, error: "Enter an address that begins with https://." }).max(500))
    .optional(),
  primaryColor: colour,
  accentColor: colour,
});
