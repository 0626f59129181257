import { type Mail, type MailPort, ProviderError, type ProviderVerdict } from "../../kernel/ports";
import { withDeadline } from "../deadline";
import { messageId, mimeOf } from "./mime";

export type BindingMailSettings = { kind: "binding"; binding: SendEmail; timeoutMs?: number };

type Outcome = readonly [ProviderVerdict, string, string];
const outcomes: Record<string, Outcome> = {
  E_RATE_LIMIT_EXCEEDED: ["retry", "rate_limited", "The mail service asks to send more slowly."],
  E_DAILY_LIMIT_EXCEEDED: ["retry", "quota_reached", "The mail service's daily sending limit is used up."],
  E_SENDER_NOT_VERIFIED: [
    "refuse",
    "sender_refused",
    "The sender's domain is not verified with the mail service.",
  ],
  E_SENDER_DOMAIN_NOT_AVAILABLE: [
    "refuse",
    "sender_refused",
    "The sender's domain cannot be used for sending.",
  ],
  E_RECIPIENT_NOT_ALLOWED: ["refuse", "recipient_refused", "The mail service may not write to this address."],
  E_RECIPIENT_SUPPRESSED: [
    "refuse",
    "recipient_refused",
    "Mail to this address came back before, so it is not sent again.",
  ],
  E_DELIVERY_FAILED: ["refuse", "recipient_refused", "The recipient's mail server did not take the mail."],
};
const refused: Outcome = ["refuse", "mail_refused", "The mail service refused this mail."];
const uncertain: Outcome = ["unknown", "unconfirmed", "It is not certain whether the mail went out."];
const waits: Record<string, number> = { rate_limited: 60, quota_reached: 3600 };

/** Cloudflare's send_email. It has no idempotency key: what fails without a clear reason is not repeated blindly. */
export function createBindingMail(settings: BindingMailSettings, now: () => number): MailPort {
  return {
    async send(mail) {
      const message = await emailMessage(mail, now());
      try {
        const result = await withDeadline(settings.timeoutMs ?? 30_000, () => settings.binding.send(message));
        return { providerId: result?.messageId ?? messageId(mail) };
      } catch (cause) {
        throw failureOf(cause);
      }
    },
  };
}

/** Imported when first needed: the module exists in the Workers runtime only. */
async function emailMessage(mail: Mail, now: number): Promise<EmailMessage> {
  const { EmailMessage } = await import("cloudflare:email");
  return new EmailMessage(mail.from.address, mail.to, mimeOf(mail, now));
}

function failureOf(cause: unknown): ProviderError {
  const named = /E_[A-Z_]+/.exec(cause instanceof Error ? `${codeOf(cause)} ${cause.message}` : "")?.[0];
  const [verdict, code, message] = outcomeOf(named);
  return new ProviderError("mail", verdict, code, message, waits[code], { cause });
}

function outcomeOf(named: string | undefined): Outcome {
  if (named === undefined || named === "E_INTERNAL_SERVER_ERROR") return uncertain;
  return outcomes[named] ?? refused;
}

function codeOf(error: Error): string {
  return "code" in error && typeof error.code === "string" ? error.code : "";
}
