import { redirect } from "@remix-run/cloudflare";
import { createClient, type Tributary } from "../../sdk";
import { apiFetch, cookiesOf } from "./api-fetch.server";
import type { LoadContext } from "./load-context";
import { type Problem, problemOf, throwProblem } from "./problem.server";

export type Call = { request: Request; context: LoadContext };

type Answering<T> = Promise<{ data?: T; error?: unknown; response: Response }>;
export type Outcome<T> = { ok: true; data: T; headers: Headers } | { ok: false; problem: Problem };

export type Api = {
  client: Tributary;
  /** For loaders: what was asked for, or the screen that says why not. */
  read<T>(answering: Answering<T>): Promise<T>;
  /** For actions: what came of it, to be told where it was asked. */
  attempt<T>(answering: Answering<T>): Promise<Outcome<T>>;
};

/** The API on behalf of the person whose request this is, in the organization that the page is about. */
export function connect(call: Call, organizationId?: string): Api {
  const { origin } = new URL(call.request.url);
  return {
    client: createClient({ baseUrl: origin, organizationId, fetch: apiFetch(call) }),
    read: (answering) => read(answering, call.request),
    attempt,
  };
}

async function read<T>(answering: Answering<T>, request: Request): Promise<T> {
  const outcome = await attempt(answering);
  if (outcome.ok) return outcome.data;
  if (outcome.problem.status === 401) throw redirect(`/sign-in?next=${encodeURIComponent(pathOf(request))}`);
  return throwProblem(outcome.problem);
}

async function attempt<T>(answering: Answering<T>): Promise<Outcome<T>> {
  const { data, error, response } = await answering;
  if (!response.ok) return { ok: false, problem: await problemOf(response, error) };
  // safe: the document says what an answer without an error holds
  return { ok: true, data: data as T, headers: cookiesOf(response) };
}

/** The page that was asked for, also where its data alone was fetched. */
export function pathOf(request: Request): string {
  const { pathname, searchParams } = new URL(request.url);
  const search = new URLSearchParams(searchParams);
  search.delete("_routes");
  search.delete("index");
  const path = pathname.replace(/\.data$/, "").replace(/^\/_root$/, "/");
  return search.size > 0 ? `${path}?${search.toString()}` : path;
}
