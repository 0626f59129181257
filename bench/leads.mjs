import "../bin/node-version.mjs";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { main } from "../bin/local/arguments.mjs";
import { buildWorker } from "../bin/local/builds.mjs";
import { root } from "../bin/local/commands.mjs";
import { createLoad } from "./load.mjs";
import { startMailProvider } from "./mail-provider.mjs";
import { makeVariables, startMetered, startProduct } from "./runtime.mjs";
import { seedProduct } from "./seed.mjs";
import { summaryOf } from "./statistics.mjs";

const mostRows = 1.2;
const mostMs = 100;
const [few, many, strangers] = [1000, 100_000, 900_000];
const lot = 50_000;
const rounds = 30;
const questions = [
  "/v1/leads?limit=100",
  "/v1/leads?limit=100&sort=-score",
  "/v1/leads?limit=100&sort=name",
  "/v1/leads?limit=100&sort=-value",
  "/v1/leads?limit=100&status=qualified",
  "/v1/leads?limit=100&assignedTo=me",
  "/v1/leads?limit=100&status=qualified&sort=-score",
  "/v1/leads/search?q=person",
  "/v1/leads/search?q=name1",
  "/v1/lead-board",
];

/**
 * By hand: `node bench/leads.mjs`. Rows read by lists, filters, search and the board with a hundred thousand leads in an
 * organization and a million in the database, beside a thousand in all; and how long each takes among the million.
 */
await main(async () => {
  const load = loadavg();
  await buildWorker();
  const mail = await startMailProvider();
  const variables = makeVariables(mail.address);
  try {
    const rows = await countRows(variables);
    const times = await time(variables);
    return publish({
      date: new Date().toISOString(),
      machine: { processors: cpus().length, load },
      rows,
      times,
    });
  } finally {
    await mail.stop();
  }
});

async function countRows(variables) {
  const product = await startMetered(variables);
  const load = createLoad(product.url);
  try {
    const houses = await housesIn(product.database, variables, load);
    const stages = await stagesOf(load, houses[0]);
    await fill(product.database, houses[0], stages, 1, few);
    const small = await rowsOf(load, houses[0]);
    await fillTheRest(product.database, houses, stages);
    const large = await rowsOf(load, houses[0]);
    return questions.map((path, index) => ({ path, small: small[index], large: large[index] }));
  } finally {
    load.close();
    await product.stop();
  }
}

async function time(variables) {
  const product = await startProduct(variables);
  const load = createLoad(product.url);
  try {
    const houses = await housesIn(product.database, variables, load);
    const stages = await stagesOf(load, houses[0]);
    await fill(product.database, houses[0], stages, 1, few);
    await fillTheRest(product.database, houses, stages);
    const samples = questions.map(() => []);
    for (let round = -2; round < rounds; round++)
      for (const [index, path] of questions.entries()) {
        const { ms } = await load.ask({ path, headers: headersOf(houses[0]) });
        if (round >= 0) samples[index].push(ms);
      }
    return questions.map((path, index) => ({ path, ...summaryOf(samples[index]) }));
  } finally {
    load.close();
    await product.stop();
  }
}

/** One person of each organization. */
async function housesIn(database, variables, load) {
  const callers = await seedProduct(database, variables);
  const firsts = Map.groupBy(callers, ({ organizationId }) => organizationId).values();
  const [mine, ...others] = [...firsts].map(([first]) => first);
  const { answer } = await load.ask({ path: "/v1/me", headers: headersOf(mine) });
  return [{ ...mine, owner: JSON.parse(answer).user.id }, ...others];
}

function headersOf({ cookie, organizationId }) {
  return { cookie, "tributary-organization": organizationId };
}

async function stagesOf(load, house) {
  const { answer } = await load.ask({ path: "/v1/lead-stages", headers: headersOf(house) });
  return JSON.parse(answer).data;
}

async function fillTheRest(database, [mine, ...others], stages) {
  await fill(database, mine, stages, few + 1, many - few);
  for (const other of others) await fill(database, other, stages, 1, strangers / others.length);
}

/** As the API would have written them, with what is kept beside: words, and totals of stages. */
async function fill(database, { organizationId, owner = null }, stages, from, count) {
  const code = organizationId.slice(-6);
  const ids = JSON.stringify(stages.map(({ id, status }) => ({ id, status })));
  for (let first = from; first < from + count; first += lot) {
    const last = Math.min(first + lot, from + count) - 1;
    await database
      .prepare(
        `with recursive numbers(n) as (select ?1 union all select n + 1 from numbers where n < ?2)
         insert into leads (id, organization_id, created_at, updated_at, is_listed, first_name, last_name, name_key, stage_id,
           stage_since, position, status, score, predicted_value, value_currency, assigned_to)
         select 'lead_00' || substr(?3, 7, 9) || printf('%013d', n), ?3, n, n, 1, 'Name' || n, 'Person', 'person name' || n,
           ?4 -> cast(n % 9 as integer) ->> 'id', n, printf('%013d', n), ?4 -> cast(n % 9 as integer) ->> 'status', n % 101,
           n % 5000, 'eur', case when n % 8 = 0 then ?5 end from numbers`,
      )
      .bind(first, last, organizationId, ids, owner)
      .run();
    await database
      .prepare(
        `insert into leads_fts (rowid, open, contact)
         select number, ?1 || 'name' || created_at || ' ' || ?1 || 'person', '' from leads
         where organization_id = ?2 and created_at between ?3 and ?4`,
      )
      .bind(code, organizationId, first, last)
      .run();
  }
  await database.batch([
    database.prepare("delete from lead_stage_totals where organization_id = ?").bind(organizationId),
    database
      .prepare(
        `insert into lead_stage_totals (organization_id, stage_id, currency, lead_count, value_sum)
         select organization_id, stage_id, value_currency, count(*), sum(predicted_value) from leads
         where organization_id = ? group by stage_id, value_currency`,
      )
      .bind(organizationId),
  ]);
}

async function rowsOf(load, house) {
  const rows = [];
  for (const path of questions) {
    const before = await rowsRead(load);
    await load.ask({ path, headers: headersOf(house) });
    rows.push((await rowsRead(load)) - before);
  }
  return rows;
}

async function rowsRead(load) {
  return JSON.parse((await load.ask({ path: "/bench/bills" })).answer).request?.rowsRead ?? 0;
}

function publish({ rows, times, ...about }) {
  const results = rows.map(({ path, small, large }, index) => ({ path, small, large, ...times[index] }));
  const folder = join(root, "bench/results");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "leads.json"), `${JSON.stringify({ ...about, results }, null, 2)}\n`);
  for (const { path, small, large, p50, p95 } of results)
    console.log(`${path}: ${small} → ${large} rows, p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`);
  const missed = results.filter(({ small, large, p95 }) => large > small * mostRows || p95 > mostMs);
  for (const { path } of missed) console.error(`A target was missed: ${path}`);
  return missed.length > 0 ? 1 : 0;
}
