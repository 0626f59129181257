import { apiFetch, cookiesOf } from "./api-fetch.server";
import type { LoadContext } from "./load-context";
import { type Problem, problemOf } from "./problem.server";

type AuthAnswer<T> = { ok: true; data: T; headers: Headers } | { ok: false; problem: Problem };

type AuthCall = { context: LoadContext; request: Request; path: string; body?: Record<string, unknown> };

/** One call to the sign-in service behind `/v1/auth`. Its cookies have to be handed on to the browser. */
export async function callAuth<T = unknown>({
  context,
  request,
  path,
  body,
}: AuthCall): Promise<AuthAnswer<T>> {
  const url = new URL(`/v1/auth/${path}`, request.url);
  const response = await apiFetch({ context, request })(url, {
    method: body ? "POST" : "GET",
    headers: body ? { "content-type": "application/json" } : {},
    body: body ? JSON.stringify(body) : null,
    redirect: "manual",
  });
  const answer: unknown = await response.json().catch(() => null);
  if (response.status >= 400)
    return { ok: false, problem: inOurWords(await problemOf(response, answer), answer) };
  // safe: the caller names the shape of the endpoint it calls
  return { ok: true, data: answer as T, headers: cookiesOf(response) };
}

const words: Record<string, string> = {
  INVALID_EMAIL_OR_PASSWORD: "This e-mail address and password do not belong together.",
  EMAIL_NOT_VERIFIED: "Confirm your e-mail address first. We have just sent you a new link.",
  USER_ALREADY_EXISTS: "There is already an account with this address. Sign in instead.",
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: "There is already an account with this address. Sign in instead.",
  PASSWORD_TOO_SHORT: "Use at least 8 characters.",
  PASSWORD_TOO_LONG: "Use at most 128 characters.",
  PASSWORD_COMPROMISED: "This password is on a public list of stolen ones. Choose another.",
  INVALID_PASSWORD: "That is not your password.",
  INVALID_TOKEN: "This link is no longer valid. Ask for a new one.",
  TOKEN_EXPIRED: "This link is no longer valid. Ask for a new one.",
  INVALID_CODE: "That code is not right. Codes change every 30 seconds.",
  INVALID_BACKUP_CODE: "That is not one of your backup codes, or it was used before.",
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: "Too many wrong codes. Sign in again.",
  INVALID_TWO_FACTOR_COOKIE: "This sign-in took too long. Start again.",
};

/** The service names its reasons in capitals; people get a sentence. */
function inOurWords(problem: Problem, answer: unknown): Problem {
  // safe: only read where it is text
  const { code, message } = (answer ?? {}) as { code?: unknown; message?: unknown };
  const known = typeof code === "string" ? words[code.toUpperCase()] : undefined;
  if (known) return { ...problem, code: String(code), detail: known, errors: [] };
  if (problem.code === "internal" && problem.status < 500 && typeof message === "string")
    return { ...problem, detail: message };
  return problem;
}
