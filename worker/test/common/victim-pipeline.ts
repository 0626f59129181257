import { type Id, makeId, randomBytesPerId } from "../../../db/ids";
import { aiInsights } from "../../../db/schema/cell/insights";
import { bulkActions } from "../../../db/schema/cell/lead-work";
import type { World } from "../world";

/** A lead with everything that stands around it. */
export async function makePipeline(
  world: World,
  name: string,
  made: (answer: ReturnType<World["owner"]["client"]["post"]>) => Promise<string>,
) {
  const { client } = world.owner;
  const stages = await client.get("/v1/lead-stages");
  const custom = { key: "canary", type: "text", label: name, isFilterable: true };
  const customField = await made(client.post("/v1/custom-fields", custom));
  const leadTag = await made(client.post("/v1/lead-tags", { name }));
  const leadSource = await made(client.post("/v1/lead-sources", { name, type: "website" }));
  const company = await made(client.post("/v1/companies", { name }));
  const customFields = { canary: name };
  const about = { tagIds: [leadTag], sourceId: leadSource, companyId: company, customFields };
  const lead = await made(
    client.post("/v1/leads", { firstName: name, email: `${name}@lead.test`, ...about }),
  );
  const conversation = await made(
    client.post(`/v1/leads/${lead}/conversations`, { direction: "inbound", channel: "email", content: name }),
  );
  const assignmentRule = await made(
    client.post("/v1/assignment-rules", { name, isActive: false, userIds: [world.owner.id] }),
  );
  const scoringRule = await made(client.post("/v1/scoring-rules", { name, ...scoring }));
  const scoringPreview = await made(
    client.post("/v1/scoring-previews", { ruleId: scoringRule, change: null }),
  );
  const savedView = await made(client.post("/v1/saved-views", { name, visibility: "shared" }));
  const activity = await made(
    client.post(`/v1/leads/${lead}/activities`, {
      type: "task",
      subject: name,
      dueAt: "2030-01-01T00:00:00.000Z",
    }),
  );
  return {
    activity,
    customField,
    leadTag,
    leadSource,
    company,
    lead,
    conversation,
    savedView,
    assignmentRule,
    scoringRule,
    scoringPreview,
    bulkAction: await makeBulkAction(world, name),
    insight: await makeInsight(world, lead, name),
    leadStage: String(stages.body.data[3].id),
  };
}

const scoring = { kind: "event", axis: "fit", points: 1, signals: ["view"] };

async function makeBulkAction({ id: organizationId, cell, database }: World, name: string): Promise<string> {
  const id = makeId("bulkAction", cell, Date.now(), crypto.getRandomValues(new Uint8Array(randomBytesPerId)));
  await database.insert(bulkActions).values({
    id,
    organizationId,
    kind: "field",
    change: { kind: "field", key: "canary", value: name },
    selection: { ids: [] },
    status: "completed",
    total: 0,
    createdAt: 0,
    updatedAt: 0,
  });
  return id;
}

async function makeInsight({ id: organizationId, cell, database }: World, lead: string, title: string) {
  const id = makeId("insight", cell, Date.now(), crypto.getRandomValues(new Uint8Array(randomBytesPerId)));
  await database.insert(aiInsights).values({
    id,
    organizationId,
    leadId: lead as Id<"lead">, // safe: the API just made it
    type: "churn_risk",
    finding: "canary",
    title,
    description: title,
    confidence: 1,
    priority: 3,
    cited: [],
    data: {},
    createdAt: 0,
    updatedAt: 0,
    expiresAt: 8_000_000_000_000,
  });
  return id;
}
