/** What the product needs from outside, in our words. `providers/` has a real and an embedded one of each. */

export type Mail = {
  /** The same id twice sends once, where the provider can promise that. */
  id: string;
  to: string;
  from: { address: string; name: string };
  replyTo?: string;
  subject: string;
  text: string;
  html: string;
  headers?: Record<string, string>;
};

export interface MailPort {
  /** Resolves with the provider's own id; rejects with ProviderError. */
  send(mail: Mail): Promise<{ providerId: string }>;
}

export type AiMessage = { role: "system" | "user" | "assistant"; content: string };

export type AiRequest = {
  /** What is being written, such as `topics` or `blog_post`; the built-in writer composes by it. */
  task: string;
  messages: AiMessage[];
  /** A JSON Schema that the answer must follow; absent for plain text. */
  schema?: { name: string; schema: Record<string, unknown> };
  /** Quoted material for the built-in writer, the same that the messages quote. */
  material?: Record<string, unknown>;
  maxTokens: number;
  onText?: (delta: string) => void;
  signal?: AbortSignal;
};

export type AiAnswer = {
  text: string;
  model: string;
  provider: string;
  promptTokens: number;
  completionTokens: number;
  durationMs: number;
};

export interface AiPort {
  readonly provider: string;
  complete(request: AiRequest): Promise<AiAnswer>;
}

export type FetchedPage = {
  url: string;
  status: number;
  contentType: string;
  headers: Headers;
  body: Uint8Array;
};

export type OutboundRequest = {
  url: string;
  method?: "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE";
  headers?: Record<string, string>;
  body?: string | Uint8Array;
  /** Content types that may come back, by prefix; any when absent. */
  accept?: string[];
  maxBytes?: number;
  timeoutMs?: number;
  maxRedirects?: number;
};

export interface FetcherPort {
  /** The only way out to an address that a person typed. */
  fetch(request: OutboundRequest): Promise<FetchedPage>;
}

export type Providers = { mail: MailPort; ai: AiPort; fetcher: FetcherPort };

/** `retry`: worth another try; `refuse`: it will never work; `unknown`: it may have happened, do not repeat blindly. */
export type ProviderVerdict = "retry" | "refuse" | "unknown";

export class ProviderError extends Error {
  constructor(
    readonly provider: string,
    readonly verdict: ProviderVerdict,
    /** Stable, such as `rate_limited`, `private_address`, `too_large`. */
    readonly code: string,
    message: string,
    readonly retryAfterSeconds?: number,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}
