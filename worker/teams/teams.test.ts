import { describe, expect, it } from "vitest";
import { auditOf } from "../test/audit";
import { createWorld, type World } from "../test/world";

async function teamsOf(world: World) {
  return (await world.owner.client.get("/v1/teams?limit=100")).body.data as { id: string; name: string }[];
}

async function makeTeam(world: World, draft: object): Promise<string> {
  return (await world.owner.client.post("/v1/teams", draft)).body.id;
}

describe("a team", () => {
  it("has its manager in it, and shows who is in it", async () => {
    const world = await createWorld();
    const [manager, writer] = [await world.member("manager"), await world.member("marketer")];
    const made = await world.owner.client.post("/v1/teams", {
      name: "Content",
      description: "What we write, and when.",
      managerMemberId: manager.memberId,
    });
    expect(made).toMatchObject({
      status: 201,
      body: { memberCount: 1, manager: { memberId: manager.memberId } },
    });
    const path = `/v1/teams/${made.body.id}`;
    const added = await world.owner.client.post(`${path}/members`, { memberId: writer.memberId });
    expect(added).toMatchObject({ status: 201, body: { userId: writer.id, isManager: false } });
    const { body } = await writer.client.get(`${path}/members`);
    expect(
      body.data.map((row: { memberId: string; isManager: boolean }) => [row.memberId, row.isManager]),
    ).toEqual([
      [manager.memberId, true],
      [writer.memberId, false],
    ]);
    expect((await writer.client.get(path)).body.memberCount).toBe(2);
    expect((await writer.client.get(`/v1/members/${writer.memberId}`)).body.teams).toMatchObject([
      { id: made.body.id, name: "Content", isManager: false },
    ]);
    expect((await auditOf(world.id)).map(({ action }) => action)).toEqual([
      "team.created",
      "team.member_added",
    ]);
  });

  it("is changed in what is given", async () => {
    const world = await createWorld();
    const manager = await world.member("manager");
    const id = await makeTeam(world, { name: "Old", description: "Stays" });
    const path = `/v1/teams/${id}`;
    expect((await world.owner.client.patch(path, { name: "New" })).body).toMatchObject({
      name: "New",
      description: "Stays",
      manager: null,
    });
    const managed = await world.owner.client.patch(path, { managerMemberId: manager.memberId });
    expect(managed.body).toMatchObject({
      name: "New",
      manager: { memberId: manager.memberId },
      memberCount: 1,
    });
    const left = await world.owner.client.patch(path, { managerMemberId: null });
    expect(left.body).toMatchObject({ manager: null, memberCount: 1 });
  });

  it("loses its manager when the manager leaves it, or the organization", async () => {
    const world = await createWorld();
    const manager = await world.member("manager");
    const ids = [
      await makeTeam(world, { name: "One", managerMemberId: manager.memberId }),
      await makeTeam(world, { name: "Two", managerMemberId: manager.memberId }),
    ];
    await world.owner.client.delete(`/v1/teams/${ids[0]}/members/${manager.memberId}`);
    expect((await world.owner.client.get(`/v1/teams/${ids[0]}`)).body).toMatchObject({
      manager: null,
      memberCount: 0,
    });
    await manager.client.delete(`/v1/members/${manager.memberId}`);
    expect((await world.owner.client.get(`/v1/teams/${ids[1]}`)).body).toMatchObject({
      manager: null,
      memberCount: 0,
    });
  });

  it("has a name of its own and each member once", async () => {
    const world = await createWorld();
    const member = await world.member("viewer");
    const id = await makeTeam(world, { name: "Content" });
    const other = await makeTeam(world, { name: "Sales" });
    const refusals = [
      await world.owner.client.post("/v1/teams", { name: "Content" }),
      await world.owner.client.patch(`/v1/teams/${other}`, { name: "Content" }),
    ];
    for (const refused of refusals)
      expect(refused).toMatchObject({ status: 409, body: { code: "name_taken" } });
    const add = () => world.owner.client.post(`/v1/teams/${id}/members`, { memberId: member.memberId });
    expect((await add()).status).toBe(201);
    expect(await add()).toMatchObject({ status: 409, body: { code: "already_in_team" } });
    expect((await world.owner.client.get(`/v1/teams/${id}`)).body.memberCount).toBe(1);
  });

  it("goes without taking its members along", async () => {
    const world = await createWorld();
    const member = await world.member("viewer");
    const id = await makeTeam(world, { name: "Gone", managerMemberId: member.memberId });
    expect((await world.owner.client.delete(`/v1/teams/${id}`)).status).toBe(204);
    expect((await world.owner.client.get(`/v1/teams/${id}`)).status).toBe(404);
    expect((await member.client.get(`/v1/members/${member.memberId}`)).body.teams).toEqual([]);
  });

  it("is listed by name, page by page", async () => {
    const world = await createWorld();
    for (const name of ["b", "a", "c"]) await makeTeam(world, { name });
    const first = await world.owner.client.get("/v1/teams?limit=2");
    const rest = await world.owner.client.get(`/v1/teams?limit=2&cursor=${first.body.nextCursor}`);
    expect([...first.body.data, ...rest.body.data].map(({ name }: { name: string }) => name)).toEqual([
      "a",
      "b",
      "c",
    ]);
  });

  it("can be kept by a key with the scope", async () => {
    const world = await createWorld();
    const key = await world.key(["teams:read", "teams:write"]);
    expect((await key.client.post("/v1/teams", { name: "By key" })).status).toBe(201);
    expect((await auditOf(world.id))[0]).toMatchObject({ actorKind: "api_key", actorId: key.id });
  });
});

describe("the plan's limit of teams", () => {
  it("lets exactly as many through as fit, however many ask at once", async () => {
    const world = await createWorld({ planSlug: "starter" });
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, i) => world.owner.client.post("/v1/teams", { name: `Team ${i}` })),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(3);
    expect(answers.find(({ status }) => status !== 201)).toMatchObject({
      status: 402,
      body: { code: "plan_limit" },
    });
    expect(await teamsOf(world)).toHaveLength(3);
  });
});

describe("TEN-02 a team", () => {
  it("takes no member, manager or team of another organization", async () => {
    const [world, other] = [await createWorld(), await createWorld()];
    const [member, stranger] = [await world.member("viewer"), await other.member("viewer")];
    const [ours, theirs] = [
      await makeTeam(world, { name: "Ours" }),
      await makeTeam(other, { name: "Theirs" }),
    ];
    const { client } = world.owner;
    const foreign = [
      await client.post("/v1/teams", { name: "New", managerMemberId: stranger.memberId }),
      await client.patch(`/v1/teams/${ours}`, { managerMemberId: stranger.memberId }),
      await client.post(`/v1/teams/${ours}/members`, { memberId: stranger.memberId }),
    ];
    for (const refused of foreign) {
      expect(refused).toMatchObject({ status: 422, body: { errors: [{ code: "unknown_member" }] } });
    }
    expect((await client.post(`/v1/teams/${theirs}/members`, { memberId: member.memberId })).status).toBe(
      404,
    );
    expect((await client.delete(`/v1/teams/${theirs}/members/${stranger.memberId}`)).status).toBe(404);
    for (const path of [`/v1/teams/${theirs}`, `/v1/teams/${theirs}/members`]) {
      expect((await client.get(path)).status).toBe(404);
    }
    expect((await client.patch(`/v1/teams/${theirs}`, { name: "Taken" })).status).toBe(404);
    expect((await client.delete(`/v1/teams/${theirs}`)).status).toBe(404);
    expect(await teamsOf(world)).toMatchObject([{ name: "Ours", memberCount: 0, manager: null }]);
    expect(await teamsOf(other)).toMatchObject([{ name: "Theirs", memberCount: 0, manager: null }]);
  });

  it("takes no member who is suspended", async () => {
    const world = await createWorld();
    const member = await world.member("viewer");
    await world.owner.client.patch(`/v1/members/${member.memberId}`, { status: "suspended" });
    const refused = await world.owner.client.post("/v1/teams", {
      name: "x",
      managerMemberId: member.memberId,
    });
    expect(refused.status).toBe(422);
    expect(await teamsOf(world)).toEqual([]);
  });
});
