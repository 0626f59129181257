import { type Id, makeId, randomBytesPerId } from "../../../db/ids";
import { clicks } from "../../../db/schema/cell/links";
import type { World } from "../world";

/** A link of the victim's piece, and somebody who followed it. */
export async function makeLink(world: World, businessId: string, pieceId: string, canary: string) {
  const order = { businessId, pieceId, name: canary, url: `https://${canary}.test/` };
  const answer = await world.owner.client.post("/v1/links", order);
  const link: Id<"link"> = answer.body.id;
  const random = crypto.getRandomValues(new Uint8Array(randomBytesPerId));
  const click = makeId("click", world.cell, Date.now(), random);
  await world.database.insert(clicks).values({
    organizationId: world.id,
    linkId: link,
    clickId: click,
    createdAt: 0,
    device: "desktop",
    userAgent: canary,
    verdict: "human",
    reason: "looks_human",
  });
  return { link, click };
}
