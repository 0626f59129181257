import "./node-version.mjs";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { stages } from "./checks/suites.mjs";
import { main } from "./local/arguments.mjs";
import { excerptOf, root, run, stopEverything } from "./local/commands.mjs";

const logs = join(root, ".cache/test");

/** `npm test`, or `npm test -- lint worker` for some of it. Everything is run even when something has failed. */
await main(async () => {
  const wanted = process.argv.slice(2);
  const isWanted = ({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word));
  for (const signal of ["SIGINT", "SIGTERM"])
    process.on(signal, () => void stopEverything().then(() => process.exit(130)));
  rmSync(logs, { recursive: true, force: true });
  mkdirSync(logs, { recursive: true });
  const results = [];
  for (const lanes of stages) {
    const sideBySide = await Promise.all(lanes.map((lane) => inTurn(lane.filter(isWanted))));
    results.push(...sideBySide.flat());
  }
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
});

async function inTurn(checks) {
  const results = [];
  for (const check of checks) {
    const begun = Date.now();
    const result = check.suite ? await runSuite(check) : await runCheck(check);
    tell(check, result, Date.now() - begun);
    results.push(result);
  }
  return results;
}

async function runCheck({ name, tool, args }) {
  const { code, output } = await run(tool, args, { log: logOf(name) });
  return code === 0
    ? { passed: 1, failed: 0, words: [] }
    : { passed: 0, failed: 1, words: [firstLines(output)] };
}

/** A suite counts its tests; one that breaks before it can count is a failure of its own. */
async function runSuite({ name, suite, shard }) {
  const report = logOf(name).replace(/\.log$/, ".json");
  const args = [
    "run",
    "--config",
    suite,
    ...(shard ? ["--shard", shard] : []),
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ];
  const { code, output } = await run("vitest", args, { log: logOf(name), env: { NODE_OPTIONS: "" } });
  const counted = readReport(report);
  if (!counted) return { passed: 0, failed: 1, words: [excerptOf(output, 40)] };
  if (code !== 0 && counted.failed === 0) return { ...counted, failed: 1, words: [excerptOf(output, 40)] };
  return counted;
}

function readReport(path) {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(path, "utf8"));
    const broken = testResults.filter(
      ({ status, assertionResults }) =>
        status === "failed" && assertionResults.every((test) => test.status !== "failed"),
    );
    const failures = testResults.flatMap(({ assertionResults }) =>
      assertionResults.filter(({ status }) => status === "failed"),
    );
    return {
      passed: numPassedTests,
      failed: numFailedTests + broken.length,
      words: [
        ...broken.map(({ name, message }) => `${relative(root, name)}\n${message}`),
        ...failures.map(({ fullName, failureMessages }) => `${fullName}\n${failureMessages.join("\n")}`),
      ],
    };
  } catch {
    return null;
  }
}

function tell({ name, suite }, { passed, failed, words }, ms) {
  const counts = suite ? `${passed} passed${failed ? `, ${failed} failed` : ""}, ` : "";
  console.log(`${failed ? "✗" : "✓"} ${name} (${counts}${Math.round(ms / 1000)} s)`);
  for (const text of words) console.log(`\n${indent(shorten(text))}\n`);
  if (failed) console.log(`  The whole log: ${relative(process.cwd(), logOf(name))}`);
}

function shorten(text) {
  const lines = text.split("\n").filter((line) => !/^\s+at .*(node_modules|new Promise)/.test(line));
  return lines.slice(0, 60).join("\n");
}

function firstLines(output) {
  return stripVTControlCharacters(output).trim().split("\n").slice(0, 60).join("\n");
}

function indent(text) {
  return text.replaceAll(/^/gm, "    ");
}

function logOf(name) {
  return join(logs, `${name.replaceAll(/[ ,]+/g, "-")}.log`);
}
