import "../bin/node-version.mjs";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { main } from "../bin/local/arguments.mjs";
import { buildWorker } from "../bin/local/builds.mjs";
import { root } from "../bin/local/commands.mjs";
import { createLoad } from "./load.mjs";
import { startMailProvider } from "./mail-provider.mjs";
import { makeVariables, startBare, startMetered, startProduct } from "./runtime.mjs";
import { seedProduct } from "./seed.mjs";
import { measureSpeed } from "./speed.mjs";

/** What following a link may cost beside a Worker that only redirects; what a link's page may read with many clicks beside few. */
const mostSlower = 1.3;
const mostRows = 1.2;
const sizes = [10_000, 1_000_000];
const slug = "benched-link";
const lot = 100_000;
const linkId = (number) => `lnk_00${String(number).padStart(22, "0")}`;

await main(async () => {
  await buildWorker();
  const mail = await startMailProvider();
  const variables = makeVariables(mail.address);
  try {
    const speed = await timeRedirects(variables);
    const pages = await readPages(variables);
    return publish({ date: new Date().toISOString(), speed, pages });
  } finally {
    await mail.stop();
  }
});

async function timeRedirects(variables) {
  const product = await startProduct(variables);
  const bare = await startBare();
  const load = { product: createLoad(product.url), bare: createLoad(bare.url) };
  try {
    const [caller] = await seedProduct(product.database, variables);
    await seedLink(product.database, caller.organizationId, linkId(0));
    const headers = { "accept-language": "en", "user-agent": "Mozilla/5.0 (Windows NT 10.0) Firefox/143.0" };
    const next = () => ({ path: `/l/${slug}`, status: 302, headers });
    const bareNext = () => ({ path: "/redirect", status: 302, headers });
    const targets = [
      { load: load.bare, isBare: true, name: "bare redirect", next: bareNext },
      { load: load.product, name: "GET /l/:slug", against: "bare redirect", next },
    ];
    return await measureSpeed(targets, { product: product.processes, bare: bare.processes });
  } finally {
    for (const { close } of Object.values(load)) close();
    await Promise.all([product.stop(), bare.stop()]);
  }
}

async function readPages(variables) {
  const metered = await startMetered(variables);
  const load = createLoad(metered.url);
  try {
    const [caller] = await seedProduct(metered.database, variables);
    const { cookie, organizationId } = caller;
    const found = [];
    for (const [index, size] of sizes.entries()) {
      const link = linkId(index);
      await seedLink(metered.database, organizationId, link, `${slug}-${index}`);
      await seedClicks(metered.database, organizationId, link, size);
      found.push({ clicks: size, ...(await readPage(load, { cookie, organizationId }, link)) });
    }
    return found;
  } finally {
    load.close();
    await metered.stop();
  }
}

async function readPage(load, { cookie, organizationId }, link) {
  const headers = { cookie, "tributary-organization": organizationId };
  const paths = [`/v1/links/${link}`, `/v1/links/${link}/stats`, `/v1/links/${link}/clicks?limit=25`];
  const before = await rowsRead(load);
  const times = [];
  for (const path of paths) times.push((await load.ask({ path, headers })).ms);
  return { rowsRead: (await rowsRead(load)) - before, ms: times.reduce((sum, ms) => sum + ms, 0) };
}

async function rowsRead(load) {
  const bills = JSON.parse((await load.ask({ path: "/bench/bills" })).answer);
  return bills.request?.rowsRead ?? 0;
}

async function seedLink(database, organizationId, id, name = slug) {
  await database
    .prepare(
      `insert into managed_urls (id, organization_id, created_at, business_id, slug, name, url, updated_at)
       values (?, ?, 1, 'biz_00', ?, 'Benched', 'https://tributary.bench/', 1)`,
    )
    .bind(id, organizationId, name)
    .run();
  await database
    .prepare(
      `insert into directory (id, kind, key, organization_id, cell, resource_id, created_at, updated_at)
       values (?, 'link', ?, ?, '00', ?, 1, 1)`,
    )
    .bind(`dir_${name}`, name, organizationId, id)
    .run();
}

/** Over the last sixty days, from ten countries, each counted where it belongs. */
async function seedClicks(database, organizationId, link, size) {
  for (let from = 0; from < size; from += lot) {
    await database
      .prepare(
        `with recursive numbers(n) as (select ? union all select n + 1 from numbers where n + 1 < ?)
         insert into clicks (organization_id, link_id, click_id, created_at, device, verdict, reason, country)
         select ?, ?, 'clk_00' || printf('%022d', n), 1, 'mobile', 'human', 'looks_human', 'C' || (n % 10) from numbers`,
      )
      .bind(from, Math.min(from + lot, size), organizationId, link)
      .run();
  }
  const countries = JSON.stringify(
    Object.fromEntries(Array.from({ length: 10 }, (_, n) => [`C${n}`, size / 600])),
  );
  const devices = JSON.stringify({ mobile: size / 60 });
  for (let ago = 0; ago < 60; ago++) {
    const day = new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
    await database
      .prepare(
        `insert into link_days (organization_id, link_id, day, verdict, clicks, countries, devices, referrers)
         values (?, ?, ?, 'human', ?, ?, ?, '{}')`,
      )
      .bind(organizationId, link, day, Math.round(size / 60), countries, devices)
      .run();
  }
}

function publish({ date, speed, pages }) {
  const folder = join(root, "bench/results");
  mkdirSync(folder, { recursive: true });
  const redirect = speed.find(({ against }) => against);
  const rowRatio = pages[1].rowsRead / pages[0].rowsRead;
  const results = { date, speed, pages, rowRatio };
  writeFileSync(join(folder, "links.json"), `${JSON.stringify(results, null, 2)}\n`);
  for (const { name, p50, p95, perSecond } of speed)
    console.log(
      `${name}: p50 ${p50.toFixed(3)} ms, p95 ${p95.toFixed(3)} ms, ${Math.round(perSecond)} a second`,
    );
  console.log(
    `ratio ${redirect.ratio.toFixed(2)}, by round ${redirect.ratioByRound.toFixed(2)} (at most ${mostSlower})`,
  );
  for (const { clicks, rowsRead: rows, ms } of pages)
    console.log(`${clicks} clicks: ${rows} rows read, ${ms.toFixed(1)} ms`);
  const missed = redirect.ratioByRound > mostSlower || rowRatio > mostRows;
  if (missed) console.error("A target was missed.");
  return missed ? 1 : 0;
}
