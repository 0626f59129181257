import { unique, type World } from "../../test/world";

type Counts = { blogPosts?: number; socialPosts?: number; contentUpgrades?: number; emailSequences?: number };

export function orderFor(businessId: string, counts: Counts) {
  return {
    businessId,
    name: `Bundle ${unique()}`,
    periodStart: "2027-01-01",
    periodEnd: "2027-03-31",
    brief: { counts, platforms: ["linkedin", "x"] },
  };
}

export async function businessIn(world: World): Promise<string> {
  const { status, body } = await world.owner.client.post("/v1/businesses", {
    name: `Roastery ${unique()}`,
    description: "Coffee, roasted on the day it leaves.",
    primaryTopics: ["Brewing at home", "Choosing beans", "Milk and coffee"],
    primaryCta: "Order a bag",
  });
  if (status !== 201) throw new Error(`No business was made: ${JSON.stringify(body)}`);
  return String(body.id);
}
