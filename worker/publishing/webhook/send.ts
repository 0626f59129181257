import { type FetcherPort, ProviderError } from "../../kernel/ports";
import { signatureHeaders } from "./sign";

export type WebhookMessage = { id: string; at: number; body: string };

const timeoutMs = 20_000;

/**
 * One delivery. Only 2xx counts, a redirect does not. A receiver tells repetitions by `webhook-id`, so that a delivery
 * whose end nobody saw may be repeated.
 */
export async function sendWebhook(
  fetcher: FetcherPort,
  url: string,
  message: WebhookMessage,
  secrets: string[],
): Promise<void> {
  const signed = await signatureHeaders(message, secrets);
  const page = await fetcher
    .fetch({
      url,
      method: "POST",
      body: message.body,
      headers: { "content-type": "application/json", ...signed },
      maxRedirects: 0,
      accept: "any",
      maxBytes: 64_000,
      oversize: "cut",
      timeoutMs,
    })
    .catch((error: unknown) => {
      throw repeatable(error);
    });
  if (page.status >= 200 && page.status < 300) return;
  if (page.status === 410) throw new ProviderError("webhook", "refuse", "gone", words.gone);
  const isMoved = page.status >= 300 && page.status < 400;
  const sentence = isMoved ? words.moved : words.refused(page.status);
  throw new ProviderError(
    "webhook",
    "retry",
    isMoved ? "moved" : "refused",
    sentence,
    secondsOf(page.headers.get("retry-after")),
  );
}

const words = {
  gone: "The receiver says that it is gone for good (410), so this connection was ended.",
  moved:
    "The receiver sends on to another address. Webhooks are delivered to the very address that is connected.",
  refused: (status: number) => `The receiver answered with an error (${Math.floor(status / 100)}xx).`,
};

function repeatable(error: unknown): unknown {
  if (!(error instanceof ProviderError) || error.verdict !== "unknown") return error;
  return new ProviderError("webhook", "retry", error.code, error.message, error.retryAfterSeconds, {
    cause: error,
  });
}

function secondsOf(header: string | null): number | undefined {
  const seconds = Number(header);
  return header !== null && Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, 3600) : undefined;
}
