const targets = { meRatio: 2, gzipBytes: 700_000, liveP95: 1000 };

/** The same figures as a table for the terminal and for the page. */
export function tableOf(results) {
  return [aligned(routeRows(results)), "", ...sentences(results)].join("\n");
}

export function markdownOf(results) {
  const { date, machine } = results;
  return `# Measured ${date.slice(0, 10)}

\`npm run bench\` on ${machine.processors} processors (${machine.model}), Node ${machine.node}. The bundle that would be
uploaded and a bare Worker ran side by side, each in its own process, and were asked in short turns, so that what else the
machine did met both. p50 and p99 are of one caller after another; “× bare” compares p50 with the bare read or insert of the
same run; answers a second are of eight callers at once; processor time includes the database and everything else in the
process. Rows and calls come from a separate run with a meter and contain what follows from the act: jobs, mail, chores.

${markdownTable(routeRows(results))}

${sentences(results).join("\n")}

## What each act is billed

${markdownTable(billRows(results))}

These figures become money in [docs/cost.md](../../docs/cost.md).
`;
}

/** What the issue promised and this run did not keep, in words. */
export function missedTargets({ routes, bundle, live }) {
  const { ratio } = routes.find(({ name }) => name === "GET /v1/me by session");
  return [
    ratio > targets.meRatio &&
      `GET /v1/me took ${ratio.toFixed(2)} × a bare read; at most ${targets.meRatio} × is promised.`,
    bundle.gzipBytes > targets.gzipBytes &&
      `The bundle has ${kilobytes(bundle.gzipBytes)} kB gzip; at most 700 is promised.`,
    live.p95 > targets.liveP95 &&
      `A live message took ${live.p95.toFixed(0)} ms (p95); under a second is promised.`,
  ].filter(Boolean);
}

function routeRows({ routes, acts }) {
  const head = ["route", "p50 ms", "p99 ms", "× bare", "answers/s", "cpu ms", "rows read", "rows written"];
  const rows = routes.map((route) => {
    const bill = acts.find(({ name }) => name === route.name);
    return [
      route.name,
      route.p50.toFixed(2),
      route.p99.toFixed(2),
      route.ratio?.toFixed(2) ?? "",
      route.perSecond.toFixed(0),
      route.processorMs?.toFixed(2) ?? "",
      bill ? short(bill.rowsRead) : "",
      bill ? short(bill.rowsWritten) : "",
    ];
  });
  return [head, ...rows];
}

function billRows({ acts }) {
  const head = [
    "act",
    "requests",
    "rows read",
    "rows written",
    "object calls",
    "object rows written",
    "queue operations",
  ];
  const rows = acts.map((act) => [
    `${act.words} (\`${act.name}\`)`,
    ...[
      act.requests,
      act.rowsRead,
      act.rowsWritten,
      act.objectCalls,
      act.objectRowsWritten,
      act.queueOperations,
    ].map(short),
  ]);
  return [head, ...rows];
}

function sentences({ bundle, live }) {
  return [
    `Bundle: ${kilobytes(bundle.gzipBytes)} kB gzip.`,
    `A live message reached the second reader after ${live.p50.toFixed(0)} ms (p50), ${live.p95.toFixed(0)} ms (p95), of ${live.count}.`,
  ];
}

export function markdownTable([head, ...rows]) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, at) => (at === 0 ? "---" : "--:"))), ...rows.map(line)].join("\n");
}

function aligned(rows) {
  const widths = rows[0].map((_, at) => Math.max(...rows.map((row) => row[at].length)));
  return rows
    .map((row) =>
      row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join("  "),
    )
    .join("\n");
}

function kilobytes(bytes) {
  return (bytes / 1000).toFixed(0);
}

export function short(count) {
  return String(Math.round(count * 100) / 100);
}
