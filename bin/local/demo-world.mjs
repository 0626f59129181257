import { randomBytes } from "node:crypto";
import { withDatabases } from "./database.mjs";
import { loadModule } from "./modules.mjs";
import { isSeeded, noteSeeded } from "./state.mjs";

const source = `
  import { drizzle } from "drizzle-orm/d1";
  import { seedWorld } from "./db/seed/world";
  import { hashPassword } from "./worker/people/password";
  export const load = (binding, ground) =>
    seedWorld({ ...ground, control: drizzle(binding) }, (password) => hashPassword(password, ground.random));
`;

/** Fills a new database with the demo world; one that already has people is left as it is. */
export async function loadDemoWorld(state) {
  if (isSeeded(state)) return false;
  const loaded = await withDatabases(state, async ({ DB }) => {
    if (await DB.prepare("select 1 from users limit 1").first()) return false;
    const { load } = await loadModule(source, "demo-world");
    await load(DB, { now: Date.now(), random: (count) => randomBytes(count) });
    return true;
  });
  noteSeeded(state, loaded ? "demo world" : "had people already");
  return loaded;
}
