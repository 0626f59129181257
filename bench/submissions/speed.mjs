import { caller } from "../bundles/order.mjs";
import { createLoad } from "../load.mjs";
import { startMailProvider } from "../mail-provider.mjs";
import { appUrl, makeVariables, startBare, startMetered, startProduct } from "../runtime.mjs";
import { seedBareBatch, seedProduct } from "../seed.mjs";
import { measureSpeed } from "../speed.mjs";
import { summaryOf } from "../statistics.mjs";
import { publishForm, showForm, visitorsOf } from "./visitors.mjs";

/** As many as the turns of `measureSpeed` ask for, and a few more. */
const visitorsTimed = 1560;
const visitorsApart = 60;
const [apartFirstMs, apartMs] = [5000, 120];
const visitorsMetered = 20;
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const most = { ratio: 2.5, rowsWritten: 12 };

/** A submission beside a bare Worker that does one batch of as many rows; what it writes, by a meter of its own. */
export async function timeSubmissions() {
  const mail = await startMailProvider();
  const variables = makeVariables(mail.address);
  try {
    const rowsWritten = await countRows(variables);
    const timed = await time(variables);
    const { ratio } = timed.routes.find(({ against }) => against);
    const wrong = [
      rowsWritten > most.rowsWritten && `${rowsWritten} rows are written, of ${most.rowsWritten}`,
      timed.bareRows !== rowsWritten && `the bare Worker writes ${timed.bareRows} rows, not ${rowsWritten}`,
      ratio > most.ratio && `it takes ${ratio.toFixed(2)} × the bare batch, of ${most.ratio}`,
      timed.states.some(({ state }) => state !== "kept") && "some were taken for spam",
    ].filter(Boolean);
    return { rowsWritten, ...timed, wrong };
  } finally {
    await mail.stop();
  }
}

async function time(variables) {
  const product = await startProduct(variables);
  const bare = await startBare();
  const load = { product: createLoad(product.url), bare: createLoad(bare.url) };
  try {
    const visitors = await visitorsFor(product, variables, load.product, visitorsTimed);
    await seedBareBatch(bare.database);
    const [{ path, body }] = visitors;
    const asBare = () => ({ method: "POST", path: "/batch", body, status: 201 });
    const coming = visitors.values();
    const targets = [
      { load: load.bare, isBare: true, name: "bare batch", next: asBare },
      {
        load: load.product,
        name: "POST /f/:id/submissions",
        against: "bare batch",
        next: () => questionOf(coming.next().value),
      },
    ];
    const { rows: bareRows } = JSON.parse((await load.bare.ask(asBare())).answer);
    const routes = await measureSpeed(targets, { product: product.processes, bare: bare.processes });
    const apart = await timeApart(targets);
    const states = await statesOf(product.database, path);
    return { routes, apart, bareRows, states };
  } finally {
    for (const { close } of Object.values(load)) close();
    await Promise.all([product.stop(), bare.stop()]);
  }
}

/** One by one with time between them, so that nobody waits for what follows from the one before. */
async function timeApart(targets) {
  const samples = targets.map(() => []);
  await pause(apartFirstMs);
  for (let visitor = 0; visitor < visitorsApart; visitor++) {
    for (const [index, { load, next }] of targets.entries()) {
      samples[index].push((await load.ask(next())).ms);
      await pause(apartMs);
    }
  }
  const [bare, product] = samples.map(summaryOf);
  return { bare, product, ratio: product.p50 / bare.p50 };
}

async function countRows(variables) {
  const metered = await startMetered(variables);
  const load = createLoad(metered.url);
  try {
    const visitors = await visitorsFor(metered, variables, load, visitorsMetered);
    const [first, ...others] = visitors;
    // The first of a day writes what the whole day uses.
    await load.ask(questionOf(first));
    await pause(apartFirstMs);
    const before = await rowsWrittenBy(load);
    for (const visitor of others) await load.ask(questionOf(visitor));
    return ((await rowsWrittenBy(load)) - before) / others.length;
  } finally {
    load.close();
    await metered.stop();
  }
}

async function visitorsFor({ url, database }, variables, load, count) {
  const [{ cookie, organizationId }] = await seedProduct(database, variables);
  const headers = { cookie, "tributary-organization": organizationId, origin: appUrl };
  const visitors = visitorsOf(await publishForm(caller(url, headers)), count);
  await showForm(visitors, async (visitor) => (await load.ask(lookOf(visitor))).answer, 8);
  return visitors;
}

function lookOf({ shownBy, headers }) {
  return { path: shownBy, headers };
}

function questionOf({ path, headers, body }) {
  return { method: "POST", path, headers, body, status: 201 };
}

async function rowsWrittenBy(load) {
  return JSON.parse((await load.ask({ path: "/bench/bills" })).answer).request?.rowsWritten ?? 0;
}

async function statesOf(database, path) {
  const { results } = await database
    .prepare("select state, count(*) as count from form_submissions where form_id = ? group by state")
    .bind(path.split("/")[2])
    .all();
  return results;
}
