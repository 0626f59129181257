import type { ServerResponse } from "node:http";
import type { Plugin, ViteDevServer } from "vite";
import { buildEmbed } from "../embed/build.mjs";
import { formScript, isFormScript } from "./app/form-script.server";

/** Puts the element that customers paste beside the app's own files, and makes it anew at each request while developing. */
export function embedElement(): Plugin {
  let isServer = false;
  return {
    name: "embed-element",
    configResolved(config) {
      isServer = Boolean(config.build.ssr);
    },
    async generateBundle() {
      if (isServer) return;
      const { files } = await buildEmbed();
      for (const [name, source] of Object.entries(files))
        this.emitFile({ type: "asset", fileName: `embed/${name}`, source });
    },
    configureServer: serveEmbed,
  };
}

function serveEmbed({ middlewares }: ViteDevServer): void {
  middlewares.use(({ url = "", headers }, response, next) => {
    const address = new URL(url, `http://${headers.host ?? "localhost"}`);
    if (address.pathname.startsWith("/embed/")) void answerFile(address.pathname.slice(7), response, next);
    else if (isFormScript(address)) void answerScript(address, response);
    else next();
  });
}

async function answerFile(name: string, response: ServerResponse, next: () => void): Promise<void> {
  const { files } = await buildEmbed();
  const text = files[name];
  if (text === undefined) return next();
  const type = name.endsWith(".json") ? "application/json" : "text/javascript";
  response.setHeaders(new Map([["content-type", type], ...crossOrigin]));
  response.end(text);
}

async function answerScript(address: URL, response: ServerResponse): Promise<void> {
  const api = process.env["TRIBUTARY_DEV_API"] ?? address.origin;
  const answer = await formScript(new Request(address), {
    runtime: async () => new Response((await buildEmbed()).files["runtime.js"]),
    definition: (asked) => fetch(new URL(new URL(asked.url).pathname + new URL(asked.url).search, api)),
  });
  response.setHeaders(new Map([["content-type", "text/javascript"], ...crossOrigin]));
  response.end(await answer.text());
}

const crossOrigin: [string, string][] = [
  ["access-control-allow-origin", "*"],
  ["cross-origin-resource-policy", "cross-origin"],
];
