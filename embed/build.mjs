import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

/** Whole elements as they were released, by version: pages that name one get it letter for letter for ever. */
export const releasesPath = here("releases.json");

/**
 * Every file under /embed, by its name: the loader, what it loads, whole elements under their versions, the frame's few
 * lines, the tracking script, and a list of versions with their integrity hashes.
 */
export async function buildEmbed() {
  const [version, loader, runtime, frame, track] = await Promise.all([
    readVersion(),
    bundle("v1.ts", "iife"),
    bundle("runtime/index.ts", "esm"),
    bundle("frame.ts", "iife"),
    bundle("track.ts", "iife"),
  ]);
  const tracking = { file: `track-${version}.js`, integrity: integrityOf(track) };
  const released = readReleases();
  const whole = released[version] ? released : { ...released, [version]: await wholeElement() };
  const versions = Object.fromEntries(
    Object.entries(whole).map(([name, code]) => [name, { integrity: integrityOf(code) }]),
  );
  return {
    version,
    files: {
      "v1.js": loader,
      "runtime.js": runtime,
      "frame.js": frame,
      "track.js": track,
      [tracking.file]: track,
      ...Object.fromEntries(Object.entries(whole).map(([name, code]) => [`${name}.js`, code])),
      "versions.json": `${JSON.stringify({ latest: version, versions, tracking })}\n`,
    },
  };
}

export function readReleases() {
  return existsSync(releasesPath) ? JSON.parse(readFileSync(releasesPath, "utf8")) : {};
}

export function wholeElement() {
  return bundle("pinned.ts", "iife");
}

export async function readVersion() {
  const text = await bundle("version.ts", "esm");
  const { version } = await import(`data:text/javascript,${encodeURIComponent(text)}`);
  return version;
}

export function integrityOf(code) {
  return `sha384-${createHash("sha384").update(code).digest("base64")}`;
}

async function bundle(entry, format) {
  const { outputFiles } = await build({
    entryPoints: [here(entry)],
    bundle: true,
    minify: true,
    format,
    target: ["es2022", "safari16.4"],
    legalComments: "none",
    write: false,
    logLevel: "error",
  });
  return outputFiles[0].text;
}
