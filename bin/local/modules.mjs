import { rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "./commands.mjs";

/** Our TypeScript, made into one module that this Node can run. */
export async function loadModule(source, name) {
  const { build } = await import("esbuild");
  const outfile = join(root, ".cache/modules", `${name}-${process.pid}.mjs`);
  await build({
    stdin: { contents: source, resolveDir: root, loader: "ts" },
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    outfile,
    logLevel: "silent",
  });
  try {
    return await import(outfile);
  } finally {
    rmSync(outfile, { force: true });
  }
}
