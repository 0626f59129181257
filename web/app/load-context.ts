/** The API Worker, reached by a service binding. */
export type ApiService = { fetch(request: Request): Promise<Response> };

export type WebEnv = {
  API: ApiService;
  /** `local` where everything runs on one machine: the mailbox and the gallery of states exist only there. */
  TRIBUTARY_MODE?: string;
};

export type LoadContext = {
  env: WebEnv;
  nonce: string;
  requestId: string;
  /** What was asked for once in this request; the loaders of a page run side by side and share it. */
  memo: Map<string, Promise<unknown>>;
};

declare module "@remix-run/cloudflare" {
  interface AppLoadContext extends LoadContext {}
}

export function createLoadContext(env: WebEnv): LoadContext {
  return {
    env,
    nonce: randomBase64(16),
    requestId: `req_${crypto.randomUUID().replaceAll("-", "")}`,
    memo: new Map(),
  };
}

function randomBase64(bytes: number): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(bytes))));
}
