import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { jobs } from "../../../db/schema/cell/spine";
import { organizationMembers } from "../../../db/schema/control/organizations";
import { accounts, sessions, users } from "../../../db/schema/control/people";
import type { Context } from "../../kernel/context";
import type { StoredJob } from "../../kernel/jobs";
import { systemContext } from "../../http";
import { platformOrganization } from "../../kernel/jobs";
import { peopleJobs } from "../index";
import { testBase } from "../../test/base";
import { createSignedIn, goodPassword, mailTo, openBrowser, signInForReal } from "../../test/browser";
import { control, createWorld } from "../../test/world";

const dayMs = 86_400_000;

async function rowOf(id: string) {
  const [row] = await control()
    .select()
    .from(users)
    .where(eq(users.id, id as `usr_${string}`));
  return row;
}

/** Runs the erasure as the queue would when its day has come. */
async function runErasure(userId: string): Promise<void> {
  const all = await control().select().from(jobs).where(eq(jobs.type, "people.erase"));
  const job = all.findLast(({ payload }) => payload.userId === userId);
  const definition = peopleJobs.find(({ type }) => type === "people.erase");
  const ctx = (await systemContext(testBase(), platformOrganization)) as Context;
  await definition?.run(ctx, job?.payload, job as StoredJob);
}

describe("leaving", () => {
  it("signs out everywhere, tells by mail, and can be taken back by signing in", async () => {
    const account = await createSignedIn();
    const other = await signInForReal(account);
    expect((await account.browser.delete("/v1/me")).status).toBe(204);
    expect(account.browser.cookies.has("trb_session")).toBe(false);
    expect((await other.get("/v1/me")).status).toBe(401);
    expect(await rowOf(account.id)).toMatchObject({ status: "cancelled" });
    await mailTo(account.email, "Your account will be deleted");

    const back = await signInForReal(account);
    expect((await back.get("/v1/me")).body.user.email).toBe(account.email);
    expect(await rowOf(account.id)).toMatchObject({ status: "active", cancelledAt: null });
    await runErasure(account.id);
    expect(await rowOf(account.id)).toMatchObject({ status: "active", email: account.email });
  });

  it("waits thirty days, then leaves nothing of the person", async () => {
    const account = await createSignedIn();
    const before = Date.now();
    await account.browser.delete("/v1/me");
    const all = await control().select().from(jobs).where(eq(jobs.type, "people.erase"));
    const job = all.find(({ payload }) => payload.userId === account.id);
    expect(((job?.runAt ?? 0) - before) / dayMs).toBeCloseTo(30, 2);
    expect(job?.status).toBe("pending");

    await runErasure(account.id);
    const row = await rowOf(account.id);
    expect(row).toMatchObject({ name: "Deleted person", firstName: null, status: "cancelled" });
    expect(JSON.stringify(row)).not.toContain(account.email);
    expect(await control().select().from(accounts).where(eq(accounts.userId, account.id))).toEqual([]);
    expect(await control().select().from(sessions).where(eq(sessions.userId, account.id))).toEqual([]);
    const { email } = account;
    expect(
      (await openBrowser().post("/v1/auth/sign-in/email", { email, password: goodPassword })).status,
    ).toBe(401);
  });

  it("does not come back by a password alone where a second factor is on", async () => {
    const account = await createSignedIn();
    await account.browser.delete("/v1/me");
    await control().update(users).set({ twoFactorEnabled: true }).where(eq(users.id, account.id));
    await signInForReal(account);
    expect(await rowOf(account.id)).toMatchObject({ status: "cancelled" });
  });

  it("is refused to the only owner of an organization that others work in", async () => {
    const world = await createWorld();
    const member = await world.member("marketer");
    const refused = await world.owner.client.delete("/v1/me");
    expect(refused).toMatchObject({ status: 409, body: { code: "sole_owner" } });
    expect((await world.owner.client.get("/v1/me")).status).toBe(200);
    expect(await rowOf(world.owner.id)).toMatchObject({ status: "active" });
    expect((await member.client.delete("/v1/me")).status).toBe(204);
    expect((await world.owner.client.delete("/v1/me")).status).toBe(409);
    await control().delete(organizationMembers).where(eq(organizationMembers.id, member.memberId));
    expect((await world.owner.client.delete("/v1/me")).status).toBe(204);
  });

  it("asks for the password again when it was given long ago", async () => {
    const account = await createSignedIn();
    const longAgo = { authenticatedAt: Date.now() - 16 * 60_000 };
    await control().update(sessions).set(longAgo).where(eq(sessions.userId, account.id));
    const early = await account.browser.delete("/v1/me");
    expect(early).toMatchObject({ status: 403, body: { code: "reauthentication_required" } });
    expect(await rowOf(account.id)).toMatchObject({ status: "active" });
  });
});

describe("a suspended person", () => {
  it("TEN-13 is out at once and cannot come in", async () => {
    const account = await createSignedIn();
    await control().update(users).set({ status: "suspended" }).where(eq(users.id, account.id));
    expect((await account.browser.get("/v1/me")).status).toBe(401);
    const { email } = account;
    const refused = await openBrowser().post("/v1/auth/sign-in/email", { email, password: goodPassword });
    expect(refused).toMatchObject({ status: 403, body: { code: "account_suspended" } });
    const wrong = await openBrowser().post("/v1/auth/sign-in/email", { email, password: "incorrect horse" });
    expect(wrong.status).toBe(401);
  });
});
