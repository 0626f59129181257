import * as z from "zod";
import { type ChallengePort, ProviderError } from "../../kernel/ports";
import { withDeadline } from "../deadline";

export type ChallengeSettings = { baseUrl: string | undefined; timeoutMs?: number };

const answerShape = z.object({
  success: z.boolean(),
  hostname: z.string().optional(),
  action: z.string().optional(),
  "error-codes": z.array(z.string()).default([]),
});

/** Cloudflare Turnstile's side for servers. With the same `attempt` the same token may be asked about again. */
export function createChallenge(settings: ChallengeSettings, fetch: typeof globalThis.fetch): ChallengePort {
  const base = settings.baseUrl ?? "https://challenges.cloudflare.com";
  const address = `${base.replace(/\/+$/, "")}/turnstile/v0/siteverify`;
  return {
    async verify({ secret, token, ipAddress, attempt }) {
      const request = {
        method: "POST",
        redirect: "manual" as const,
        headers: { "content-type": "application/json", "user-agent": "Tributary/1.0" },
        body: JSON.stringify({
          secret,
          response: token,
          idempotency_key: attempt,
          ...(ipAddress ? { remoteip: ipAddress } : {}),
        }),
      };
      const answer = await withDeadline(settings.timeoutMs ?? 4_000, async (signal) => {
        const response = await fetch(address, { ...request, signal });
        return answerShape.parse(await response.json());
      }).catch((cause: unknown) => {
        throw failure("unavailable", "Turnstile did not answer.", cause);
      });
      const codes = answer["error-codes"];
      // Whether somebody is human is then not known: the owner's secret is wrong, or Turnstile has a problem of its own.
      if (codes.some((code) => code.includes("secret") || code === "internal-error"))
        throw failure("not_judged", `Turnstile did not judge the token (${codes.join(", ")}).`);
      return { passed: answer.success, hostname: answer.hostname ?? null, action: answer.action ?? null };
    },
  };
}

function failure(code: string, message: string, cause?: unknown): ProviderError {
  return new ProviderError("challenge", "retry", code, message, undefined, { cause });
}
