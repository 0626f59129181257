import { eq } from "drizzle-orm";
import type { Id } from "../ids";
import { organizations } from "../schema/control/organizations";
import { users } from "../schema/control/people";
import { seedActivities } from "./activities";
import { seedAssignment } from "./assignment";
import { seedContent } from "./content";
import { seedConversations } from "./conversations";
import { seedForms } from "./forms";
import { seedSubmissions } from "./submissions";
import { type Happening, seedHistory } from "./history";
import { seedJobs } from "./jobs";
import { seedLeads, type Spelling } from "./leads";
import { seedLinks } from "./links";
import { type Ground, type Role, seedMember, seedOrganization, seedPerson } from "./people";
import { seedTeam } from "./teams";

export const demoPassword = "tributary-demo";

const owner = { email: "demo@tributary.test", name: "Nora Winter" };
const operator = { email: "operator@tributary.test", name: "Otto Perrin" };

const colleagues: { email: string; name: string; role: Role; joinedDaysAgo: number }[] = [
  { email: "ines@northwind.test", name: "Inés Moreno", role: "admin", joinedDaysAgo: 82 },
  { email: "jonas@northwind.test", name: "Jonas Weber", role: "manager", joinedDaysAgo: 75 },
  { email: "amara@northwind.test", name: "Amara Okafor", role: "marketer", joinedDaysAgo: 61 },
  { email: "yuki@northwind.test", name: "Yuki Tanaka", role: "marketer", joinedDaysAgo: 40 },
  { email: "mateus@northwind.test", name: "Mateus Silva", role: "sales", joinedDaysAgo: 33 },
  { email: "tom@northwind.test", name: "Tom Hughes", role: "viewer", joinedDaysAgo: 12 },
];

const teams = [
  { name: "Content", description: "What we write, and when.", manager: "Jonas", members: ["Amara", "Yuki"] },
  {
    name: "Wholesale",
    description: "Cafés and offices that buy by the sack.",
    manager: "Inés",
    members: ["Mateus"],
  },
];

/** The world of a first run: a company that uses Tributary, and the operator who runs it. */
export async function seedWorld(
  ground: Ground,
  hash: (password: string) => Promise<string>,
  spelling: Spelling,
): Promise<void> {
  await seedNorthwind(ground, await hash(demoPassword), spelling);
  await seedOperator(ground, await hash(demoPassword));
}

async function seedNorthwind(ground: Ground, passwordHash: string, spelling: Spelling): Promise<void> {
  const founded = daysBefore(ground, 90);
  const ownerId = await seedPerson(founded, { ...owner, passwordHash });
  const organizationId = await seedOrganization(founded, {
    name: "Northwind Coffee",
    slug: "northwind-coffee",
    owner: ownerId,
    planSlug: "pro",
  });
  await describe(ground, organizationId, ownerId);
  const history: Happening[] = [
    {
      at: founded.now,
      actor: ownerId,
      action: "organization.created",
      resource: ["organization", organizationId],
      changes: { after: { name: "Northwind Coffee" } },
    },
  ];
  const memberIds = new Map<string, Id<"member">>();
  const userIds = new Map<string, Id<"user">>();
  let editor = ownerId;
  for (const { role, joinedDaysAgo, ...person } of colleagues) {
    const joined = daysBefore(ground, joinedDaysAgo);
    const userId = await seedPerson(joined, { ...person, passwordHash });
    const memberId = await seedMember(joined, organizationId, userId, role);
    const firstName = person.name.split(" ")[0] ?? person.name;
    memberIds.set(firstName, memberId);
    userIds.set(firstName, userId);
    if (firstName === "Amara") editor = userId;
    const changes = { after: { role, email: person.email } };
    history.push({
      at: joined.now,
      actor: userId,
      action: "member.joined",
      resource: ["member", memberId],
      changes,
    });
  }
  history.push(...(await seedTeams(daysBefore(ground, 30), organizationId, ownerId, memberIds)));
  history.push(...(await seedContent(ground, { organizationId, owner: ownerId, editor })));
  const notified = [...memberIds].filter(([name]) => name === "Mateus").map(([, id]) => id);
  history.push(...(await seedForms(ground, { organizationId, editor, notified })));
  await seedLinks(ground, { organizationId, owner: ownerId });
  await seedHistory(ground, organizationId, history);
  await seedLeads(ground, { organizationId, owner: ownerId, sellers: userIds }, spelling);
  await seedAssignment(ground, { organizationId, sellers: userIds });
  await seedActivities(ground, { organizationId, owner: ownerId, sellers: userIds });
  await seedConversations(ground, organizationId);
  await seedSubmissions(ground, organizationId);
  await seedJobs(ground, organizationId);
}

async function seedTeams(
  ground: Ground,
  organizationId: Id<"organization">,
  actor: Id<"user">,
  memberIds: Map<string, Id<"member">>,
): Promise<Happening[]> {
  const history: Happening[] = [];
  for (const { name, description, manager, members } of teams) {
    const memberOf = (firstName: string) => memberIds.get(firstName) ?? [];
    const managerId = memberIds.get(manager) ?? null;
    const ids = [manager, ...members].flatMap(memberOf);
    const teamId = await seedTeam(ground, { organizationId, name, description, managerId, members: ids });
    history.push({
      at: ground.now,
      actor,
      action: "team.created",
      resource: ["team", teamId],
      changes: { after: { name } },
    });
  }
  return history;
}

async function describe(ground: Ground, id: Id<"organization">, ownerId: Id<"user">): Promise<void> {
  await ground.control
    .update(organizations)
    .set({
      domain: "northwind.test",
      industry: "Food and drink",
      size: "small",
      billingEmail: "accounts@northwind.test",
    })
    .where(eq(organizations.id, id));
  await ground.control.update(users).set({ lastOrganizationId: id }).where(eq(users.id, ownerId));
}

async function seedOperator(ground: Ground, passwordHash: string): Promise<void> {
  const started = daysBefore(ground, 120);
  const userId = await seedPerson(started, { ...operator, platformRole: "super_admin", passwordHash });
  const name = "Tributary";
  const id = await seedOrganization(started, { name, slug: "tributary", owner: userId, planSlug: "agency" });
  await ground.control.update(users).set({ lastOrganizationId: id }).where(eq(users.id, userId));
  const changes = { after: { name } };
  const action = "organization.created";
  await seedHistory(ground, id, [
    { at: started.now, actor: userId, action, resource: ["organization", id], changes },
  ]);
}

function daysBefore(ground: Ground, days: number): Ground {
  return { ...ground, now: ground.now - days * 86_400_000 };
}
