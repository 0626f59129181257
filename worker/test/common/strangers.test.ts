import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createPerson, createWorld, type World } from "../world";
import { ask, forgiveAll, named } from "./ask";
import { createVictim, photograph, type Victim } from "./victim";

let victim: Victim;
let stranger: World;

beforeAll(async () => {
  victim = await createVictim();
  stranger = await createWorld({ planSlug: "agency" });
});

beforeEach(async () => {
  await forgiveAll(victim, stranger);
});

describe("TEN-01 every route, called with another organization's ids", () => {
  const reachable = named.filter(([, contract]) => contract.access !== "operator");
  const withIds = reachable.filter(
    ([, contract]) => /\{\w+Id\}/.test(contract.path) && contract.access !== "public",
  );
  it.each(withIds)("%s is not there for a stranger, and nothing changes", async (_, contract) => {
    const before = await photograph(victim);
    const missing = await ask(victim, stranger.owner.client, contract);
    expect(missing).toMatchObject({ status: 404, body: { code: "not_found" } });
    expect(await photograph(victim)).toBe(before);
  });

  const organizational = reachable.filter(([, { access }]) => access === "organization");
  it.each(organizational)("%s does not let a stranger name the organization", async (_, contract) => {
    const before = await photograph(victim);
    const outsider = await createPerson();
    const answer = await ask(victim, outsider.client.in(victim.world.id), contract);
    expect(answer.status).toBe(404);
    expect(await photograph(victim)).toBe(before);
  });
});
