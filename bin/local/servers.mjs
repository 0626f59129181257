import { readFileSync } from "node:fs";
import { buildWeb, buildWorker, workerBundle } from "./builds.mjs";
import { excerptOf, Failure, openLog } from "./commands.mjs";
import { migrate } from "./database.mjs";
import { loadDemoWorld } from "./demo-world.mjs";
import { isFree } from "./ports.mjs";
import { serveSampleSite } from "./sample-site.mjs";
import { serveBuilt, serveFromSource } from "./serve.mjs";
import { openState, useBundle, writeConfigs } from "./state.mjs";
import { assertSettings, localVariables } from "./variables.mjs";

const patienceMs = 90_000;
/** While Pages waits for the Worker it answers 503; longer than this, something is wrong. */
const brokenMs = 15_000;

/**
 * Brings up the whole product on one port: built, migrated, with its demo world and the sample website. Resolves once
 * both the web app and the API answer; `stop` leaves no process behind.
 */
export async function startProduct({ port, directory, watch = false, say = () => undefined }) {
  if (!(await isFree(port))) {
    throw new Failure(
      `Port ${port} is taken. Stop what runs there, or choose another: npm start -- --port ${port + 1}`,
    );
  }
  const state = openState(directory);
  openLog(state.logPath);
  const site = await serveSampleSite(port + 1);
  try {
    const { seeded } = await prepare({ state, port, site, watch, say });
    say("Starting the servers …");
    const server = await (watch ? serveFromSource : serveBuilt)({ state, port });
    await untilReady({ port, state, server });
    return {
      state,
      site,
      seeded,
      ended: server.ended,
      stop: () => Promise.all([server.stop(), site.stop()]),
    };
  } catch (error) {
    await site.stop();
    throw error;
  }
}

async function prepare({ state, port, site, watch, say }) {
  const variables = localVariables({ secrets: state.secrets, port, sampleHosts: site.hosts });
  await assertSettings(variables);
  const bindings = await writeConfigs(state, variables);
  say("Building and preparing the database …");
  const { logPath: log } = state;
  const [, , seeded] = await Promise.all([
    watch ? null : buildWeb({ log }),
    watch ? null : buildWorker({ log }).then(() => useBundle(state, workerBundle)),
    migrate(state, bindings).then(() => loadDemoWorld(state, site)),
  ]);
  return { seeded };
}

async function untilReady({ port, state, server }) {
  const life = { isOver: false };
  void server.ended.then(() => (life.isOver = true));
  const begun = Date.now();
  let answer = { isReady: false, words: "they do not answer" };
  let brokenSince = null;
  while (!life.isOver && Date.now() - begun < patienceMs) {
    answer = await ask(port);
    if (answer.isReady) return;
    brokenSince = answer.isBroken ? (brokenSince ?? Date.now()) : null;
    if (brokenSince && Date.now() - brokenSince > brokenMs) break;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  const reason = life.isOver
    ? "The servers stopped while starting."
    : `The servers started, but ${answer.words}.`;
  await server.stop();
  throw new Failure(`${reason} ${whatTheLogSays(state.logPath)}`);
}

function whatTheLogSays(path) {
  const thisStart = readFileSync(path, "utf8").split("\n— ").at(-1) ?? "";
  return `The log says:\n\n${excerptOf(thisStart)}\n\nThe whole log: ${path}`;
}

/** Ready means that the API says so and that the web app renders its first page. */
async function ask(port) {
  for (const path of ["/v1/health", "/"]) {
    try {
      const response = await fetch(`http://localhost:${port}${path}`, {
        signal: AbortSignal.timeout(10_000),
      });
      await response.arrayBuffer();
      if (!response.ok)
        return { isBroken: response.status >= 500, words: `${path} answers ${response.status}` };
    } catch {
      return { words: `${path} does not answer` };
    }
  }
  return { isReady: true };
}
