const columns = ["act", "p50 ms", "p99 ms", "per second", "× bare", "rows read", "rows written"];

/** For the terminal. */
export function asTable(result) {
  const rows = [columns, ...rowsOf(result)];
  const widths = columns.map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])))
      .join("  "),
  );
  return `\n${lines.join("\n")}\n\nWorker bundle: ${kilobytes(result)} kB gzip`;
}

/** To be kept beside the code, so that a change can be read in its history. */
export function asMarkdown(result) {
  const { date, machine, tenants } = result;
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return `# Measured ${date}

\`npm run bench\` on ${machine.processors} processors (${machine.model}), Node ${machine.node}, ${tenants} tenants.
The bundle that would be uploaded runs in miniflare beside a bare Worker, in turns, in the same run. p50 and p99 are
what one caller waits; “per second” is the best of two rounds with sixteen callers. Rows are D1's, with all that follows
from the act: deferred notes, jobs, mail.

${[line(columns), line(columns.map((_, column) => (column === 0 ? "---" : "--:"))), ...rowsOf(result).map(line)].join("\n")}

The Worker's bundle: ${kilobytes(result)} kB gzip.
`;
}

function rowsOf({ acts, costs }) {
  return acts.map(({ name, p50, p99, perSecond, ratio }) => [
    name,
    p50.toFixed(2),
    p99.toFixed(2),
    String(Math.round(perSecond)),
    ratio === undefined ? "" : ratio.toFixed(2),
    costs[name] ? shown(costs[name].read) : "",
    costs[name] ? shown(costs[name].written) : "",
  ]);
}

function shown(number) {
  return String(Math.round(number * 10) / 10);
}

function kilobytes({ bundle }) {
  return Math.round(bundle.gzipBytes / 1024);
}
