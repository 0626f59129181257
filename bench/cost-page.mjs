import { markdownTable, short } from "./report.mjs";
import { planPerMonth, prices, readOn } from "./prices.mjs";

/** Parts of the bill, and the kinds of use in each. */
const parts = {
  requests: ["requests"],
  CPU: ["processorMs"],
  D1: ["rowsRead", "rowsWritten"],
  objects: ["objectCalls", "objectRowsRead", "objectRowsWritten"],
  queues: ["queueOperations"],
};

/** What the last run counted, times what Cloudflare asks. */
export function costPage(results) {
  const { date, standing } = results;
  const acts = [
    ...results.acts,
    { words: "Afterwards, once a caller's minute: the count is cleared", ...standing["limiter alarm"] },
  ];
  return `# What it costs to run

Written by \`node bench/cost.mjs\` from \`bench/results/latest.json\`: change the code or the prices, not this page.

- **Measured** (${date.slice(0, 10)}, \`npm run bench\`): how much of what each act uses. The meter sits around the database, the
  objects and the queues of the bundle that would be uploaded, and counts jobs, mail and chores too, as the average of twenty.
- **List prices** (read ${readOn} in Cloudflare's documentation, see below): what a million of each costs beyond what the plan includes.

## Dollars for a million of each act

${markdownTable([["act", ...Object.keys(parts), "**all**"], ...acts.map(dollarRow)])}

## The counts behind them

${markdownTable([["act", ...Object.values(prices).map(({ short }) => short)], ...acts.map(countRow)])}

## Dollars for a month of waiting

${markdownTable([["what", "how often", "dollars a month"], ...standingRows(standing)])}

A room that nobody watches, a limiter that nobody meets and an organization that does nothing cost nothing.

## List prices

${markdownTable([["what", "dollars a million", "included a month", "page"], ...priceRows()])}

The Workers Paid plan is ${planPerMonth} dollars a month and includes those amounts.

## Read with care

- CPU time is an upper bound: here the database, the objects and the queues work in the same process as the Worker. At sign-up and
  sign-in most of it is the password's hash, which is slow on purpose.
- A batch that a queue hands over is counted as a request, although the list speaks of inbound requests only.
- Objects are billed for the time they are awake as well (12.50 dollars for a million GB-s). A call keeps 128 MB awake for about a
  millisecond and a watched room sleeps between messages: 0.002 dollars for a million calls, left out.
- A page of the web app is one more request, to Pages; its calls to the API by service binding are not billed as requests.
- Left out too: storage; deleting what is over (a finished job after 30 days, an idempotency key after 48 hours: about as many rows as
  were written); and what mail and AI providers ask.
`;
}

function dollarRow(act) {
  const each = Object.values(parts).map((kinds) => dollarsFor(act, kinds));
  return [nameOf(act), ...each.map(money), `**${money(dollarsFor(act, Object.keys(prices)))}**`];
}

function countRow(act) {
  return [
    act.name ? `\`${act.name}\`` : act.words,
    ...Object.keys(prices).map((kind) => (act[kind] ? short(act[kind]) : "")),
  ];
}

function nameOf({ words, name }) {
  return name ? `${words} (\`${name}\`)` : words;
}

/** The sweeper and the cron trigger do the same chores; whichever is later finds nothing left. */
function standingRows({ clock, watching, ...alarms }) {
  const sweeper = { ...alarms["sweeper alarm"], rowsRead: clock.rowsRead, rowsWritten: clock.rowsWritten };
  return [
    ["The cron trigger, in each cell", "every minute", monthly(clock, 60)],
    ["The sweeper's alarm, in each cell", "every minute", monthly(sweeper, 60)],
    [`A room that ${watching} people watch day and night`, "every 45 s", monthly(alarms["room alarm"], 45)],
  ];
}

function monthly(bill, everySeconds) {
  const times = (30 * 86_400) / everySeconds;
  return money((dollarsFor(bill, Object.keys(prices)) * times) / 1_000_000);
}

/** For a million of it. */
function dollarsFor(bill, kinds) {
  return kinds.reduce((total, kind) => total + (bill[kind] ?? 0) * prices[kind].perMillion, 0);
}

function priceRows() {
  return Object.values(prices).map(({ what, perMillion, included, source }) => [
    what,
    perMillion.toFixed(3).replace(/0$/, ""),
    included,
    source,
  ]);
}

function money(dollars) {
  return dollars === 0 ? "" : dollars.toFixed(dollars < 0.1 ? 3 : 2);
}
