import { is, sql } from "drizzle-orm";
import { getTableConfig, SQLiteTable } from "drizzle-orm/sqlite-core";
import { defaultCell, type Id, makeId, randomBytesPerId } from "../../../db/ids";
import * as activities from "../../../db/schema/cell/activities";
import * as assignment from "../../../db/schema/cell/assignment";
import * as performance from "../../../db/schema/cell/performance";
import * as ai from "../../../db/schema/cell/ai";
import * as business from "../../../db/schema/cell/business";
import * as bundles from "../../../db/schema/cell/bundles";
import * as content from "../../../db/schema/cell/content";
import * as conversations from "../../../db/schema/cell/conversations";
import * as forecasts from "../../../db/schema/cell/forecasts";
import * as duplicates from "../../../db/schema/cell/duplicates";
import * as enrichment from "../../../db/schema/cell/enrichment";
import * as forms from "../../../db/schema/cell/forms";
import * as insights from "../../../db/schema/cell/insights";
import * as imports from "../../../db/schema/cell/imports";
import * as leadCatalogue from "../../../db/schema/cell/lead-catalogue";
import * as leadWork from "../../../db/schema/cell/lead-work";
import * as leads from "../../../db/schema/cell/leads";
import * as links from "../../../db/schema/cell/links";
import * as publishing from "../../../db/schema/cell/publishing";
import * as scoringModels from "../../../db/schema/cell/scoring-models";
import * as scoring from "../../../db/schema/cell/scoring";
import * as spine from "../../../db/schema/cell/spine";
import * as submissions from "../../../db/schema/cell/submissions";
import * as usage from "../../../db/schema/cell/usage";
import * as visitors from "../../../db/schema/cell/visitors";
import * as access from "../../../db/schema/control/access";
import * as people from "../../../db/schema/control/people";
import * as organizations from "../../../db/schema/control/organizations";
import { control, createWorld, database, unique, type World } from "../world";
import { makeForecast } from "./victim-forecast";
import { makeImport } from "./victim-import";
import { makePipeline } from "./victim-pipeline";
import type { IdsByKind } from "./sample";
import { makeAnalysis, makeGeneration, makePublication } from "./victim-content";
import { makeDuplicate } from "./victim-duplicate";
import { makeLink } from "./victim-link";
import { makeVisitor } from "./victim-visitor";
import { furnishCapture } from "./victim-capture";

export type Victim = { world: World; canary: string; ids: IdsByKind };

/** An organization with one of everything that has an id in a path or a body, all named with a word nobody else has. */
export async function createVictim(): Promise<Victim> {
  const world = await createWorld({ planSlug: "agency" });
  const canary = `canary${unique()}`;
  const { client } = world.owner;
  await client.patch(`/v1/organizations/${world.id}`, { name: `Victim ${canary}` });
  const member = await world.member("viewer");
  const role = await made(client.post("/v1/roles", { name: canary, permissions: ["members:read"] }));
  const team = await made(client.post("/v1/teams", { name: canary }));
  const invite = await made(
    client.post("/v1/invites", {
      email: `${canary}@guest.test`,
      type: "organization_member",
      role: "viewer",
    }),
  );
  const apiKey = await made(client.post("/v1/api-keys", { name: canary, scopes: ["members:read"] }));
  const business = await made(client.post("/v1/businesses", { name: canary }));
  const bundle = await makeBundle(world, business, canary);
  const piece = await makePiece(world, business, canary);
  const pipeline = await makePipeline(world, canary, made);
  const sessions = await client.get("/v1/sessions");
  const [job] = await world.database
    .select({ id: spine.jobs.id })
    .from(spine.jobs)
    .where(sql`organization_id = ${world.id}`)
    .limit(1);
  const ids = {
    organization: world.id,
    member: member.memberId,
    user: member.id,
    role,
    team,
    invite,
    apiKey,
    business,
    ...(await makePlan(world, business, canary)),
    bundle,
    ...piece,
    ...pipeline,
    forecast: await makeForecast(world, canary),
    ...(await makeDuplicate(world, pipeline.lead, canary)),
    leadImport: await makeImport(world, pipeline.lead, canary),
    integration: await made(
      client.post("/v1/integrations", { provider: "webhook", url: `https://${canary}.test/`, name: canary }),
    ),
    trackingKey: await made(client.post("/v1/tracking-keys", { name: canary })),
    publication: await makePublication(world, business, piece.piece, canary),
    ...(await makeAnalysis(world, business, canary)),
    ...(await furnishCapture(world, business, canary)),
    ...(await makeVisitor(world, canary)),
    ...(await makeLink(world, business, piece.piece, canary)),
    generation: await makeGeneration(world, canary),
    passkey: await makePasskey(member.id),
    session: String(sessions.body.data[0].id),
    job: job?.id ?? (await makeJob(world)),
  };
  return { world, canary, ids };
}

async function made(answer: Promise<{ status: number; body: { id: string } }>): Promise<string> {
  const { status, body } = await answer;
  if (status !== 201) throw new Error(`The victim could not be furnished: ${JSON.stringify(body)}`);
  return body.id;
}

/** With a version and a claim, as they come with words. */
async function makePiece({ owner: { client } }: World, businessId: string, title: string) {
  const body = { kind: "blog_post", businessId, title, body: claiming };
  const piece = await made(client.post("/v1/pieces", body));
  const versions = await client.get(`/v1/pieces/${piece}/versions`);
  const sources = await client.get(`/v1/pieces/${piece}/sources`);
  const upgrade = { kind: "content_upgrade", businessId, title, upgradeType: "checklist" };
  const toPieceId = await made(client.post("/v1/pieces", upgrade));
  const edge = await made(
    client.post("/v1/journey-edges", { fromPieceId: piece, toPieceId, ctaText: title }),
  );
  const [version, source] = [String(versions.body.data[0].id), String(sources.body.data[0].id)];
  return { piece, edge, version, source };
}

async function makePlan({ owner: { client } }: World, business: string, canary: string) {
  const strategy = await made(
    client.post(`/v1/businesses/${business}/strategies`, {
      name: canary,
      goal: "awareness",
      voice: "expert",
      template: "how-to",
      length: "standard",
    }),
  );
  const topic = await made(client.post(`/v1/businesses/${business}/topics`, { title: canary }));
  return { strategy, topic };
}

const claiming = {
  type: "doc",
  content: [{ type: "paragraph", content: [{ type: "text", text: "We sold 4,000 bags last year." }] }],
};

async function makeBundle(world: World, businessId: string, name: string): Promise<Id<"bundle">> {
  const random = crypto.getRandomValues(new Uint8Array(randomBytesPerId));
  const id = makeId("bundle", world.cell, Date.now(), random);
  const counts = { blogPosts: 1, socialPosts: 0, contentUpgrades: 0, emailSequences: 0 };
  await world.database.insert(bundles.contentBundles).values({
    id,
    organizationId: world.id,
    businessId: businessId as Id<"business">, // safe: the API just made it
    name,
    periodStart: "2027-01-01",
    periodEnd: "2027-01-31",
    brief: { counts, platforms: [], emailsPerSequence: 5, topicIds: [], notes: "" },
    createdAt: 0,
    updatedAt: 0,
  });
  return id;
}

async function makePasskey(userId: Id<"user">): Promise<Id<"passkey">> {
  const id = makeId(
    "passkey",
    defaultCell,
    Date.now(),
    crypto.getRandomValues(new Uint8Array(randomBytesPerId)),
  );
  await control().insert(people.passkeys).values({
    id,
    userId,
    publicKey: "",
    credentialID: id,
    counter: 0,
    deviceType: "singleDevice",
    backedUp: false,
  });
  return id;
}

async function makeJob(world: World): Promise<Id<"job">> {
  const id = makeId("job", world.cell, Date.now(), crypto.getRandomValues(new Uint8Array(randomBytesPerId)));
  await world.database.insert(spine.jobs).values({
    id,
    organizationId: world.id,
    queue: "delivery",
    type: "none",
    payload: {},
    status: "failed",
    maxAttempts: 1,
    runAt: 0,
    requestId: "victim",
    createdAt: 0,
  });
  return id;
}

const owned = [
  assignment,
  performance,
  access,
  activities,
  ai,
  bundles,
  business,
  content,
  conversations,
  insights,
  forecasts,
  scoringModels,
  forms,
  imports,
  organizations,
  publishing,
  scoring,
  spine,
  submissions,
  usage,
  visitors,
  links,
  leads,
  leadCatalogue,
  leadWork,
  duplicates,
  enrichment,
]
  .flatMap((file) => Object.values(file))
  .filter((table) => is(table, SQLiteTable))
  .filter((table) => getTableConfig(table).columns.some(({ name }) => name === "organization_id"));

/** Tables that a refused request may still touch: who was refused is written down. */
const notes = new Set(["audit_logs"]);

/** All rows of an organization in every table that has any, to prove that nothing changed. */
export async function photograph({ world }: Victim): Promise<string> {
  const pictured = owned.filter((table) => !notes.has(getTableConfig(table).name));
  const planes = [...new Set([defaultCell, world.cell])].map(database);
  const rows = await Promise.all(
    planes.map((plane) =>
      plane.batch([
        plane
          .select()
          .from(organizations.organizations)
          .where(sql`id = ${world.id}`),
        ...pictured.map((table) =>
          plane
            .select()
            .from(table)
            .where(sql`organization_id = ${world.id}`),
        ),
      ]),
    ),
  );
  return JSON.stringify(rows);
}
