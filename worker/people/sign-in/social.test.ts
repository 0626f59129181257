import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Id } from "../../../db/ids";
import { accounts, sessions, users } from "../../../db/schema/control/people";
import { testBase } from "../../test/base";
import { createAccount, createSignedIn, goodPassword, keepCookie, openBrowser } from "../../test/browser";
import { handle } from "../../test/handle";
import { totpOf } from "../../test/totp";
import { anybody, control, unique } from "../../test/world";

const base = testBase();
const settings = { ...base.settings, GITHUB_CLIENT_ID: "our-id", GITHUB_CLIENT_SECRET: "our-secret" };
const withGithub = { ...base, settings };

type Github = { id: number; email: string; verified: boolean };

/** Stands in for github.com and api.github.com; everything on our side is the real thing. */
const realFetch = globalThis.fetch;
let github: Github;
let exchanges: number;

beforeEach(() => {
  exchanges = 0;
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const { host, pathname } = new URL(request.url);
    if (host === "github.com") exchanges++;
    const answers: Record<string, object> = {
      "/login/oauth/access_token": {
        access_token: "token-of-theirs",
        token_type: "bearer",
        scope: "user:email",
      },
      "/user": { id: github.id, login: "octo", name: "Octo Cat", email: github.email, avatar_url: null },
      "/user/emails": [{ email: github.email, primary: true, verified: github.verified, visibility: null }],
    };
    return Response.json(answers[pathname] ?? {}, { status: answers[pathname] ? 200 : 404 });
  };
});

afterEach(() => {
  globalThis.fetch = realFetch;
});

async function start(returnTo = "/leads") {
  const answer = await handle("startSocialSignIn", withGithub, { provider: "github", returnTo });
  const { url } = await answer.json<{ url: string }>();
  const cookie = answer.headers.getSetCookie().map((line) => line.split(";")[0]);
  return { url: new URL(url), cookie: cookie.join("; ") };
}

async function comeBack(
  state: string | null,
  cookie: string,
  more: Record<string, string> = { code: "a-code" },
) {
  const request = new Request(settings.APP_URL, { headers: { cookie } });
  const query = { ...(state === null ? {} : { state }), ...more };
  return await handle(
    "finishSocialSignIn",
    withGithub,
    {},
    { request, params: { provider: "github" }, query },
  );
}

function sessionCookie(answer: Response): string | undefined {
  return answer.headers
    .getSetCookie()
    .find((line) => line.startsWith("trb_session=") && !/max-age=0/i.test(line));
}

const someone = (more: Partial<Github> = {}): Github => ({
  id: Math.floor(Math.random() * 1e9),
  email: `${unique()}@people.test`,
  verified: true,
  ...more,
});

describe("another account", () => {
  it("is offered only where its keys are set", async () => {
    expect((await anybody.get("/v1/auth/providers")).body).toEqual({ social: [] });
    const refused = await openBrowser().post("/v1/auth/sign-in/social", { provider: "github" });
    expect(refused.status).toBe(404);
    expect((await openBrowser().get("/v1/auth/callback/github?code=x&state=y")).status).toBe(404);
    expect((await openBrowser().get("/v1/auth/callback/myspace?code=x")).status).toBe(404);
  });

  it("opens a new account here, and the same one the next time", async () => {
    github = someone();
    const { url, cookie } = await start();
    expect(url.origin).toBe("https://github.com");
    expect(url.searchParams.get("redirect_uri")).toBe("http://localhost/v1/auth/callback/github");
    const arrived = await comeBack(url.searchParams.get("state"), cookie);
    expect(arrived.status).toBe(302);
    expect(arrived.headers.get("location")).toBe("/leads");
    const session = sessionCookie(arrived)?.split(";")[0] ?? "";
    const [, value = ""] = session.split(/=(.*)/);
    const browser = openBrowser({ cookies: new Map([["trb_session", value]]) });
    expect((await browser.get("/v1/me")).body.user).toMatchObject({
      email: github.email,
      emailVerified: true,
    });

    const again = await start("/");
    expect(sessionCookie(await comeBack(again.url.searchParams.get("state"), again.cookie))).toBeDefined();
    const found = await control().select().from(users).where(eq(users.email, github.email));
    expect(found).toHaveLength(1);
    const linked = await control()
      .select()
      .from(accounts)
      .where(eq(accounts.userId, found[0]?.id ?? "usr_"));
    expect(linked).toMatchObject([{ providerId: "github", password: null }]);
    expect(JSON.stringify(linked)).not.toContain("token-of-theirs");
  });
});

describe("AUTH-10 an address that both know", () => {
  it("is linked when both sides have confirmed it", async () => {
    const { email, id } = await createAccount();
    github = someone({ email });
    const { url, cookie } = await start();
    expect(sessionCookie(await comeBack(url.searchParams.get("state"), cookie))).toBeDefined();
    const linked = await control().select().from(accounts).where(eq(accounts.userId, id));
    expect(linked.map(({ providerId }) => providerId).toSorted()).toEqual(["credential", "github"]);
  });

  it.each([
    ["the provider has not", { provider: false, local: true }],
    ["we have not", { provider: true, local: false }],
  ])("is not linked when %s", async (_, confirmed) => {
    const { email, id } = await createAccount();
    await control().update(users).set({ emailVerified: confirmed.local }).where(eq(users.id, id));
    github = someone({ email, verified: confirmed.provider });
    const { url, cookie } = await start();
    const answer = await comeBack(url.searchParams.get("state"), cookie);
    expect(sessionCookie(answer)).toBeUndefined();
    expect(answer.headers.get("location")).toMatch(/^\/sign-in\?error=/);
    expect(await control().select().from(accounts).where(eq(accounts.userId, id))).toHaveLength(1);
  });

  it("opens nothing new when the provider has not confirmed it", async () => {
    github = someone({ verified: false });
    const { url, cookie } = await start();
    expect(sessionCookie(await comeBack(url.searchParams.get("state"), cookie))).toBeUndefined();
  });
});

describe("AUTH-10 an account with a second factor", () => {
  it("is asked for it after another account too, which opens nothing by itself", async () => {
    const account = await createSignedIn();
    const password = goodPassword;
    const { body } = await account.browser.post("/v1/auth/two-factor/enable", { password });
    await account.browser.post("/v1/auth/two-factor/verify-totp", { code: await totpOf(body.totpUri) });
    const sessionsBefore = await sessionsOf(account.id);

    github = someone({ email: account.email });
    const { url, cookie } = await start("/leads?sort=score");
    const arrived = await comeBack(url.searchParams.get("state"), cookie);
    expect(arrived.headers.get("location")).toBe("/two-factor?next=%2Fleads%3Fsort%3Dscore");
    expect(await sessionsOf(account.id)).toEqual(sessionsBefore);
    const browser = openBrowser();
    for (const line of arrived.headers.getSetCookie()) keepCookie(browser.cookies, line);
    expect((await browser.get("/v1/me")).status).toBe(401);

    const code = await totpOf(body.totpUri, Date.now() + 30_000);
    expect((await browser.post("/v1/auth/two-factor/verify-totp", { code })).status).toBe(200);
    expect((await browser.get("/v1/me")).body.user.email).toBe(account.email);
  });

  async function sessionsOf(userId: Id<"user">) {
    const rows = await control().select().from(sessions).where(eq(sessions.userId, userId));
    return rows.map(({ id }) => id);
  }
});

describe("CSRF-04 the way back", () => {
  it("is bound to the browser that went, and to one journey", async () => {
    github = someone();
    const { url, cookie } = await start();
    const state = url.searchParams.get("state");
    for (const [otherState, otherCookie] of [
      [state, ""],
      ["made-up", cookie],
      [null, cookie],
      [(await start()).url.searchParams.get("state"), cookie],
    ] as const) {
      const answer = await comeBack(otherState, otherCookie);
      expect(sessionCookie(answer)).toBeUndefined();
      expect(answer.headers.get("location")).toMatch(/^\/sign-in\?error=/);
    }
    expect(exchanges).toBe(0);

    const fresh = await start();
    const once = await comeBack(fresh.url.searchParams.get("state"), fresh.cookie);
    expect(sessionCookie(once)).toBeDefined();
    const twice = await comeBack(fresh.url.searchParams.get("state"), fresh.cookie);
    expect(sessionCookie(twice)).toBeUndefined();
  });

  it("says when somebody changed their mind", async () => {
    const { url, cookie } = await start();
    const answer = await comeBack(url.searchParams.get("state"), cookie, { error: "access_denied" });
    expect(answer.headers.get("location")).toBe("/sign-in?error=access_denied");
  });
});

describe("REDIR-01 where to go afterwards", () => {
  it.each([
    "//evil.test",
    "/\\evil.test",
    "https:evil.test",
    "\t//evil.test",
    "/\t/evil.test",
    "javascript:alert(1)",
    "http://evil.test/",
    "leads",
    "/%0d%0a\n",
  ])("is never %j", async (returnTo) => {
    const answer = await openBrowser().post("/v1/auth/sign-in/social", { provider: "github", returnTo });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: "/returnTo" }] } });
  });
});
