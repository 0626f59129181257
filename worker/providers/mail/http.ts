import * as z from "zod";
import { type Mail, type MailPort, ProviderError, type ProviderVerdict } from "../../kernel/ports";
import { DeadlinePassed, withDeadline } from "../deadline";
import { formatMailbox } from "./address";

export type HttpMailSettings = {
  kind: "http";
  apiKey: string;
  baseUrl?: string;
  timeoutMs?: number;
};

const accepted = z.object({ id: z.string().min(1) });
const refused = z.object({ name: z.string().regex(/^[a-z_]{1,64}$/) });

/** A provider that speaks Resend's API. The mail's id is the idempotency key, so a repeated send reaches a person once. */
export function createHttpMail(settings: HttpMailSettings, fetch: typeof globalThis.fetch): MailPort {
  const address = `${(settings.baseUrl ?? "https://api.resend.com").replace(/\/+$/, "")}/emails`;
  return {
    async send(mail) {
      const request = requestOf(mail, settings.apiKey);
      const { status, headers, body } = await withDeadline(settings.timeoutMs ?? 15_000, async (signal) => {
        const response = await fetch(address, { ...request, signal });
        return { status: response.status, headers: response.headers, body: await readJson(response) };
      }).catch((cause: unknown) => {
        // Safe to repeat although it may have gone out: the idempotency key is the same.
        const code = cause instanceof DeadlinePassed ? "timed_out" : "unreachable";
        throw failure("retry", code, "The mail provider did not answer.", { cause });
      });
      if (status < 200 || status > 299) throw failureOf(status, headers, body);
      const answer = accepted.safeParse(body);
      if (!answer.success)
        throw failure("retry", "bad_answer", "The mail provider's answer could not be read.");
      return { providerId: answer.data.id };
    },
  };
}

function requestOf(mail: Mail, apiKey: string) {
  return {
    method: "POST",
    redirect: "manual" as const,
    headers: {
      authorization: `Bearer ${apiKey}`,
      "content-type": "application/json",
      "idempotency-key": mail.id,
      "user-agent": "Tributary/1.0",
    },
    body: JSON.stringify({
      from: formatMailbox(mail.from),
      to: [mail.to],
      reply_to: mail.replyTo,
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      headers: mail.headers,
    }),
  };
}

/** An answer that is not JSON is no answer; a connection that breaks is an error. */
async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function failureOf(status: number, headers: Headers, body: unknown): ProviderError {
  const name = refused.safeParse(body).data?.name ?? "";
  const retryAfterSeconds = secondsOf(headers.get("retry-after"));
  if (/quota/.test(name)) {
    const wait = retryAfterSeconds ?? 3600;
    return failure("retry", "quota_reached", "The mail provider's sending quota is used up.", { wait });
  }
  if (status === 429) {
    return failure("retry", "rate_limited", "The mail provider asks to send more slowly.", {
      wait: retryAfterSeconds,
    });
  }
  if (status >= 500 || status === 408 || name === "concurrent_idempotent_requests") {
    return failure("retry", "unavailable", "The mail provider has a problem of its own.", {
      wait: retryAfterSeconds,
    });
  }
  if (status === 409) {
    return failure("refuse", "already_sent", "A different mail was already sent under this mail's id.");
  }
  if (status === 401 || (status === 403 && name !== "validation_error")) {
    return failure("refuse", "credentials_refused", "The mail provider does not accept the API key.");
  }
  if (status === 403) {
    return failure(
      "refuse",
      "sender_refused",
      "The mail provider does not let this sender write to this address.",
    );
  }
  return failure("refuse", "mail_refused", `The mail provider refused this mail (${name || status}).`);
}

function failure(
  verdict: ProviderVerdict,
  code: string,
  message: string,
  more: { wait?: number; cause?: unknown } = {},
): ProviderError {
  return new ProviderError("mail", verdict, code, message, more.wait, { cause: more.cause });
}

function secondsOf(retryAfter: string | null): number | undefined {
  return retryAfter !== null && /^\d{1,6}$/.test(retryAfter) ? Number(retryAfter) : undefined;
}
