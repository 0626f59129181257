import type { Spelling } from "../../db/seed/leads";
import { seedLeads } from "../../db/seed/leads";
import { companyKeyOf, companyNameKey } from "../companies/keys";
import { matchKeyOf, nameKeyOf, phoneKey } from "../leads/pure/match";
import { positionOnTop } from "../leads/pure/position";
import { indexText } from "../leads/pure/words";
import type { World } from "./world";

export const spelling: Spelling = {
  leadKeys: (lead) => ({
    matchKey: matchKeyOf(lead),
    phoneKey: phoneKey(lead.phone),
    nameKey: nameKeyOf(lead),
  }),
  companyKeys: (company) => ({ matchKey: companyKeyOf(company), nameKey: companyNameKey(company.name) }),
  positionOnTop,
  words: indexText,
};

/** The year of leads that the demo has, in a test's own organization, ending at that time. */
export async function seedDemoYear({ id, database, owner }: World, now: number): Promise<void> {
  const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));
  const sellers = new Map([["Mateus", owner.id]]);
  await seedLeads(
    { control: database, now, random },
    { organizationId: id, owner: owner.id, sellers },
    spelling,
  );
}
