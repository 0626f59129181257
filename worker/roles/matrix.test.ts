import { beforeAll, describe, expect, it } from "vitest";
import { routes } from "../app";
import type { SystemRole } from "../kernel/permissions";
import { auditOf } from "../test/audit";
import type { Answer, Client } from "../test/client";
import { createWorld, type Member, unique, type World } from "../test/world";

type Actor = SystemRole | "bookkeeper";
const actors: Actor[] = ["owner", "admin", "manager", "marketer", "sales", "viewer", "bookkeeper"];

/** What there is to act on; made by the owner, only where a row of the table asks for it. */
function sceneOf(world: World) {
  const { client } = world.owner;
  const made = async (path: string, body: object): Promise<string> => (await client.post(path, body)).body.id;
  return {
    organization: `/v1/organizations/${world.id}`,
    member: async () => `/v1/members/${(await world.member("viewer")).memberId}`,
    memberId: async () => (await world.member("viewer")).memberId,
    team: async () => `/v1/teams/${await made("/v1/teams", { name: unique() })}`,
    async seat() {
      const { memberId } = await world.member("viewer");
      const team = await made("/v1/teams", { name: unique(), managerMemberId: memberId });
      return `/v1/teams/${team}/members/${memberId}`;
    },
    role: async () => `/v1/roles/${await made("/v1/roles", { name: unique(), permissions: ["roles:read"] })}`,
    invite: async () => `/v1/invites/${await made("/v1/invites", membership())}`,
  };
}

const membership = () => ({ email: `${unique()}@guest.test`, type: "organization_member", role: "viewer" });
const referral = () => ({ email: `${unique()}@friend.test`, type: "referral" });

type Scene = ReturnType<typeof sceneOf>;
type Attempt = (client: Client, scene: Scene) => Promise<Answer>;

const six = "owner admin manager marketer sales viewer";
const everybody = `${six} bookkeeper`;
const leads = "owner admin manager";
const heads = "owner admin";

/** Who may do what; whoever is not named may not. One row a route, and one more where a route does two things. */
const table: [operation: string, allowed: string, attempt: Attempt][] = [
  ["getOrganization", everybody, (client, { organization }) => client.get(organization)],
  [
    "updateOrganization",
    heads,
    (client, { organization }) => client.patch(organization, { industry: "Tea" }),
  ],
  [
    "transferOrganization",
    "owner",
    async (client, { organization, memberId }) =>
      client.post(`${organization}/transfer`, { memberId: await memberId() }),
  ],
  ["deleteOrganization", "owner", (client, { organization }) => client.delete(organization)],
  ["listRoles", six, (client) => client.get("/v1/roles")],
  [
    "createRole",
    heads,
    (client) => client.post("/v1/roles", { name: unique(), permissions: ["roles:read"] }),
  ],
  ["updateRole", heads, async (client, { role }) => client.patch(await role(), { name: unique() })],
  ["deleteRole", heads, async (client, { role }) => client.delete(await role())],
  ["listTeams", six, (client) => client.get("/v1/teams")],
  ["createTeam", leads, (client) => client.post("/v1/teams", { name: unique() })],
  ["getTeam", six, async (client, { team }) => client.get(await team())],
  ["updateTeam", leads, async (client, { team }) => client.patch(await team(), { name: unique() })],
  ["deleteTeam", leads, async (client, { team }) => client.delete(await team())],
  ["listTeamMembers", six, async (client, { team }) => client.get(`${await team()}/members`)],
  [
    "addTeamMember",
    leads,
    async (client, { team, memberId }) =>
      client.post(`${await team()}/members`, { memberId: await memberId() }),
  ],
  ["removeTeamMember", leads, async (client, { seat }) => client.delete(await seat())],
  ["listMembers", six, (client) => client.get("/v1/members")],
  ["getMember", six, async (client, { member }) => client.get(await member())],
  ["updateMember", heads, async (client, { member }) => client.patch(await member(), { role: "sales" })],
  ["removeMember", heads, async (client, { member }) => client.delete(await member())],
  ["listInvites", everybody, (client) => client.get("/v1/invites")],
  ["createInvite", leads, (client) => client.post("/v1/invites", membership())],
  ["createInvite", everybody, (client) => client.post("/v1/invites", referral())],
  ["resendInvite", leads, async (client, { invite }) => client.post(`${await invite()}/delivery`)],
  ["cancelInvite", leads, async (client, { invite }) => client.delete(await invite())],
];

async function enter(actor: Actor): Promise<{ world: World; member: Member }> {
  const world = await createWorld({ planSlug: "agency" });
  if (actor === "owner") return { world, member: world.owner };
  if (actor !== "bookkeeper") return { world, member: await world.member(actor) };
  const role = await world.owner.client.post("/v1/roles", {
    name: "Bookkeeper",
    permissions: ["billing:read"],
  });
  const member = await world.member("viewer");
  await world.owner.client.patch(`/v1/members/${member.memberId}`, { customRoleId: role.body.id });
  return { world, member };
}

describe.each(actors)("ROLE-01 %s", (actor) => {
  let inside: Awaited<ReturnType<typeof enter>>;
  beforeAll(async () => {
    inside = await enter(actor);
  });
  const cells = table.map(
    ([operation, allowed, attempt]) =>
      [allowed.split(" ").includes(actor) ? "may" : "may not", operation, attempt] as const,
  );
  it.each(cells)("%s %s", async (verdict, operation, attempt) => {
    const { world, member } = endsAll.has(operation) ? await enter(actor) : inside;
    const before = await actsOf(world, member);
    const { status } = await attempt(member.client, sceneOf(world));
    if (verdict === "may") return expect(status).toBeLessThan(300);
    expect([403, 404]).toContain(status);
    expect(await actsOf(world, member)).toEqual(before);
  });
});

/** After these nothing else could be tried. */
const endsAll = new Set(["transferOrganization", "deleteOrganization"]);

async function actsOf(world: World, member: Member): Promise<string[]> {
  const own = (await auditOf(world.id)).filter(({ actorId }) => actorId === member.id);
  return own.map(({ action }) => action);
}

it("ROLE-01 has a row for every route of an organization's people", () => {
  const tags = new Set(["Organizations", "Roles", "Teams", "Members", "Invites"]);
  const here = routes.filter(({ contract }) => contract.access === "organization" && tags.has(contract.tag));
  const operations = new Set(here.map(({ contract }) => contract.operation));
  expect(new Set(table.map(([operation]) => operation))).toEqual(operations);
});
