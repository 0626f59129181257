// Writes the SDK's types from the OpenAPI document, or with --check says whether they are the ones committed.
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { build } from "esbuild";
import openapiTS, { astToString } from "openapi-typescript";

const target = "sdk/schema.gen.ts";

/** Nothing that the document needs runs in the Workers runtime. */
const withoutRuntime = {
  name: "without-runtime",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^cloudflare:/ }, ({ path }) => ({ path, namespace: "runtime" }));
    onLoad({ filter: /./, namespace: "runtime" }, () => ({
      contents: "export class DurableObject {} export const env = {};",
    }));
  },
};
const written = await render(await openApiDocument());

if (process.argv.includes("--check")) {
  const committed = await readFile(target, "utf8").catch(() => "");
  if (committed !== written) {
    console.error(`${target} is not what the routes say. Run “npm run sdk” and commit it.`);
    process.exit(1);
  }
  console.log("The SDK follows the routes.");
} else {
  await writeFile(target, written);
  console.log(`Wrote ${target}.`);
}

/** The Worker's own code says what its routes are; bundled here, so that Node can ask it. */
async function openApiDocument() {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import { routes } from "./worker/app";
        import { openApiDocument } from "./worker/http";
        export const document = openApiDocument(routes, "http://localhost:8788");`,
      resolveDir: process.cwd(),
      loader: "ts",
    },
    bundle: true,
    format: "esm",
    platform: "node",
    conditions: ["workerd", "worker"],
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
    plugins: [withoutRuntime],
    write: false,
    logLevel: "error",
  });
  const file = new URL(`../.cache/openapi-${process.pid}.mjs`, import.meta.url);
  await mkdir(new URL(".", file), { recursive: true });
  await writeFile(file, outputFiles[0].text);
  try {
    return (await import(file.href)).document;
  } finally {
    await rm(file);
  }
}

async function render(document) {
  const types = astToString(await openapiTS(document, { immutable: false, defaultNonNullable: false }));
  const head = "// Made from the OpenAPI document by “npm run sdk”. Do not edit.\n";
  return head + types;
}
