import type { LoadContext } from "./load-context";

/** A form that comes twice, by a second press or a reload, creates once and gets the first answer again (IDEM-03). */
export async function fetchOnce({ env, ...context }: LoadContext, call: Request): Promise<Response> {
  if (call.method !== "POST" || isAboutIdentity(call)) return env.API.fetch(call);
  const submission = await context.submission;
  if (submission === null) return env.API.fetch(call);
  call.headers.set("idempotency-key", await keyOf(submission, call));
  for (let tries = 1; ; tries++) {
    // safe: a copy is what the call is; the two kinds differ in how they name Cloudflare's part of it
    const answer = await env.API.fetch(call.clone() as Request);
    if (tries === mostTries || !(await isStillRunning(answer))) return answer;
    await new Promise((resolve) => setTimeout(resolve, waitMs));
  }
}

const mostTries = 20;
const waitMs = 250;

/** Passwords leave no trace, not even as a fingerprint; and a cookie is not answered twice. */
function isAboutIdentity(call: Request): boolean {
  return new URL(call.url).pathname.startsWith("/v1/auth/");
}

/** Other words in the same form are another request. */
async function keyOf(submission: string, call: Request): Promise<string> {
  const text = [submission, new URL(call.url).pathname, await call.clone().text()].join("\n");
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return `form-${[...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

async function isStillRunning(answer: Response): Promise<boolean> {
  if (answer.status !== 409) return false;
  const problem: unknown = await answer.clone().json();
  return typeof problem === "object" && problem !== null && "code" in problem
    ? problem.code === "idempotency_in_flight"
    : false;
}
