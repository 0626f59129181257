// Writes docs/cost.md from the benchmark's last figures, or with --check says whether it is what they come to.
import { readFileSync, writeFileSync } from "node:fs";
import { costPage } from "./cost-page.mjs";

const target = new URL("../docs/cost.md", import.meta.url);
const page = costPage(JSON.parse(readFileSync(new URL("results/latest.json", import.meta.url), "utf8")));

if (!process.argv.includes("--check")) {
  writeFileSync(target, page);
  console.log("Wrote docs/cost.md.");
} else if (readFileSync(target, "utf8") !== page) {
  console.error("docs/cost.md is not what bench/results/latest.json comes to. Run “node bench/cost.mjs”.");
  process.exit(1);
} else {
  console.log("docs/cost.md follows the benchmark.");
}
