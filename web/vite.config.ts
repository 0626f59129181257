import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig, type Plugin } from "vite";
import { embedElement } from "./embed-plugin";
import { grouping } from "./grouping";

declare module "@remix-run/server-runtime" {
  interface Future {
    v3_singleFetch: true;
  }
}

/** Run from the repository's root, where package.json is: `remix vite:build -c web/vite.config.ts`. */
export default defineConfig(({ isSsrBuild }) => ({
  publicDir: "web/public",
  plugins: [
    tailwindcss(),
    sonnerStyledByOurSheet(),
    pagesReadAheadInMemory(),
    embedElement(),
    remix({
      appDirectory: "web/app",
      buildDirectory: "web/build",
      future: {
        v3_fetcherPersist: true,
        v3_lazyRouteDiscovery: true,
        v3_relativeSplatPath: true,
        v3_routeConfig: true,
        v3_singleFetch: true,
        v3_throwAbortReason: true,
      },
    }),
  ],
  resolve: { alias: { "~": fileURLToPath(new URL("app", import.meta.url)) } },
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    rollupOptions: {
      output: isSsrBuild ? {} : { manualChunks: grouping(), onlyExplicitManualChunks: true },
      onLog: (level, log, handle) => (log.code === "INVALID_ANNOTATION" ? undefined : handle(level, log)),
    },
  },
}));

/** sonner injects a <style> without a nonce, which our policy refuses; the same rules are in our sheet. */
function sonnerStyledByOurSheet(): Plugin {
  return {
    name: "sonner-styled-by-our-sheet",
    transform(code, id) {
      if (!id.includes("/sonner/dist/index.mjs")) return null;
      return {
        code: code.replace("if (!code || typeof document == 'undefined') return", "return"),
        map: null,
      };
    },
  };
}

/** The router reads pages ahead by `<link rel="prefetch">`, which browsers throw away where an answer is `no-store`. */
function pagesReadAheadInMemory(): Plugin {
  const link = /"link", (?=_extends\(\{\s*key: href,\s*rel: "prefetch",\s*as: "fetch")/;
  return {
    name: "pages-read-ahead-in-memory",
    transform(code, id, { ssr } = {}) {
      if (ssr || !id.includes("/@remix-run/react/dist/esm/components.js")) return null;
      if (!link.test(code)) this.error("The router's <link rel=prefetch> is not where it was.");
      return {
        code: `import { ReadAhead } from "~/read-ahead";\n${code.replace(link, "ReadAhead, ")}`,
        map: null,
      };
    },
  };
}
