import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Id } from "../../../db/ids";
import { sessions, twoFactors } from "../../../db/schema/control/people";
import { type Account, createSignedIn, goodPassword, openBrowser, signInForReal } from "../../test/browser";
import { totpOf } from "../../test/totp";
import { control } from "../../test/world";

async function createGuarded() {
  const account = await createSignedIn();
  const { browser } = account;
  const { body } = await browser.post("/v1/auth/two-factor/enable", { password: goodPassword });
  const code = await totpOf(body.totpUri);
  await browser.post("/v1/auth/two-factor/verify-totp", { code });
  return { ...account, totpUri: body.totpUri as string, backupCodes: body.backupCodes as string[] };
}

async function firstStep({ email }: Pick<Account, "email">) {
  const browser = openBrowser();
  await browser.post("/v1/auth/sign-in/email", { email, password: goodPassword });
  return browser;
}

async function sessionsOf(userId: Id<"user">) {
  return await control().select().from(sessions).where(eq(sessions.userId, userId));
}

/** The code that the app shows next, which is taken a little early: the one from switching it on is used up. */
function nextCode(uri: string): Promise<string> {
  return totpOf(uri, Date.now() + 30_000);
}

async function wrongFor(uri: string): Promise<string> {
  const right = await totpOf(uri);
  return right === "123456" ? "654321" : "123456";
}

describe("two-factor sign-in", () => {
  it("is not on before the first code was right", async () => {
    const account = await createSignedIn();
    const { browser } = account;
    const begun = await browser.post("/v1/auth/two-factor/enable", { password: goodPassword });
    const code = await wrongFor(begun.body.totpUri);
    expect((await browser.post("/v1/auth/two-factor/verify-totp", { code })).status).toBe(422);
    expect((await browser.get("/v1/me")).body.user.twoFactorEnabled).toBe(false);
    expect((await (await signInForReal(account)).get("/v1/me")).status).toBe(200);
  });

  it("AUTH-07 asks for the password and ends every other session, on and off", async () => {
    const account = await createSignedIn();
    const { browser } = account;
    const other = await signInForReal(account);
    expect((await browser.post("/v1/auth/two-factor/enable", { password: "wrong" })).status).toBe(422);
    const { body } = await browser.post("/v1/auth/two-factor/enable", { password: goodPassword });
    const copied = browser.copy();
    await browser.post("/v1/auth/two-factor/verify-totp", { code: await totpOf(body.totpUri) });
    expect((await browser.get("/v1/me")).body.user.twoFactorEnabled).toBe(true);
    for (const each of [other, copied]) expect((await each.get("/v1/me")).status).toBe(401);

    const second = await firstStep(account);
    await second.post("/v1/auth/two-factor/verify-totp", { code: await nextCode(body.totpUri) });
    expect((await second.get("/v1/me")).status).toBe(200);
    expect((await browser.get("/v1/me")).status).toBe(200);
    expect((await browser.post("/v1/auth/two-factor/disable", { password: goodPassword })).status).toBe(204);
    expect((await second.get("/v1/me")).status).toBe(401);
    expect((await browser.get("/v1/me")).body.user.twoFactorEnabled).toBe(false);
  });

  it("opens no session by the password alone, whatever is tried with the half-way cookie", async () => {
    const account = await createGuarded();
    const halfWay = await firstStep(account);
    expect(halfWay.cookies.has("trb_session")).toBe(false);
    for (const path of ["/v1/me", "/v1/sessions", "/v1/auth/passkeys"]) {
      expect((await halfWay.get(path)).status).toBe(401);
    }
    expect((await halfWay.post("/v1/auth/two-factor/disable", { password: goodPassword })).status).toBe(401);
    const [row] = await control().select().from(twoFactors).where(eq(twoFactors.userId, account.id));
    expect(row?.verified).toBe(true);
  });

  it("AUTH-01 gives five tries to one sign-in", async () => {
    const account = await createGuarded();
    const halfWay = await firstStep(account);
    const code = await wrongFor(account.totpUri);
    for (let tries = 0; tries < 5; tries++) {
      expect((await halfWay.post("/v1/auth/two-factor/verify-totp", { code })).status).toBe(422);
    }
    const right = await nextCode(account.totpUri);
    expect(await halfWay.post("/v1/auth/two-factor/verify-totp", { code: right })).toMatchObject({
      status: 401,
      body: { code: "two_factor_over" },
    });
    const again = await firstStep(account);
    expect((await again.post("/v1/auth/two-factor/verify-totp", { code: right })).status).toBe(200);
  });

  it("AUTH-03 takes a code once, the one from switching it on included", async () => {
    const account = await createGuarded();
    const before = await sessionsOf(account.id);
    const used = await firstStep(account);
    const sameAgain = await used.post("/v1/auth/two-factor/verify-totp", {
      code: await totpOf(account.totpUri),
      trustDevice: true,
    });
    expect(sameAgain).toMatchObject({
      status: 422,
      body: { code: "invalid", errors: [{ code: "wrong_code" }] },
    });
    expect(sameAgain.headers.getSetCookie()).toEqual([]);
    expect(await sessionsOf(account.id)).toEqual(before);

    const code = await nextCode(account.totpUri);
    const both = await Promise.all([firstStep(account), firstStep(account)]);
    const answers = await Promise.all(
      both.map((browser) => browser.post("/v1/auth/two-factor/verify-totp", { code })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422]);
    // Neither does an earlier one that the clock would still allow.
    const earlier = await totpOf(account.totpUri, Date.now() - 30_000);
    const late = await firstStep(account);
    expect((await late.post("/v1/auth/two-factor/verify-totp", { code: earlier })).status).toBe(422);
    expect(await sessionsOf(account.id)).toHaveLength(before.length + 1);
  });

  it("takes each backup code once, and none of the old ones after new ones were made", async () => {
    const { backupCodes, ...account } = await createGuarded();
    const [code = "", second = ""] = backupCodes;
    const use = async (each: string) =>
      (await (await firstStep(account)).post("/v1/auth/two-factor/verify-backup-code", { code: each }))
        .status;
    expect(await use(code)).toBe(200);
    expect(await use(code)).toBe(422);
    const renewed = await account.browser.post("/v1/auth/two-factor/generate-backup-codes", {
      password: goodPassword,
    });
    expect(renewed.body.backupCodes).toHaveLength(10);
    expect(await use(second)).toBe(422);
    expect(await use(renewed.body.backupCodes[0])).toBe(200);
  });

  it("asks no code in a browser that was trusted, and asks in every other", async () => {
    const account = await createGuarded();
    const browser = await firstStep(account);
    const code = await nextCode(account.totpUri);
    await browser.post("/v1/auth/two-factor/verify-totp", { code, trustDevice: true });
    await browser.post("/v1/auth/sign-out");
    const again = await browser.post("/v1/auth/sign-in/email", {
      email: account.email,
      password: goodPassword,
    });
    expect(again.body.status).toBe("signed_in");
    const elsewhere = await firstStep(account);
    expect((await elsewhere.get("/v1/me")).status).toBe(401);
  });

  it("keeps its secrets sealed in the database", async () => {
    const { id, totpUri, backupCodes } = await createGuarded();
    const [row] = await control().select().from(twoFactors).where(eq(twoFactors.userId, id));
    const secret = new URL(totpUri).searchParams.get("secret") ?? "x";
    expect(JSON.stringify(row)).not.toContain(secret);
    for (const code of backupCodes) expect(JSON.stringify(row)).not.toContain(code);
  });

  it("cannot be begun twice", async () => {
    const { browser } = await createGuarded();
    const again = await browser.post("/v1/auth/two-factor/enable", { password: goodPassword });
    expect(again).toMatchObject({ status: 409, body: { code: "two_factor_enabled" } });
  });
});
