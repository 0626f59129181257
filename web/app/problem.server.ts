import { data } from "@remix-run/cloudflare";
import * as z from "zod";

const schema = z.object({
  status: z.number(),
  code: z.string(),
  detail: z.string(),
  errors: z.array(z.object({ pointer: z.string(), code: z.string(), detail: z.string() })).catch([]),
});

/** What the API said was wrong (RFC 9457), in words that may be shown. */
export type Problem = z.infer<typeof schema> & { requestId: string; retryAfter: string | null };

export async function problemOf(response: Response, body: unknown): Promise<Problem> {
  const parsed = schema.safeParse(body);
  const requestId = response.headers.get("tributary-request-id") ?? "";
  const retryAfter = response.headers.get("retry-after");
  return {
    ...(parsed.success ? parsed.data : { ...unreadable, status: response.status }),
    requestId,
    retryAfter,
  };
}

const unreadable = {
  code: "internal",
  detail: "Something went wrong on our side. Try again in a moment.",
  errors: [],
};

/** For loaders: the error screen says it in words and keeps the shell. */
export function throwProblem({ status, requestId, detail }: Problem): never {
  throw data({ requestId, detail }, { status });
}
