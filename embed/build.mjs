import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

/**
 * Every file under /embed, by its name: the loader, what it loads, the whole element under its version, the frame's few
 * lines, the tracking script, and a list of versions with their integrity hashes.
 */
export async function buildEmbed() {
  const [version, loader, runtime, pinned, frame, track] = await Promise.all([
    readVersion(),
    bundle("v1.ts", "iife"),
    bundle("runtime/index.ts", "esm"),
    bundle("pinned.ts", "iife"),
    bundle("frame.ts", "iife"),
    bundle("track.ts", "iife"),
  ]);
  const integrity = integrityOf(pinned);
  const tracking = { file: `track-${version}.js`, integrity: integrityOf(track) };
  return {
    version,
    integrity,
    files: {
      "v1.js": loader,
      "runtime.js": runtime,
      [`${version}.js`]: pinned,
      "frame.js": frame,
      "track.js": track,
      [tracking.file]: track,
      "versions.json": `${JSON.stringify({ latest: version, versions: { [version]: { integrity } }, tracking })}\n`,
    },
  };
}

function integrityOf(text) {
  return `sha384-${createHash("sha384").update(text).digest("base64")}`;
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

async function readVersion() {
  const text = await bundle("version.ts", "esm");
  const { version } = await import(`data:text/javascript,${encodeURIComponent(text)}`);
  return version;
}
