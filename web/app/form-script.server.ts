const address = /^\/f\/[^/]+\/embed\.js$/;

export type FormScriptSources = {
  /** What draws forms, a file of the build. */
  runtime(): Promise<Response>;
  definition(request: Request): Promise<Response>;
};

export function isFormScript({ pathname }: URL): boolean {
  return address.test(pathname);
}

/**
 * The element's second request: what draws forms, and the one form it draws first, as a module. Two answers in one save a
 * visitor a journey; a refusal travels the same way, so that the element can say why.
 */
export async function formScript(request: Request, sources: FormScriptSources): Promise<Response> {
  const url = new URL(request.url);
  url.pathname = url.pathname.replace(/embed\.js$/, "definition");
  const asked = new Request(url, { headers: request.headers });
  const [runtime, definition] = await Promise.all([sources.runtime(), sources.definition(asked)]);
  const answer = await definition.text();
  const headers = new Headers({
    "content-type": "text/javascript; charset=utf-8",
    "cache-control": definition.headers.get("cache-control") ?? "no-store",
    "cross-origin-resource-policy": "cross-origin",
    "access-control-allow-origin": "*",
    vary: "Origin, Accept-Language",
    "x-content-type-options": "nosniff",
  });
  return new Response(`${await runtime.text()}\nexport const answer=${asScript(answer)};\n`, { headers });
}

/** Parsed and written again, so that nothing but data can stand there, whatever was answered. */
function asScript(json: string): string {
  return JSON.stringify(JSON.parse(json)).replaceAll("<", String.raw`\u003c`);
}
