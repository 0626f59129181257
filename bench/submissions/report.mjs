import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const sections = { speed: speedLines, kills: killsLines };
const titles = {
  speed: "Speed: beside a bare Worker that does one batch of as many rows",
  kills: "Kills: the whole product by `bin/start.mjs`, ended with SIGKILL in the middle",
};

/** What was measured last, part by part. */
export function markdownOf(folder) {
  const parts = Object.keys(sections).flatMap((name) => {
    const path = join(folder, `submissions-${name}.json`);
    return existsSync(path) ? [section(name, JSON.parse(readFileSync(path, "utf8")))] : [];
  });
  return `# Submissions, measured\n\nBy \`node bench/submissions.mjs\`; what each number means is said there.\n\n${parts.join("\n")}`;
}

function section(name, result) {
  const { date, machine, note, wrong } = result;
  const lines = [
    `${date.slice(0, 16)}, ${machine.processors} processors, load ${machine.load[0]} before it began.${note ? ` ${note}` : ""}`,
    ...sections[name](result),
    wrong.length === 0 ? "Everything that must hold holds." : `Wrong: ${wrong.join("; ")}.`,
  ];
  return `## ${titles[name]}\n\n${lines.map((line) => `- ${line}`).join("\n")}\n`;
}

function speedLines({ routes, apart, rowsWritten, bareRows }) {
  const sent = routes.find(({ against }) => against);
  return [
    `Rows written: ${rowsWritten}; by the bare Worker ${bareRows}.`,
    ...routes.map(
      ({ name, p50, p95, perSecond, processorMs }) =>
        `${name}: ${p50.toFixed(2)} ms at the median, ${p95.toFixed(2)} ms at the 95th; ${Math.round(perSecond)} a second ` +
        `by eight at once, ${processorMs?.toFixed(2) ?? "?"} ms of processor time.`,
    ),
    `${sent.ratio.toFixed(2)} × the bare batch at the median, ${sent.ratioByRound.toFixed(2)} × as the median of the rounds (at most 2.5).`,
    `Apart, when what follows from one is done before the next comes: ${apart.product.p50.toFixed(2)} ms beside ` +
      `${apart.bare.p50.toFixed(2)} ms, ${apart.ratio.toFixed(2)} ×.`,
  ];
}

function killsLines({ count, width, atKills, seconds, unanswered, refusals, followUp, facts }) {
  const refused = Object.entries(refusals).map(([status, times]) => `${times} × ${status}`);
  return [
    `${count} submissions at ${width} parallel connections in ${Math.round(seconds)} seconds, restarts included.`,
    ...atKills.map(
      ({ answered, kept, missing }) =>
        `Killed when ${answered} were answered: ${kept} were kept by then, ${missing} of the answered were missing.`,
    ),
    `No answer came ${unanswered} times${refused.length > 0 ? `, and another than success ${refused.join(", ")}` : ""}; the same was sent again.`,
    `In the end ${facts.answered} were answered with success; ${facts.submissions} submissions, ${facts.leads} leads, ${facts.facts} facts, ${facts.jobs} jobs.`,
    `${facts.jobs - followUp.left} jobs were done ${Math.round(followUp.seconds)} seconds after the last answer.`,
  ];
}
