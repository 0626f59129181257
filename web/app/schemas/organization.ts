import "./without-eval";
import * as z from "zod";

function name(longest: number) {
  return z
    .string("Give it a name.")
    .trim()
    .min(1, "Give it a name.")
    .max(longest, `Use at most ${longest} characters.`);
}

const slug = z
  .string("Choose an address.")
  .trim()
  .toLowerCase()
  .regex(
    /^[a-z0-9](?:[a-z0-9-]{0,46}[a-z0-9])?$/,
    "Use small letters, digits and hyphens, such as “northwind-coffee”.",
  );

const email = z
  .string("Enter an email address.")
  .trim()
  .pipe(z.email("Enter an email address like name@example.com.").max(320));

/** What a hidden field carries: which row a button is about. */
export const rowSchema = z.object({ id: z.string().min(1).max(64) });

export const createOrganizationSchema = z.object({ name: name(120) });

export const organizationSchema = z.object({ name: name(120), slug });

export const transferSchema = z.object({
  memberId: z.string("Choose who takes over.").min(1, "Choose who takes over."),
  confirmation: z.string("Type the name to confirm."),
});

export const confirmationSchema = z.object({ confirmation: z.string("Type the name to confirm.") });

/** A system role by its name, a custom one by its id. */
export const roleChoiceSchema = z.object({
  role: z.string("Choose a role.").min(1, "Choose a role.").max(64),
});

/** What somebody shall be able to do; what differs from their role becomes an exception. */
export const exceptionsSchema = z.object({ permissions: z.array(z.string().max(64)).default([]) });

export const memberStatusSchema = z.object({ status: z.enum(["active", "suspended"]) });

export const inviteSchema = z.object({
  email,
  role: z.string("Choose a role.").min(1, "Choose a role.").max(64),
  teamId: z.string().max(64).optional(),
});

/** Somebody who is new to Tributary. */
export const referralSchema = z.object({ email });

export const teamSchema = z.object({
  name: name(100),
  description: z.string().trim().max(500, "Use at most 500 characters.").default(""),
});

export const teamManagerSchema = z.object({ memberId: z.string().max(64).optional() });

export const teamMemberSchema = z.object({
  memberId: z.string("Choose somebody.").min(1, "Choose somebody.").max(64),
});

export const customRoleSchema = z.object({
  name: name(100),
  description: z.string().trim().max(500, "Use at most 500 characters.").default(""),
  permissions: z.array(z.string().max(64)).min(1, "Choose at least one thing it may do."),
});

export const apiKeyNameSchema = z.object({ name: name(80) });

export const apiKeyScopesSchema = z.object({
  scopes: z.array(z.string().max(64)).min(1, "Choose at least one thing it may do."),
});

export const apiKeySchema = z.object({
  ...apiKeyNameSchema.shape,
  ...apiKeyScopesSchema.shape,
  expires: z.enum(["30", "90", "365", "never"]).default("90"),
});
