import type { Id } from "../../../db/ids";
import { unique, type World } from "../../test/world";

/** A paragraph a line, as the editor would send it. */
export function bodyOf(...lines: string[]) {
  return {
    type: "doc",
    content: lines.map((text) => ({ type: "paragraph", content: [{ type: "text", text }] })),
  };
}

export async function makeBusiness(world: World): Promise<Id<"business">> {
  const { client } = world.owner;
  const made = await client.post("/v1/businesses", {
    name: `Roastery ${unique()}`,
    website: "https://roastery.test/",
    description: "We roast coffee in small batches. Every bag says when it was roasted.",
  });
  return made.body.id;
}

/** A piece with words, of a business of its own where none is named. */
export async function makePiece(world: World, more: Record<string, unknown> = {}) {
  const businessId = more["businessId"] ?? (await makeBusiness(world));
  const { status, body } = await world.owner.client.post("/v1/pieces", {
    kind: "blog_post",
    businessId,
    title: "What a roasting date tells you",
    ...more,
  });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body;
}

export async function makeSequence(world: World, emails: number) {
  const sequence = await makePiece(world, {
    kind: "email_sequence",
    title: "Welcome",
    sequenceType: "onboarding",
  });
  const ids: string[] = [];
  for (let place = 1; place <= emails; place++) {
    const made = await world.owner.client.post(`/v1/pieces/${sequence.id}/emails`, {
      subjectLine: `Mail ${place}`,
      body: bodyOf(`Words of mail ${place}.`),
    });
    ids.push(made.body.id);
  }
  return { sequence, ids };
}
