import { isAPIError } from "better-auth/api";
import { authProblem } from "./auth-problems";

export type AuthAnswer = { answer: unknown; cookies: string[] };

/**
 * One call of the library for one request: it sees the cookies and nothing else of the request, what it throws becomes
 * one of our problems, and the cookies it sets travel on.
 */
export async function callAuth(
  request: Request,
  call: (headers: Headers) => Promise<{ headers?: Headers | null; response: unknown }>,
): Promise<AuthAnswer> {
  try {
    const { headers, response } = await call(cookiesOf(request));
    return { answer: response, cookies: headers?.getSetCookie() ?? [] };
  } catch (error) {
    throw (isAPIError(error) ? authProblem(error) : undefined) ?? error;
  }
}

export function cookiesOf(request: Request): Headers {
  return new Headers({ cookie: request.headers.get("cookie") ?? "" });
}

/** The answer of a route that sets cookies too; a JSON body alone the edge writes by itself. */
export function withCookies(status: number, body: object | null, cookies: string[]): Response {
  const response = new Response(body === null ? null : JSON.stringify(body), { status });
  if (body !== null) response.headers.set("content-type", "application/json");
  for (const cookie of cookies) response.headers.append("set-cookie", cookie);
  return response;
}
