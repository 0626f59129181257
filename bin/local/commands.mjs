import { spawn } from "node:child_process";
import { appendFileSync, createWriteStream, existsSync, mkdirSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";

export const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/[/\\]$/, "");

/** A sentence for the person at the terminal; anything else that is thrown is our own mistake and shows its stack. */
export class Failure extends Error {}

const living = new Map();
let isOver = false;

/** Runs one of the project's own tools to its end. Its words go to the log; what it said comes back. */
export async function run(tool, args, { env = {}, log, cwd = root, input } = {}) {
  const child = launch(tool, args, { env, cwd, input });
  let output = "";
  let stdout = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      output += text;
      if (stream === child.stdout) stdout += text;
      if (log) appendFileSync(log, text);
    });
  }
  const code = await new Promise((resolve) => child.on("close", (exitCode) => resolve(exitCode ?? 1)));
  return { code, output, stdout };
}

/** Starts a tool that keeps running. `stop` ends it with everything it started. */
export function keepRunning(tool, args, { env = {}, log, cwd = root }) {
  const child = launch(tool, args, { env, cwd });
  const file = createWriteStream(log, { flags: "a" });
  child.stdout.pipe(file, { end: false });
  child.stderr.pipe(file, { end: false });
  return { ended: living.get(child.pid), stop: () => stopGroup(child.pid) };
}

/** Ends whatever still runs, with everything it started; nothing is started after it. */
export function stopEverything() {
  isOver = true;
  return Promise.all([...living.keys()].map((pid) => stopGroup(pid)));
}

export function openLog(path) {
  mkdirSync(dirname(path), { recursive: true });
  appendFileSync(path, `\n— ${new Date().toISOString()} —\n`);
  return path;
}

/** What went wrong, out of what a tool said: its first complaint and the lines after it, or else the end. */
export function excerptOf(output, lines = 14) {
  const all = stripVTControlCharacters(output).trimEnd().split("\n");
  const first = all.findIndex((line) => complaint.test(line));
  return (first < 0 ? all.slice(-lines) : all.slice(first, first + lines)).join("\n");
}

const complaint = /\[ERROR\]|\berror(?:"|\b.*):|✘|^Error\b|Could not/i;

/** Each tool leads a process group of its own, so that its children can be ended with it. */
function launch(tool, args, { env, cwd, input }) {
  if (isOver) throw new Failure("Stopped.");
  const script = tool.endsWith(".mjs") ? join(root, tool) : join(root, "node_modules/.bin", tool);
  if (!existsSync(script)) throw new Failure(`“${tool}” is not installed. Run “npm ci” first.`);
  const child = spawn(process.execPath, [script, ...args], {
    cwd,
    detached: true,
    stdio: [input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
    env: { ...process.env, ...quietTools, PATH: ourPath(), ...env },
  });
  child.stdin?.on("error", () => undefined).end(input);
  const ended = new Promise((resolve) => child.on("exit", (code) => resolve(code ?? 1)));
  living.set(child.pid, ended);
  void ended.then(() => living.delete(child.pid));
  return child;
}

/** No banner, no reports, and nothing asked from the network. */
const quietTools = {
  WRANGLER_HIDE_BANNER: "true",
  WRANGLER_SEND_METRICS: "false",
  WRANGLER_SEND_ERROR_REPORTS: "false",
  CLOUDFLARE_CF_FETCH_ENABLED: "false",
  WRANGLER_LOG_PATH: join(root, ".cache/log"),
  NO_COLOR: "1",
  FORCE_COLOR: "0",
};

function ourPath() {
  return [join(root, "node_modules/.bin"), process.env.PATH ?? ""].join(delimiter);
}

async function stopGroup(pid) {
  signalGroup(pid, "SIGTERM");
  const late = setTimeout(() => signalGroup(pid, "SIGKILL"), 4000);
  await living.get(pid);
  clearTimeout(late);
  signalGroup(pid, "SIGKILL");
}

function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // The group is already gone.
  }
}
