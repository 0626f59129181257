import { cloudflareDevProxyVitePlugin as cloudflareDevProxy } from "@remix-run/dev";
import { mergeConfig } from "vite";
import { createLoadContext } from "../../web/app/load-context.ts";
import built from "../../web/vite.config.ts";

const { TRIBUTARY_DEV_API: api } = process.env;

/** The web app under Vite's own server, for `npm run dev`; what Pages would forward goes to the API Worker's port. */
export default mergeConfig(
  {
    plugins: [
      cloudflareDevProxy({
        configPath: "web/wrangler.toml",
        persist: false,
        getLoadContext: () =>
          createLoadContext({ API: { fetch: (request) => fetchFromApi(request) }, TRIBUTARY_MODE: "local" }),
      }),
    ],
    server: {
      strictPort: true,
      proxy: { "^/(v1|f|l|p|t|u|docs)(/|\\?|$)": { target: api, ws: true, xfwd: false } },
    },
  },
  built,
);

/** As the service binding does it: the same request, whatever host its address names. */
function fetchFromApi(input) {
  const request = new Request(input, { redirect: "manual" });
  const { pathname, search } = new URL(request.url);
  return fetch(new Request(new URL(pathname + search, api), request));
}
