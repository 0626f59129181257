import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { buildWeb, buildWorker, workerBundle } from "../local/builds.mjs";
import { Failure, root } from "../local/commands.mjs";
import { callWrangler } from "./wrangler.mjs";

const kilobyte = 1024;
/** What we allow ourselves; Cloudflare's own limit is 3 MB on the free plan. */
const workerBudget = 700 * kilobyte;
const rendererLimit = 3 * kilobyte * kilobyte;

/** Builds both bundles and says what they weigh as they travel. What is too heavy is not deployed. */
export async function buildAndWeigh(steps) {
  steps.begin("Build both bundles");
  const took = Date.now();
  await Promise.all([buildWorker(), buildWeb()]);
  const worker = gzipped(workerBundle);
  const renderer = await weighRenderer();
  steps.note(`API Worker    ${inKilobytes(worker)} gzip of ${inKilobytes(workerBudget)} allowed`);
  steps.note(`Web renderer  ${inKilobytes(renderer)} gzip of ${inKilobytes(rendererLimit)} allowed on Pages`);
  steps.note(`Web assets    ${inKilobytes(weighAssets())} gzip in all`);
  steps.note(`Built in ${((Date.now() - took) / 1000).toFixed(1)} s.`);
  if (worker > workerBudget)
    throw new Failure(`The API Worker is ${inKilobytes(worker - workerBudget)} over its budget.`);
  if (renderer > rendererLimit) throw new Failure("The web app's renderer is too heavy for Pages.");
}

/** What Pages makes of web/functions and the server build, exactly as it would be uploaded. */
async function weighRenderer() {
  const folder = mkdtempSync(join(tmpdir(), "tributary-renderer-"));
  try {
    await callWrangler(
      [
        "--cwd",
        "web",
        "pages",
        "functions",
        "build",
        "--outdir",
        folder,
        "--build-output-directory",
        "build/client",
      ],
      {
        complaint: "The web app's renderer does not build.",
      },
    );
    return gzipped(join(folder, "index.js"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function weighAssets() {
  const folder = join(root, "web/build/client/assets");
  return readdirSync(folder).reduce((sum, name) => sum + gzipped(join(folder, name)), 0);
}

function gzipped(path) {
  return gzipSync(readFileSync(path), { level: 9 }).length;
}

function inKilobytes(bytes) {
  return `${Math.ceil(bytes / kilobyte).toLocaleString("en")} kB`;
}
