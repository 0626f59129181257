import { describe, expect, it } from "vitest";
import { createAuthenticator } from "../../test/authenticator";
import { type Browser, createAccount, createSignedIn, openBrowser } from "../../test/browser";

type Authenticator = Awaited<ReturnType<typeof createAuthenticator>>;

async function addPasskey(browser: Browser, authenticator: Authenticator, name = "Laptop") {
  const { body: options } = await browser.post("/v1/auth/passkey/generate-register-options");
  const response = await authenticator.register(options);
  return await browser.post("/v1/auth/passkey/verify-registration", { response, name });
}

async function signInWith(authenticator: Authenticator, browser = openBrowser()) {
  const { body: options } = await browser.post("/v1/auth/passkey/generate-authenticate-options");
  const response = await authenticator.sign(options);
  return {
    browser,
    response,
    answer: await browser.post("/v1/auth/passkey/verify-authentication", { response }),
  };
}

describe("a passkey", () => {
  it("is added, opens the account without a password, and is removed again", async () => {
    const { email, browser } = await createSignedIn();
    const authenticator = await createAuthenticator();
    const added = await addPasskey(browser, authenticator);
    expect(added).toMatchObject({ status: 201, body: { name: "Laptop" } });
    expect((await browser.get("/v1/auth/passkeys")).body).toMatchObject({
      data: [{ id: added.body.id, name: "Laptop" }],
      nextCursor: null,
    });

    const { browser: elsewhere, answer } = await signInWith(authenticator);
    expect(answer).toMatchObject({ status: 200, body: { status: "signed_in", user: { email } } });
    expect((await elsewhere.get("/v1/me")).body.user.email).toBe(email);

    expect((await browser.delete(`/v1/auth/passkeys/${added.body.id}`)).status).toBe(204);
    expect((await signInWith(authenticator)).answer).toMatchObject({
      status: 401,
      body: { code: "passkey_refused" },
    });
  });

  it("AUTH-03 cannot be used again with an answer that was overheard", async () => {
    const { browser } = await createSignedIn();
    const authenticator = await createAuthenticator();
    await addPasskey(browser, authenticator);
    const { browser: first, response } = await signInWith(authenticator);
    const replayed = await first.post("/v1/auth/passkey/verify-authentication", { response });
    expect(replayed).toMatchObject({ status: 400, body: { code: "passkey_challenge_over" } });
    const thief = openBrowser();
    await thief.post("/v1/auth/passkey/generate-authenticate-options");
    expect((await thief.post("/v1/auth/passkey/verify-authentication", { response })).status).toBe(401);
    expect((await thief.get("/v1/me")).status).toBe(401);
  });

  it("of another site is refused", async () => {
    const { browser } = await createSignedIn();
    const phisher = await createAuthenticator({ origin: "https://tributary.evil.example" });
    expect(await addPasskey(browser, phisher)).toMatchObject({
      status: 400,
      body: { code: "passkey_refused" },
    });
    expect((await browser.get("/v1/auth/passkeys")).body.data).toEqual([]);
  });

  it("that its owner did not have to unlock does not stand for both factors", async () => {
    const { browser } = await createSignedIn();
    const found = await createAuthenticator({ unlocks: false });
    await addPasskey(browser, found);
    const { browser: finder, answer } = await signInWith(found);
    expect(answer).toMatchObject({ status: 401, body: { code: "passkey_refused" } });
    expect((await finder.get("/v1/me")).status).toBe(401);
  });

  it("that nobody has added opens nothing", async () => {
    const { browser } = await signInWith(await createAuthenticator());
    expect((await browser.get("/v1/me")).status).toBe(401);
  });

  it("TEN-01 of somebody else can be neither seen nor removed", async () => {
    const owner = await createSignedIn();
    const authenticator = await createAuthenticator();
    const { body } = await addPasskey(owner.browser, authenticator);
    const stranger = await createSignedIn();
    expect((await stranger.browser.get("/v1/auth/passkeys")).body.data).toEqual([]);
    expect((await stranger.browser.delete(`/v1/auth/passkeys/${body.id}`)).status).toBe(404);
    expect((await owner.browser.get("/v1/auth/passkeys")).body.data).toHaveLength(1);
    expect((await signInWith(authenticator)).answer.status).toBe(200);
  });

  it("AUTH-06 ends the session that the browser had before", async () => {
    const { browser } = await createSignedIn();
    const authenticator = await createAuthenticator();
    await addPasskey(browser, authenticator);
    const before = browser.copy();
    await signInWith(authenticator, browser);
    expect((await browser.get("/v1/me")).status).toBe(200);
    expect((await before.get("/v1/me")).status).toBe(401);
  });

  it("needs a session to be added", async () => {
    const { browser } = await createAccount();
    expect((await browser.post("/v1/auth/passkey/generate-register-options")).status).toBe(401);
  });
});
