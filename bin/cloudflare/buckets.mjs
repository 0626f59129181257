import { bucketNames } from "./configuration.mjs";
import { callWrangler } from "./wrangler.mjs";

const listing = ["r2", "bucket", "list"];

/** Makes the buckets that are missing. They stay private: only the Worker has a way in. */
export async function prepareBuckets(steps) {
  steps.begin("The bucket for files that visitors send");
  const existing = await steps.ask(listing, existingBuckets, []);
  for (const name of bucketNames) {
    if (existing.includes(name)) steps.note(`${name} is there.`);
    else
      await steps.change(`Creating ${name}.`, ["r2", "bucket", "create", name], {
        fineIf: /already exists/i,
        complaint: `${name} could not be made. R2 has to be switched on for the account once, in the dashboard.`,
      });
  }
}

/** Which of ours the account has. Wrangler tells it as a list of names. */
export async function existingBuckets() {
  const list = await callWrangler(listing);
  const names = new Set(list.split("\n").map((line) => line.replace(/^\s*name:\s*/, "").trim()));
  return bucketNames.filter((name) => names.has(name));
}
