/** The API Worker, reached by a service binding. */
export type ApiService = { fetch(request: Request): Promise<Response> };

export type WebEnv = {
  API: ApiService;
  /** `local` where everything runs on one machine: the gallery of states exists only there. */
  TRIBUTARY_MODE?: string;
  /** The files of the build, where the platform hands them out. */
  ASSETS?: { fetch(address: string): Promise<Response> };
};

export type LoadContext = {
  env: WebEnv;
  nonce: string;
  requestId: string;
  /** The point in the database's history that this browser has seen; a write moves it on. */
  bookmark: { read: string | null; isNew: boolean };
  /** The session's cookie, where the API has given the browser a new one on the way; see AUTH-06. */
  renewedSession: string | null;
  /** Where else the page's forms may lead, such as to an account that somebody signs in with. */
  formTargets: string[];
  /** Names the form that was sent, wherever it is sent again; see IDEM-03. */
  submission: Promise<string | null>;
  /** What was asked for once in this request; the loaders of a page run side by side and share it. */
  memo: Map<string, Promise<unknown>>;
};

declare module "@remix-run/cloudflare" {
  interface AppLoadContext extends LoadContext {}
}

export function createLoadContext(env: WebEnv, request?: Request): LoadContext {
  return {
    env,
    nonce: randomBase64(16),
    requestId: `req_${crypto.randomUUID().replaceAll("-", "")}`,
    bookmark: { read: bookmarkIn(request), isNew: false },
    renewedSession: null,
    formTargets: [],
    submission: submissionIn(request),
    memo: new Map(),
  };
}

/** A write is remembered for an hour: replicas are never that far behind. */
export function bookmarkCookie({ read }: LoadContext["bookmark"], isSecure: boolean): string {
  return `bookmark=${read}; Path=/; Max-Age=3600; HttpOnly; SameSite=Lax${isSecure ? "; Secure" : ""}`;
}

/** Read from a copy, because the action reads the form itself; no form of ours comes near the limit. */
async function submissionIn(request: Request | undefined): Promise<string | null> {
  const length = Number(request?.headers.get("Content-Length") ?? Number.NaN);
  if (request?.method !== "POST" || !(length <= longestForm)) return null;
  if (!/^(?:multipart\/form-data|application\/x-www-form-urlencoded)\b/.test(contentTypeOf(request)))
    return null;
  try {
    const submission = (await request.clone().formData()).get("submission");
    return typeof submission === "string" && submission ? submission : null;
  } catch {
    return null;
  }
}

const longestForm = 1_000_000;

function contentTypeOf(request: Request): string {
  return request.headers.get("Content-Type") ?? "";
}

function bookmarkIn(request: Request | undefined): string | null {
  return (
    /(?:^|;\s*)bookmark=([0-9a-f-]{16,200})(?:;|$)/.exec(request?.headers.get("Cookie") ?? "")?.[1] ?? null
  );
}

function randomBase64(bytes: number): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(bytes))));
}
