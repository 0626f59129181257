import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { sessions, users } from "../../../db/schema/control/people";
import {
  createAccount,
  createSignedIn,
  goodPassword,
  openBrowser,
  signInForReal,
  subjectOfGuesses,
} from "../../test/browser";
import { testBase } from "../../test/base";
import { handle } from "../../test/handle";
import { clientOf } from "../../test/client";
import { anybody, control, createPerson, createWorld, unique } from "../../test/world";

const wrong = "incorrect horse battery";

describe("AUTH-01 guessing a password", () => {
  it("stops after ten tries at one account, from however many addresses, and passes by itself", async () => {
    const { email } = await createAccount();
    const guesses = await Promise.all(
      Array.from({ length: 14 }, () =>
        openBrowser().post("/v1/auth/sign-in/email", { email, password: wrong }),
      ),
    );
    const statuses = guesses.map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(4);
    const refused = await openBrowser().post("/v1/auth/sign-in/email", { email, password: goodPassword });
    expect(refused).toMatchObject({ status: 429, body: { code: "quota_exceeded" } });
    expect(Number(refused.headers.get("retry-after"))).toBeLessThanOrEqual(900);
    expect(await control().select().from(users).where(eq(users.email, email))).toMatchObject([
      { status: "active" },
    ]);
  });

  it("is forgiven by the right password", async () => {
    const { email } = await createAccount();
    for (let round = 0; round < 2; round++) {
      for (let tries = 0; tries < 6; tries++) {
        await openBrowser().post("/v1/auth/sign-in/email", { email, password: wrong });
      }
      const right = await openBrowser().post("/v1/auth/sign-in/email", { email, password: goodPassword });
      expect(right.status).toBe(200);
    }
  });

  it("counts for an address that nobody has in the same way", async () => {
    const email = `${unique()}@people.test`;
    for (let tries = 0; tries < 10; tries++) {
      expect((await openBrowser().post("/v1/auth/sign-in/email", { email, password: wrong })).status).toBe(
        401,
      );
    }
    expect((await openBrowser().post("/v1/auth/sign-in/email", { email, password: wrong })).status).toBe(429);
  });

  it("counts where the password is asked again, too", async () => {
    const { email, browser } = await createSignedIn();
    const asking = [
      () => browser.post("/v1/auth/confirmation", { password: wrong }),
      () =>
        browser.post("/v1/auth/change-password", {
          currentPassword: wrong,
          newPassword: "another fine password",
        }),
      () => browser.post("/v1/auth/two-factor/enable", { password: wrong }),
    ];
    for (let tries = 0; tries < 10; tries++) expect((await asking[tries % 3]?.())?.status).toBe(422);
    expect((await browser.post("/v1/auth/confirmation", { password: goodPassword })).status).toBe(429);
    await testBase().forgive(await subjectOfGuesses(email));
    expect((await browser.post("/v1/auth/confirmation", { password: goodPassword })).status).toBe(204);
  });
});

describe("AUTH-02 whether an address has an account", () => {
  it("is not told by sign-in, sign-up, reset or a second confirmation mail", async () => {
    const { email: known } = await createAccount();
    const unknown = `${unique()}@people.test`;
    const ask = async (path: string, body: object) => {
      const { status, body: answer } = await openBrowser().post(path, body);
      return { status, answer: { ...answer, instance: "" } };
    };
    const name = "Ada Lovelace";
    for (const [path, more] of [
      ["/v1/auth/sign-in/email", { password: wrong }],
      ["/v1/auth/sign-up/email", { password: goodPassword, name }],
      ["/v1/auth/request-password-reset", {}],
      ["/v1/auth/send-verification-email", {}],
    ] as const) {
      expect(await ask(path, { email: known, ...more })).toEqual(
        await ask(path, { email: unknown, ...more }),
      );
    }
  });

  it.each([
    ["/v1/auth/sign-in/email", { password: wrong }],
    ["/v1/auth/sign-up/email", { password: goodPassword, name: "Ada" }],
  ])(
    "is not felt in the time that %s takes",
    async (path, more) => {
      const differenceOf = async () => {
        const known: number[] = [];
        const unknown: number[] = [];
        for (let tries = 0; tries < 25; tries++) {
          const { email } = await createPerson({ passwordHash: hashOfSomething });
          known.push(await timeOf(path, { email, ...more }));
          unknown.push(await timeOf(path, { email: `${unique()}@people.test`, ...more }));
        }
        return Math.abs(median(known) - median(unknown)) / median(unknown);
      };
      // A busy machine blurs one measurement; what really takes longer takes longer in all of them.
      const rounds: number[] = [];
      while (rounds.length < 3 && Math.min(...rounds, 1) >= 0.1) rounds.push(await differenceOf());
      expect(Math.min(...rounds)).toBeLessThan(0.1);
    },
    90_000,
  );
});

/** As slow to check as a real one. */
const hashOfSomething = `scrypt$16384$8$5$${"A".repeat(22)}==$${"A".repeat(43)}=`;

/** With a pause before, in which the job of the try before ends. */
async function timeOf(path: string, body: object): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 30));
  const before = performance.now();
  await openBrowser().post(path, body);
  return performance.now() - before;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

describe("AUTH-05 what somebody claims about themself", () => {
  const claims = {
    isAdmin: true,
    emailVerified: true,
    role: "owner",
    plan: "agency",
    mfa: true,
    platformRole: "super_admin",
  };

  it.each(Object.entries(claims))(
    "is refused at sign-up, sign-in and in the profile: %s",
    async (name, value) => {
      const person = await createPerson();
      const email = `${unique()}@people.test`;
      const answers = [
        await openBrowser().post("/v1/auth/sign-up/email", {
          email,
          password: goodPassword,
          name: "Eve",
          [name]: value,
        }),
        await openBrowser().post("/v1/auth/sign-in/email", { email, password: goodPassword, [name]: value }),
        await person.client.patch("/v1/me", { [name]: value }),
      ];
      for (const answer of answers) {
        expect(answer).toMatchObject({
          status: 422,
          body: { errors: [{ pointer: `/${name}`, code: "unknown_field" }] },
        });
      }
      expect(await control().select().from(users).where(eq(users.email, email))).toEqual([]);
    },
  );
});

describe("AUTH-06 the session's name", () => {
  it("is new after signing in, and the one this browser had before opens nothing", async () => {
    const { email, browser } = await createSignedIn();
    const planted = browser.copy();
    expect((await planted.get("/v1/me")).status).toBe(200);
    await browser.post("/v1/auth/sign-in/email", { email, password: goodPassword });
    expect(browser.cookies.get("trb_session")).not.toBe(planted.cookies.get("trb_session"));
    expect((await browser.get("/v1/me")).status).toBe(200);
    expect((await planted.get("/v1/me")).status).toBe(401);
  });

  it("is never one that somebody chose", async () => {
    const { email } = await createAccount();
    const browser = openBrowser({ cookies: new Map([["trb_session", "chosen.c2lnbmF0dXJl"]]) });
    await browser.post("/v1/auth/sign-in/email", { email, password: goodPassword });
    expect(browser.cookies.get("trb_session")).not.toContain("chosen");
  });
});

describe("AUTH-07 signing out", () => {
  it("kills a copied cookie", async () => {
    const { browser } = await createSignedIn();
    const thief = browser.copy();
    expect((await thief.get("/v1/me")).status).toBe(200);
    expect((await browser.post("/v1/auth/sign-out")).status).toBe(204);
    expect(browser.cookies.has("trb_session")).toBe(false);
    expect((await thief.get("/v1/me")).status).toBe(401);
  });
});

describe("AUTH-11 the session cookie", () => {
  it("is out of reach of scripts and other sites, and its token is nowhere else", async () => {
    const { email } = await createAccount();
    const answer = await openBrowser().post("/v1/auth/sign-in/email", { email, password: goodPassword });
    const line = answer.headers.getSetCookie().find((cookie) => cookie.startsWith("trb_session=")) ?? "";
    for (const attribute of ["HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=7776000"]) {
      expect(line.toLowerCase()).toContain(attribute.toLowerCase());
    }
    const token = decodeURIComponent(line).slice("trb_session=".length).split(".")[0] ?? "";
    expect(token.length).toBeGreaterThan(20);
    expect(JSON.stringify(answer.body)).not.toContain(token);
  });

  it("has the __Host- prefix and Secure where the product is served by https", async () => {
    const { email } = await createAccount();
    const base = testBase();
    const settings = { ...base.settings, APP_URL: "https://app.example.com" };
    const answer = await handle("signInWithEmail", { ...base, settings }, { email, password: goodPassword });
    const cookies = answer.headers.getSetCookie();
    const session = cookies.find((cookie) => cookie.startsWith("__Host-trb_session="));
    expect(session).toContain("Secure");
    expect(session).not.toContain("Domain");
    expect(cookies.every((cookie) => cookie.startsWith("__Host-"))).toBe(true);
  });

  it("ends after fourteen days without use, after ninety at the latest, whatever the browser keeps", async () => {
    const browser = await signInForReal(await createAccount());
    const token = decodeURIComponent(browser.cookies.get("trb_session") ?? "").split(".")[0] ?? "";
    const [row] = await control().select().from(sessions).where(eq(sessions.token, token));
    const days = ((row?.expiresAt.getTime() ?? 0) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(13.9);
    expect(days).toBeLessThanOrEqual(14);
    await control()
      .update(sessions)
      .set({ expiresAt: new Date(Date.now() - 1) })
      .where(eq(sessions.token, token));
    expect((await browser.get("/v1/me")).status).toBe(401);
  });
});

describe("CSRF-01 CSRF-02 another site", () => {
  const elsewhere = { origin: "https://evil.example" };

  it("can neither sign somebody in nor out, nor change anything", async () => {
    const { email, browser } = await createSignedIn();
    const attempts = [
      await openBrowser().post("/v1/auth/sign-in/email", { email, password: goodPassword }, elsewhere),
      await browser.post("/v1/auth/sign-out", undefined, elsewhere),
      await browser.patch("/v1/me", { name: "Mallory" }, elsewhere),
      await browser.delete("/v1/sessions", elsewhere),
      await browser.post("/v1/auth/sign-out", undefined, { origin: "null" }),
    ];
    for (const attempt of attempts)
      expect(attempt).toMatchObject({ status: 403, body: { code: "cross_site" } });
    expect((await browser.get("/v1/me")).body.user.name).toBe("Ada Lovelace");
  });

  it("cannot use a form: only JSON is read", async () => {
    const form = {
      body: "email=a@b.test&password=x",
      headers: { "content-type": "application/x-www-form-urlencoded" },
    };
    expect((await openBrowser().send("POST", "/v1/auth/sign-in/email", form)).status).toBe(415);
  });
});

describe("KEY-05 an API key", () => {
  it("knows who it is, and can touch nobody's account", async () => {
    const world = await createWorld();
    const key = await world.key(["members:read", "teams:read"]);
    const me = await key.client.get("/v1/me");
    expect(me.body).toMatchObject({
      user: null,
      membership: null,
      organization: { id: world.id },
      apiKey: { id: key.id, scopes: ["members:read", "teams:read"] },
    });
    for (const path of ["/v1/sessions", "/v1/auth/passkeys"]) {
      expect(await key.client.get(path)).toMatchObject({ status: 403, body: { code: "session_only" } });
    }
    expect((await key.client.patch("/v1/me", { name: "Mallory" })).status).toBe(403);
    expect((await clientOf({ cookie: `trb_session=${key.secret}` }).get("/v1/me")).status).toBe(401);
    expect((await anybody.get("/v1/me")).status).toBe(401);
  });
});
