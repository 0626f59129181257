import { createRequestHandler, type ServerBuild } from "@remix-run/cloudflare";
// @ts-ignore made by the build, so it may not be there yet
import * as build from "../build/server";
import { createLoadContext, type WebEnv } from "../app/load-context";
import { formScript, isFormScript } from "../app/form-script.server";
import { isCrossSiteWrite, withSecurityHeaders } from "../app/security-headers";

/** What the API Worker answers itself, WebSocket upgrades included. */
const forwarded = /^\/(?:v1|f|l|p|t|u|docs)(?:\/|$)/;

// safe: the build has Remix's own shape
const render = createRequestHandler(build as unknown as ServerBuild, "production");

export async function onRequest({
  request,
  env,
}: {
  request: Request;
  env: WebEnv & { ASSETS: Fetcher };
}): Promise<Response> {
  const url = new URL(request.url);
  if (isFormScript(url)) {
    return await formScript(request, {
      runtime: () => env.ASSETS.fetch(new URL("/embed/runtime.js", url)),
      definition: (asked) => env.API.fetch(asked),
    });
  }
  if (forwarded.test(url.pathname)) return env.API.fetch(request);
  const context = createLoadContext(env, request);
  const response = isCrossSiteWrite(request)
    ? new Response("This form was sent from another site.", { status: 403 })
    : await render(request, context);
  return withSecurityHeaders(response, url, context);
}
