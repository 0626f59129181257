import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { users } from "../../../db/schema/control/people";
import { control, createPerson, createWorld } from "../../test/world";

describe("who is calling", () => {
  it("is told with organization, role and rights", async () => {
    const world = await createWorld();
    const viewer = await world.member("viewer");
    const { body } = await viewer.client.get("/v1/me");
    expect(body).toMatchObject({
      user: { id: viewer.id, email: viewer.email, name: "Ada Lovelace", platformRole: "user" },
      organization: { id: world.id, planSlug: "pro", status: "active" },
      membership: { id: viewer.memberId, role: "viewer", customRoleId: null },
      apiKey: null,
    });
    expect(body.membership.permissions).toContain("organization:read");
    expect(body.membership.permissions).not.toContain("members:update");
  });

  it("costs a handful of rows, however many others there are", async () => {
    const world = await createWorld();
    await world.member("viewer");
    const answer = await world.owner.client.get("/v1/me");
    const rows = JSON.parse(answer.headers.get("tributary-rows") ?? "{}") as { read: number };
    expect(rows.read).toBeLessThanOrEqual(8);
  });

  it("without an organization is still somebody", async () => {
    const { client, email } = await createPerson();
    expect((await client.get("/v1/me")).body).toMatchObject({
      user: { email, timezone: "UTC", language: "en", preferences: { theme: "system", singleKeys: true } },
      organization: null,
      membership: null,
    });
  });
});

describe("a profile", () => {
  it("changes in what is given and nothing else", async () => {
    const { client, id } = await createPerson();
    const changed = await client.patch("/v1/me", {
      name: "  李 小龍 ",
      timezone: "Asia/Kolkata",
      language: "de-AT",
    });
    expect(changed.body).toMatchObject({
      name: "李 小龍",
      timezone: "Asia/Kolkata",
      language: "de-AT",
      firstName: "Ada",
    });
    expect((await client.patch("/v1/me", { firstName: null })).body.firstName).toBeNull();
    expect((await client.get("/v1/me")).body.user).toMatchObject({
      name: "李 小龍",
      firstName: null,
      lastName: "Lovelace",
    });
    expect(await control().select().from(users).where(eq(users.id, id))).toMatchObject([
      { platformRole: "user" },
    ]);
  });

  it("merges preferences, so that two tabs do not undo each other", async () => {
    const { client } = await createPerson();
    await Promise.all([
      client.patch("/v1/me", { preferences: { theme: "dark" } }),
      client.patch("/v1/me", { preferences: { singleKeys: false } }),
      client.patch("/v1/me", { preferences: { onboardingDismissed: true } }),
      client.patch("/v1/me", { preferences: { leadViews: { org_1: "view_1" } } }),
      client.patch("/v1/me", { preferences: { leadViews: { org_2: "view_2" } } }),
    ]);
    expect((await client.get("/v1/me")).body.user.preferences).toEqual({
      theme: "dark",
      density: "comfortable",
      singleKeys: false,
      onboardingDismissed: true,
      leadViews: { org_1: "view_1", org_2: "view_2" },
      reminderMails: true,
    });
  });

  it("keeps no more preferences than a person has", async () => {
    const { client } = await createPerson();
    const keys = (part: number) =>
      Array.from({ length: 200 }, (_, at) => [`org_${part}_${at}`, "x".repeat(40)]);
    for (const part of [1, 2])
      expect(
        (await client.patch("/v1/me", { preferences: { leadViews: Object.fromEntries(keys(part)) } })).status,
      ).toBe(part === 1 ? 200 : 422);
  });

  it("takes an old preference that no longer exists for none", async () => {
    const { client, id } = await createPerson();
    const old = { theme: "sepia", density: "compact", forgotten: 1 };
    await control().update(users).set({ preferences: old }).where(eq(users.id, id));
    expect((await client.get("/v1/me")).body.user.preferences).toMatchObject({
      theme: "system",
      density: "compact",
    });
  });

  it.each([
    ["timezone", "Mars/Olympus"],
    ["timezone", "+02:00"],
    ["language", "en_US"],
    ["language", "<b>"],
    ["name", "Ada\nBcc: x@y.test"],
    ["name", "   "],
    ["name", "x".repeat(121)],
    ["preferences", { theme: "neon" }],
    ["preferences", { colour: "red" }],
    ["email", "other@people.test"],
    ["status", "active"],
    ["platformRole", "super_admin"],
  ])("AUTH-05 refuses %s as %j", async (field, value) => {
    const { client, email } = await createPerson();
    const refused = await client.patch("/v1/me", { [field]: value });
    expect(refused.status).toBe(422);
    expect(refused.body.errors[0].pointer).toContain(`/${field}`);
    expect((await client.get("/v1/me")).body.user).toMatchObject({
      email,
      name: "Ada Lovelace",
      platformRole: "user",
    });
  });
});
