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
  /** The model stopped at `maxTokens`; plain text only, since half an object is refused as `bad_output`. */
  truncated: boolean;
};

export interface AiPort {
  readonly provider: string;
  /** The one it asks for, so that the price is known before the call. */
  readonly model: string;
  complete(request: AiRequest): Promise<AiAnswer>;
}

export type FetchedPage = {
  url: string;
  status: number;
  contentType: string;
  /** Without cookies. */
  headers: Headers;
  body: Uint8Array;
  /** The body was longer than `maxBytes`; only with `oversize: "cut"`. */
  truncated: boolean;
};

export type OutboundRequest = {
  url: string;
  method?: "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE";
  headers?: Record<string, string>;
  /** Headers that hold a credential, such as Authorization; like all but a few plain ones they never follow to another origin. */
  secretHeaders?: Record<string, string>;
  body?: string | Uint8Array;
  /** Content types that may come back, by prefix; pages, feeds, JSON and images when absent. */
  accept?: string[] | "any";
  /** After decompression; 2 MB when absent. */
  maxBytes?: number;
  /** What to do with a longer body; `refuse` when absent. */
  oversize?: "refuse" | "cut";
  /** For everything together; 10 seconds when absent. */
  timeoutMs?: number;
  /** 5 when absent; with 0 the 3xx answer itself comes back. */
  maxRedirects?: number;
};

export interface FetcherPort {
  /** The only way out to an address that a person typed. */
  fetch(request: OutboundRequest): Promise<FetchedPage>;
}

export interface FilesPort {
  /** Refuses a key that holds something. */
  put(key: string, body: Uint8Array, about: { type: string }): Promise<void>;
  get(key: string): Promise<{ body: ReadableStream; bytes: number } | null>;
  delete(keys: string[]): Promise<void>;
  deleteBelow(prefix: string): Promise<void>;
}

export type ChallengeVerdict = {
  passed: boolean;
  /** Where it was solved, and for what: a token of another page or form is none. */
  hostname: string | null;
  action: string | null;
};

export interface ChallengePort {
  /** A token counts once; the same `attempt`, a UUID, is the same asking. Rejects with ProviderError where nobody could judge. */
  verify(question: {
    secret: string;
    token: string;
    ipAddress: string | null;
    attempt: string;
  }): Promise<ChallengeVerdict>;
}

export type Providers = {
  mail: MailPort;
  ai: AiPort;
  fetcher: FetcherPort;
  files: FilesPort;
  challenge: ChallengePort;
};

/** `retry`: worth another try; `refuse`: it will never work; `unknown`: it may have happened, do not repeat blindly. */
export type ProviderVerdict = "retry" | "refuse" | "unknown";

export class ProviderError extends Error {
  constructor(
    readonly provider: string,
    readonly verdict: ProviderVerdict,
    /** Stable, such as `rate_limited`, `private_address`, `too_large`. */
    readonly code: string,
    /** Plain words for the person who asked; never what the other side answered. */
    message: string,
    readonly retryAfterSeconds?: number,
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = "ProviderError";
  }
}
