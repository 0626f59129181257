import createFetchClient, { type Client, type ClientOptions } from "openapi-fetch";
import type { components, paths } from "./schema.gen";

export type { components, operations, paths } from "./schema.gen";

export type Problem = components["schemas"]["Problem"];
export type Tributary = Client<paths>;

export type TributaryOptions = Pick<ClientOptions, "fetch" | "headers"> & {
  /** Where the API lives, such as `https://app.example.com`. */
  baseUrl: string;
  /** `trb_live_…`; leave it out where a session cookie travels instead. */
  apiKey?: string;
  /** For sessions: which organization to act in. */
  organizationId?: string;
};

/** A typed client of the whole API. Every call resolves to `{ data }` or `{ error }`; `unwrap` throws instead. */
export function createClient(options: TributaryOptions): Tributary {
  const { baseUrl, apiKey, organizationId, headers, ...rest } = options;
  return createFetchClient<paths>({
    baseUrl,
    headers: {
      ...(apiKey ? { authorization: `Bearer ${apiKey}` } : {}),
      ...(organizationId ? { "tributary-organization": organizationId } : {}),
      ...(headers as Record<string, string> | undefined), // safe: headers are given as an object
    },
    ...rest,
  });
}

/** An answer that was not what was asked for, with the problem the API told. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
  }
}

export async function unwrap<T>(
  call: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<T> {
  const { data, error, response } = await call;
  if (response.ok) return data as T; // safe: the document says what an answer without an error holds
  throw new ProblemError(isProblem(error) ? error : problemOf(response));
}

function isProblem(error: unknown): error is Problem {
  return typeof error === "object" && error !== null && "code" in error && "detail" in error;
}

function problemOf(response: Response): Problem {
  return {
    type: "about:blank",
    title: response.statusText || "Error",
    status: response.status,
    detail: `The server answered ${response.status}.`,
    instance: response.headers.get("tributary-request-id") ?? "",
    code: "unexpected_answer",
    errors: [],
  };
}
