import { routes } from "../../app";
import type { Contract } from "../../kernel/contract";
import type { Answer, Client } from "../client";
import { forgiveLimits, type World } from "../world";
import { sampleBody, samplePath } from "./sample";
import type { Victim } from "./victim";

export const contracts = routes.map(({ contract }) => contract);
export const named = contracts.map(
  (contract) => [`${contract.method.toUpperCase()} ${contract.path}`, contract] as const,
);

/** A route as its contract says that it is called, with the victim's ids wherever it takes one. */
export function ask(
  { ids }: Victim,
  client: Client,
  contract: Contract,
  body: unknown = sampleBody(contract, ids),
): Promise<Answer> {
  const { path } = samplePath(contract, ids);
  return client.send(contract.method.toUpperCase(), path, {
    headers: body === undefined ? {} : { "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** These tests ask more often than anybody may: each begins with its limits untouched. */
export async function forgiveAll(victim: Victim, stranger: World): Promise<void> {
  for (const subject of ["address:unknown", `user:${victim.world.owner.id}`, `user:${stranger.owner.id}`]) {
    await forgiveLimits(subject);
  }
}
