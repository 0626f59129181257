import "~/schemas/without-eval";
import * as z from "zod";

const name = z.string().trim().max(120, "Use at most 120 characters.").optional();
const address = z
  .string("Enter the address.")
  .trim()
  .max(2000, "This address is too long.")
  .regex(/^https?:\/\/[^\s]+$/i, "Write the whole address, beginning with https://.");
const password = z
  .string("Paste the application password.")
  .trim()
  .min(8, "Paste the application password that WordPress made.")
  .max(200);
/** Of a business, or empty for every one. */
const businessId = z.string().max(64).optional();
const category = z.string().trim().max(200, "Use at most 200 characters.").optional();

export const wordPressSchema = z.object({
  url: address,
  username: z.string("Enter the user name.").trim().min(1, "Enter the user name.").max(100),
  password,
  businessId,
});

export const webhookSchema = z.object({ url: address, businessId });

export const integrationSchema = z.object({
  name,
  publishScheduled: z.boolean().default(false),
  asDraft: z.boolean().default(false),
  category,
});

export const newPasswordSchema = z.object({ password });
export const disconnectSchema = z.object({ confirmation: z.string("Type the name to confirm.") });
