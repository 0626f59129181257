import type { Id } from "../../../db/ids";
import { campaignEvents, campaigns, visitorIdentities, visitors } from "../../../db/schema/cell/visitors";
import { testBase } from "../base";
import type { World } from "../world";

/** A browser of the victim's lead, what it did, and the campaign it came by. */
export async function makeVisitor({ id: organizationId, cell, database, owner }: World, canary: string) {
  const { newId } = testBase();
  const [visitor, campaign] = [newId("visitor", cell), newId("campaign", cell)];
  const visitorIdentity = newId("visitorIdentity", cell);
  const answer = await owner.client.post("/v1/track/lead", { email: `${canary}@people.test` });
  const lead: Id<"lead"> = answer.body.leadId;
  const common = { organizationId, createdAt: 0 };
  await database.batch([
    database.insert(campaigns).values({ ...common, id: campaign, name: canary, type: "email", updatedAt: 0 }),
    database
      .insert(visitors)
      .values({ ...common, id: visitor, kind: "kept", firstSeenAt: 0, lastSeenAt: 0, landingUrl: canary }),
    database.insert(visitorIdentities).values({
      ...common,
      id: visitorIdentity,
      visitorId: visitor,
      leadId: lead,
      how: "email",
    }),
    database.insert(campaignEvents).values({
      ...common,
      id: newId("event", cell),
      visitorId: visitor,
      type: "view",
      at: 0,
      url: `https://${canary}.test/`,
      campaignId: campaign,
    }),
  ]);
  return { visitor, visitorIdentity, campaign, lead };
}
