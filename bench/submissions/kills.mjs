import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findFreePort } from "../../bin/local/ports.mjs";
import { openDatabaseOf, signIn, startReal } from "../real-product.mjs";
import { checkTruth, countKept } from "./truth.mjs";
import { atOnce, publishForm, showForm, visitorsOf } from "./visitors.mjs";

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const patienceMs = 30_000;
const againMs = 500;
const triesMost = 400;

/**
 * Visitors at so many connections, and the whole product killed in their midst. Whoever gets no answer sends the same
 * again, as the embedded form does.
 */
export async function killWhileSending({ count, width, kills, followUpMs, say = () => undefined }) {
  const directory = mkdtempSync(join(tmpdir(), "tributary-kills-"));
  const port = await findFreePort();
  const run = { directory, port };
  const state = { product: await startReal(run), answered: [], unanswered: 0, refusals: {} };
  try {
    const formId = await publishForm(await signIn(port));
    const url = `http://localhost:${port}`;
    const visitors = visitorsOf(formId, count);
    say(`${count} are shown the form …`);
    await showForm(visitors, (visitor) => look(url, visitor), width);
    const begun = Date.now();
    const [atKills] = await Promise.all([
      killInBetween({ state, run, formId, count, kills, say }),
      atOnce(visitors, width, (visitor) => sendUntilAnswered(url, visitor, state)),
    ]);
    const seconds = (Date.now() - begun) / 1000;
    say("All are answered; what follows is waited for …");
    const followUp = await untilFollowedUp(directory, formId, followUpMs);
    const { unanswered, refusals, answered } = state;
    const { all, close } = openDatabaseOf(directory);
    const truth = await checkTruth(all, { formId, count, answered });
    close();
    return { count, width, kills, atKills, seconds, unanswered, refusals, followUp, ...truth };
  } finally {
    state.product.kill();
    rmSync(directory, { recursive: true, force: true });
  }
}

async function look(url, { shownBy, headers }) {
  const response = await fetch(`${url}${shownBy}`, { headers });
  if (!response.ok) throw new Error(`${shownBy} answered ${response.status}: ${await response.text()}`);
  return await response.text();
}

async function sendUntilAnswered(url, visitor, state) {
  for (let tries = 1; tries <= triesMost; tries++) {
    const answer = await send(url, visitor);
    if (answer?.status === 201) {
      const { id } = JSON.parse(answer.text);
      return void state.answered.push({ id, email: visitor.body.answers.email, tries });
    }
    if (answer) state.refusals[answer.status] = (state.refusals[answer.status] ?? 0) + 1;
    else state.unanswered++;
    await pause(againMs);
  }
  throw new Error("A visitor was never answered.");
}

/** Null where no answer came, or not all of it. */
async function send(url, { path, headers, body }) {
  try {
    const response = await fetch(`${url}${path}`, {
      method: "POST",
      headers: { ...headers, "content-type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(patienceMs),
    });
    return { status: response.status, text: await response.text() };
  } catch {
    return null;
  }
}

/** At moments that nobody chose, one in each part of the way; what was answered by then must be there already. */
async function killInBetween({ state, run, formId, count, kills, say }) {
  const moments = [];
  for (let kill = 0; kill < kills; kill++) {
    const at = Math.floor((count * (kill + 0.3 + Math.random() * 0.6)) / kills);
    while (state.answered.length < at) await pause(5);
    state.product.kill();
    const answered = [...state.answered];
    const { all, close } = openDatabaseOf(run.directory);
    const missing = answered.length - (await countKept(all, formId, answered));
    const [{ kept }] = await all(`select count(*) as kept from form_submissions where form_id = '${formId}'`);
    close();
    moments.push({ answered: answered.length, kept, missing });
    say(`Killed with ${answered.length} answered: ${kept} were kept, ${missing} were missing.`);
    state.product = await startReal(run);
  }
  return moments;
}

/** The jobs that bring up what a visitor need not wait for. */
async function untilFollowedUp(directory, formId, mostMs) {
  const begun = Date.now();
  for (;;) {
    const { all, close } = openDatabaseOf(directory);
    const [{ left }] = await all(`select count(*) as left from jobs where type = 'submissions.follow_up'
      and payload ->> 'formId' = '${formId}' and status <> 'completed'`);
    close();
    const seconds = (Date.now() - begun) / 1000;
    if (left === 0 || seconds * 1000 > mostMs) return { seconds, left };
    await pause(1000);
  }
}
