import * as z from "zod";
import { type Id, isId } from "../../../db/ids";
import type { JobDraft } from "../../kernel/drafts";

const userId = z.string().refine((value): value is Id<"user"> => isId("user", value));

/** What is to be told to whom. Links are made when the mail is, so no token ever lies in a job. */
export const mailOrder = z.discriminatedUnion("letter", [
  z.strictObject({ letter: z.literal("verify_email"), email: z.string() }),
  z.strictObject({ letter: z.literal("existing_account"), email: z.string() }),
  z.strictObject({ letter: z.literal("reset_password"), email: z.string() }),
  z.strictObject({ letter: z.literal("password_changed"), userId }),
  z.strictObject({ letter: z.literal("confirm_email_change"), userId, changeId: z.string() }),
  z.strictObject({ letter: z.literal("email_change_notice"), userId, changeId: z.string() }),
  z.strictObject({ letter: z.literal("account_cancelled"), userId, eraseAt: z.number() }),
]);

export type MailOrder = z.infer<typeof mailOrder>;

export function orderMail(payload: MailOrder): JobDraft {
  return { queue: "delivery", type: "people.mail", payload };
}
