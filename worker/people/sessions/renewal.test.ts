import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { sessions } from "../../../db/schema/control/people";
import { openBrowser, type Browser } from "../../test/browser";
import { control, createWorld, type Member, type World } from "../../test/world";

type Colleague = Member & { memberId: string };

/** The member's own browser, in the organization. */
async function browserOf({ cookie }: Member): Promise<Browser> {
  const [name = "", value = ""] = (await cookie()).split(/=(.*)/);
  return openBrowser({ cookies: new Map([[name, value]]) });
}

const changes: [string, (world: World, member: Colleague) => Promise<unknown>][] = [
  [
    "gets another role",
    (world, { memberId }) => world.owner.client.patch(`/v1/members/${memberId}`, { role: "manager" }),
  ],
  [
    "gets an exception from the role",
    (world, { memberId }) =>
      world.owner.client.patch(`/v1/members/${memberId}`, { permissionOverrides: ["+audit:read"] }),
  ],
  [
    "becomes the owner",
    (world, { memberId }) => world.owner.client.post(`/v1/organizations/${world.id}/transfer`, { memberId }),
  ],
  [
    "holds a custom role that changes",
    async (world, { memberId }) => {
      const made = await world.owner.client.post("/v1/roles", { name: "Desk", permissions: ["teams:read"] });
      await world.owner.client.patch(`/v1/members/${memberId}`, { customRoleId: made.body.id });
      await world.owner.client.patch(`/v1/roles/${made.body.id}`, { permissions: ["members:read"] });
    },
  ],
];

describe("AUTH-06 whoever's rights have changed", () => {
  it.each(changes)("goes on under a new session where somebody %s", async (_, change) => {
    const world = await createWorld();
    const member = await world.member("viewer");
    const browser = await browserOf(member);
    const here = { "tributary-organization": world.id };
    const before = await browser.get("/v1/me", here);
    expect(before.headers.getSetCookie()).toEqual([]);
    const planted = browser.copy();

    await change(world, member);
    expect((await browser.get("/v1/me", here)).headers.get("tributary-session")).toBe("renewed");
    expect(browser.cookies.get("trb_session")).not.toBe(planted.cookies.get("trb_session"));
    const [old] = await control().select().from(sessions).where(eq(sessions.token, member.token));
    expect((old?.expiresAt.getTime() ?? 0) - Date.now()).toBeLessThanOrEqual(30_000);

    // Calls that were on their way arrive, and bring nobody a session of their own.
    const late = await planted.get("/v1/me", here);
    expect([late.status, late.headers.getSetCookie()]).toEqual([200, []]);
    await control()
      .update(sessions)
      .set({ expiresAt: new Date(Date.now() - 1) })
      .where(eq(sessions.token, member.token));
    expect((await planted.get("/v1/me", here)).status).toBe(401);

    const after = await browser.get("/v1/me", here);
    expect([after.status, after.headers.getSetCookie()]).toEqual([200, []]);
    expect((await browser.get("/v1/sessions")).body.data).toMatchObject([{ current: true }]);
  });

  it("gets one new session for calls that come together", async () => {
    const world = await createWorld();
    const member = await world.member("viewer");
    const browser = await browserOf(member);
    await world.owner.client.patch(`/v1/members/${member.memberId}`, { role: "manager" });
    const here = { "tributary-organization": world.id };
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => browser.copy().get("/v1/organizations", here)),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    expect(answers.filter(({ headers }) => headers.has("set-cookie"))).toHaveLength(1);
    const all = await control().select().from(sessions).where(eq(sessions.userId, member.id));
    expect(all).toHaveLength(2);
  });

  it("does not come back by the very call that signs them out", async () => {
    const world = await createWorld();
    const member = await world.member("viewer");
    const browser = await browserOf(member);
    await world.owner.client.patch(`/v1/members/${member.memberId}`, { role: "manager" });
    const answer = await browser.post("/v1/auth/sign-out", undefined, { "tributary-organization": world.id });
    expect(answer.status).toBe(204);
    expect(answer.headers.has("tributary-session")).toBe(false);
    expect(await control().select().from(sessions).where(eq(sessions.userId, member.id))).toEqual([]);
  });

  it("keeps the day on which the sign-in ends at the latest, and the flags of its cookie", async () => {
    const world = await createWorld();
    const member = await world.member("viewer");
    const browser = await browserOf(member);
    const signedInAt = new Date(Date.now() - 60 * 86_400_000);
    await control().update(sessions).set({ createdAt: signedInAt }).where(eq(sessions.userId, member.id));
    await world.owner.client.patch(`/v1/members/${member.memberId}`, { role: "manager" });
    const [line = ""] = (
      await browser.get("/v1/me", { "tributary-organization": world.id })
    ).headers.getSetCookie();
    expect(line).toMatch(/HttpOnly/i);
    expect(line).toMatch(/SameSite=Lax/i);
    const days = Number(/Max-Age=(\d+)/i.exec(line)?.[1]) / 86_400;
    expect(Math.round(days)).toBe(30);
    const rows = await control().select().from(sessions).where(eq(sessions.userId, member.id));
    expect(rows.map(({ createdAt }) => createdAt.getTime())).toEqual([
      signedInAt.getTime(),
      signedInAt.getTime(),
    ]);
  });
});
