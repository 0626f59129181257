import { randomBytes } from "node:crypto";
import { withDatabases } from "./database.mjs";
import { loadModule } from "./modules.mjs";
import { isSeeded, noteSeeded } from "./state.mjs";

const source = `
  import { drizzle } from "drizzle-orm/d1";
  import { seedWorld } from "./db/seed/world";
  import { hashPassword } from "./worker/people/passwords/password";
  import { leadToSite } from "./db/seed/site";
  import { companyKeyOf, companyNameKey } from "./worker/companies/keys";
  import { matchKeyOf, nameKeyOf, phoneKey } from "./worker/leads/pure/match";
  import { positionOnTop } from "./worker/leads/pure/position";
  import { indexText } from "./worker/leads/pure/words";
  const spelling = {
    leadKeys: (lead) => ({ matchKey: matchKeyOf(lead), phoneKey: phoneKey(lead.phone), nameKey: nameKeyOf(lead) }),
    companyKeys: (company) => ({ matchKey: companyKeyOf(company), nameKey: companyNameKey(company.name) }),
    positionOnTop,
    words: indexText,
  };
  export const load = async (binding, given, site) => {
    const ground = { ...given, control: drizzle(binding) };
    await seedWorld(ground, (password) => hashPassword(password, ground.random), spelling);
    await leadToSite(ground, site);
  };
`;

/** Fills a new database with the demo world; one that already has people is left as it is. */
export async function loadDemoWorld(state, site) {
  if (isSeeded(state)) return false;
  const loaded = await withDatabases(state, async ({ DB }) => {
    if (await DB.prepare("select 1 from users limit 1").first()) return false;
    const { load } = await loadModule(source, "demo-world");
    await load(DB, { now: Date.now(), random: (count) => randomBytes(count) }, `${site.address}/`);
    return true;
  });
  noteSeeded(state, loaded ? "demo world" : "had people already");
  return loaded;
}
