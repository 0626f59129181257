import { APIConnectionError, APIConnectionTimeoutError, APIError } from "openai";
import { ProviderError, type ProviderVerdict } from "../../kernel/ports";
import { DeadlinePassed } from "../deadline";

const failures = {
  rate_limited: ["retry", "The writing service asks to go more slowly."],
  unavailable: ["retry", "The writing service has a problem of its own."],
  timed_out: ["retry", "The writing service took too long."],
  unreachable: ["retry", "The writing service could not be reached."],
  cut_off: ["retry", "The writing service broke off in the middle of a text."],
  bad_output: ["retry", "The writing service answered with something that is not what was asked for."],
  declined: ["refuse", "The writing service declined to write this."],
  quota_reached: ["refuse", "The account with the writing service has no credit left."],
  credentials_refused: ["refuse", "The writing service does not accept the API key."],
  model_not_found: ["refuse", "The writing service does not know the model."],
  input_too_long: ["refuse", "There is more material than the model can read at once."],
  request_refused: ["refuse", "The writing service refused the request."],
  cancelled: ["refuse", "Writing was cancelled."],
} as const satisfies Record<string, readonly [ProviderVerdict, string]>;

export type AiFailure = keyof typeof failures;

export function outputFailure(code: AiFailure = "bad_output"): ProviderError {
  return failure(code);
}

/** Whatever the client throws, as one of our reasons. */
export function failureOf(error: unknown, caller: AbortSignal | undefined): ProviderError {
  if (error instanceof ProviderError) return error;
  if (caller?.aborted) return failure("cancelled", error);
  if (error instanceof DeadlinePassed || error instanceof APIConnectionTimeoutError)
    return failure("timed_out", error);
  if (error instanceof APIConnectionError) return failure("unreachable", error);
  if (error instanceof APIError) return failure(reasonOf(error), error, waitOf(error));
  if (error instanceof SyntaxError) return failure("bad_output", error);
  return failure("cut_off", error);
}

function reasonOf(error: APIError): AiFailure {
  if (error.code === "insufficient_quota") return "quota_reached";
  if (error.code === "context_length_exceeded") return "input_too_long";
  const { status } = error;
  // An error within a stream has no status: the service gave up on the way.
  if (status === undefined || status >= 500 || status === 408 || status === 409) return "unavailable";
  if (status === 429) return "rate_limited";
  if (status === 401 || status === 403) return "credentials_refused";
  if (status === 404) return "model_not_found";
  return "request_refused";
}

function waitOf(error: APIError): number | undefined {
  const seconds = Number(error.headers?.get("retry-after") ?? Number.NaN);
  const milliseconds = Number(error.headers?.get("retry-after-ms") ?? Number.NaN);
  const wait = Number.isFinite(milliseconds) ? milliseconds / 1000 : seconds;
  return Number.isFinite(wait) && wait >= 0 ? Math.ceil(wait) : undefined;
}

function failure(code: AiFailure, cause?: unknown, wait?: number): ProviderError {
  const [verdict, message] = failures[code];
  return new ProviderError("openai", verdict, code, message, wait, { cause });
}
