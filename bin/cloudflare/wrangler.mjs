import { join } from "node:path";
import { excerptOf, Failure, root, run } from "../local/commands.mjs";

/** A deployment calls wrangler some twenty times; compiled once, it begins a fifth sooner. */
const environment = { CI: "true", NODE_COMPILE_CACHE: join(root, ".cache/compiled") };

/** Asks Cloudflare something through wrangler. What it said comes back, even when that is a refusal. */
export function tryWrangler(args, { input } = {}) {
  return run("wrangler", args, { input, env: environment });
}

/** The same, where only success will do, or a refusal that is fine too. */
export async function callWrangler(args, { input, complaint, fineIf } = {}) {
  const { code, output, stdout } = await tryWrangler(args, { input });
  if (code !== 0 && !fineIf?.test(output)) {
    throw new Failure(`${complaint ?? `“wrangler ${args.join(" ")}” failed.`}\n\n${excerptOf(output)}`);
  }
  return stdout;
}

export async function askJson(args, options) {
  const answer = await callWrangler(args, options);
  try {
    return JSON.parse(answer);
  } catch {
    throw new Failure(`“wrangler ${args.join(" ")}” did not answer with JSON:\n\n${excerptOf(answer)}`);
  }
}

/** Who is signed in, and to which account; said in words where that is nobody or not clear. All that follows is asked there. */
export async function chooseAccount() {
  const account = await readAccount();
  process.env.CLOUDFLARE_ACCOUNT_ID = account.id;
  return account;
}

async function readAccount() {
  const { stdout, output } = await tryWrangler(["whoami", "--json"]);
  const answer = readAnswer(stdout);
  if (!answer) throw new Failure(`Cloudflare could not be asked who you are.\n\n${excerptOf(output)}`);
  const { loggedIn, accounts = [] } = answer;
  if (!loggedIn) {
    throw new Failure(
      "Nobody is signed in to Cloudflare. Run “npx wrangler login”, or set CLOUDFLARE_API_TOKEN.",
    );
  }
  const chosen = process.env.CLOUDFLARE_ACCOUNT_ID;
  if (chosen) return accounts.find(({ id }) => id === chosen) ?? { id: chosen, name: chosen };
  if (accounts.length === 1) return accounts[0];
  const names = accounts.map(({ id, name }) => `  ${id}  ${name}`).join("\n");
  throw new Failure(`There is more than one account. Set CLOUDFLARE_ACCOUNT_ID to one of these:\n${names}`);
}

function readAnswer(stdout) {
  try {
    return JSON.parse(stdout);
  } catch {
    return null;
  }
}
