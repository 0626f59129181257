import "./without-eval";
import * as z from "zod";

const email = z
  .string("Enter your email address.")
  .trim()
  .pipe(z.email("Enter an email address like name@example.com.").max(320));

/** Characters as people count them are the API's to count; this only stops what cannot be right. */
const newPassword = z
  .string("Choose a password.")
  .min(8, "Use at least 8 characters.")
  .max(1_000, "Use at most 128 characters.");

/** Only what is needed to try: `next` is checked where it is used. */
const next = z.string().max(2_000).optional();

export const signInSchema = z.object({ email, password: z.string("Enter your password.").max(1_000), next });

export const signUpSchema = z.object({
  name: z.string("Tell us what to call you.").trim().min(1, "Tell us what to call you.").max(120),
  email,
  password: newPassword,
  next,
});

export const forgotPasswordSchema = z.object({ email });

export const resetPasswordSchema = z.object({ password: newPassword });

export const secondFactorSchema = z.object({
  code: z.string("Enter the code.").trim().min(6, "The code has at least 6 characters.").max(20),
  method: z.enum(["app", "backup"]),
  trustDevice: z.boolean().default(false),
  next,
});

export const changePasswordSchema = z.object({
  currentPassword: z.string("Enter your current password.").max(1_000),
  newPassword,
});

export const profileSchema = z.object({
  name: z.string("Tell us what to call you.").trim().min(1, "Tell us what to call you.").max(120),
  timezone: z.string().max(64),
  reminderMails: z.boolean().default(false),
});

export const passwordSchema = z.object({ password: z.string("Enter your password.").max(1_000) });

export const resendSchema = z.object({ email, next });

export const preferencesSchema = z.object({
  theme: z.enum(["system", "light", "dark"]).optional(),
  density: z.enum(["comfortable", "compact"]).optional(),
  singleKeys: z
    .enum(["on", "off"])
    .transform((value) => value === "on")
    .optional(),
  returnTo: z.string().max(2_000).optional(),
});

export const confirmSecondFactorSchema = z.object({
  code: z.string("Enter the code.").trim().min(6, "The code has 6 digits.").max(10),
  uri: z.string().startsWith("otpauth://").max(1_000),
  backupCodes: z.string().max(1_000),
});

export const changeEmailSchema = z.object({ newEmail: email });

/** Typed, so that nobody closes an account by a slip. */
export const closeAccountSchema = z.object({
  confirmation: z
    .string("Type “close my account” to confirm.")
    .trim()
    .toLowerCase()
    .refine((text) => text === "close my account", "Type “close my account” to confirm."),
});

const browserAnswer = z.looseObject({
  id: z.string(),
  rawId: z.string(),
  type: z.literal("public-key"),
  clientExtensionResults: z.looseObject({}),
});

/** What a browser answers to a passkey's question travels as text; whether it is true is the API's to check. */
const answerText = z.string().max(20_000).transform(parseJson);

export const newPasskeySchema = answerText.pipe(
  browserAnswer.extend({
    response: z.looseObject({ clientDataJSON: z.string(), attestationObject: z.string() }),
  }),
);

export const usedPasskeySchema = answerText.pipe(
  browserAnswer.extend({
    response: z.looseObject({
      clientDataJSON: z.string(),
      authenticatorData: z.string(),
      signature: z.string(),
    }),
  }),
);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
