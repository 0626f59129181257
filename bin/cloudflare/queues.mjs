import { queueNames } from "./configuration.mjs";
import { callWrangler } from "./wrangler.mjs";

const listing = ["queues", "list"];

/** Makes the queues that are missing, each with the one for its dead letters. */
export async function prepareQueues(steps) {
  steps.begin("Queues, and one for the dead letters of each");
  const existing = await steps.ask(listing, existingQueues, []);
  for (const name of existing) steps.note(`${name} is there.`);
  const missing = queueNames.filter((name) => !existing.includes(name));
  // The list may be cut off where an account has very many; then making one says that it is there.
  const create = (name) =>
    steps.change(`Creating ${name}.`, ["queues", "create", name], { fineIf: /already taken/i });
  await Promise.all(missing.map(create));
}

/** Which of ours the account has. Wrangler tells it as a table. */
export async function existingQueues() {
  const table = await callWrangler(listing);
  const cells = new Set(table.split(/[│\n]/).map((cell) => cell.trim()));
  return queueNames.filter((name) => cells.has(name));
}
