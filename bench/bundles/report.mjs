import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const titles = {
  speed: "Speed: 94 pieces, a model that thinks for 0.4 s and speaks a hundred words a second",
  whole: "A year: 12 articles, 365 posts, 2 upgrades, 2 sequences of 6 emails",
  faults: "The same year where one call in five fails (429, 500, cut stream, bad JSON)",
  kills: "The same year by `bin/start.mjs`, killed twenty times at random moments",
};

/** What was measured last, part by part. */
export function markdownOf(folder) {
  const parts = Object.keys(titles).flatMap((name) => {
    const path = join(folder, `bundles-${name}.json`);
    return existsSync(path) ? [section(titles[name], JSON.parse(readFileSync(path, "utf8")))] : [];
  });
  return `# Bundles, measured\n\nBy \`node bench/bundles.mjs\`; what each number means is said there.\n\n${parts.join("\n")}`;
}

function section(title, { date, machine, note, wrong, facts, ...measured }) {
  const lines = [
    `${date.slice(0, 16)}, ${machine.processors} processors, load ${machine.load[0]} before it began.${note ? ` ${note}` : ""}`,
    `Ended as ${facts.status}: ${facts.ready} ready and ${facts.failed} failed of ${facts.pieces}; ${facts.attempts} tries, ` +
      `${measured.calls} calls, ${facts.paid} paid; ${Math.round(measured.seconds)} seconds.`,
    ...Object.entries(figures).flatMap(([name, words]) =>
      measured[name] === undefined ? [] : words(measured[name]),
    ),
    wrong.length === 0 ? "Everything that must hold holds." : `Wrong: ${wrong.join("; ")}.`,
  ];
  return `## ${title}\n\n${lines.map((line) => `- ${line}`).join("\n")}\n`;
}

const figures = {
  startMs: (ms) => `The start, with all pieces planned and held: ${ms} ms.`,
  overheadMs: ({ p50, p95 }) =>
    `Beyond the model's own time a piece takes ${p50} ms at the median, ${p95} ms at the 95th.`,
  processorMsAPiece: (ms) => `Processor time of the product with its database, a piece: ${ms} ms.`,
  firstTextMs: ({ p50, p95 }) =>
    `From the model's first word to the first text in the room: ${p50} ms at the median, ${p95} ms at the 95th.`,
  faults: (count) => `${count} calls were made to fail.`,
  readyAtKills: (ready) => `Ready when it was killed: ${ready.join(", ")}.`,
};
