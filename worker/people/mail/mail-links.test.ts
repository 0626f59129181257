import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { jobs } from "../../../db/schema/cell/spine";
import { accounts, users, verifications } from "../../../db/schema/control/people";
import { signToken } from "../../kernel/secrets";
import {
  allMailTo,
  goodPassword,
  mailTo,
  openBrowser,
  createSignedIn,
  createAccount,
  subjectOfGuesses,
  tokenIn,
} from "../../test/browser";
import { testBase } from "../../test/base";
import { anybody, control, createPerson, unique } from "../../test/world";

const newPassword = "a wholly different one";

async function askForReset(email: string, count = 1): Promise<string> {
  await openBrowser().post("/v1/auth/request-password-reset", { email });
  return tokenIn(await mailTo(email, "Choose a new password", count));
}

describe("AUTH-03 a link from a mail", () => {
  it("works once, even when it is used twice at the same moment", async () => {
    const { email } = await createAccount();
    const token = await askForReset(email);
    const answers = await Promise.all(
      [1, 2, 3].map((n) =>
        openBrowser().post("/v1/auth/reset-password", { token, newPassword: `${newPassword} ${n}` }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 400, 400]);
    const again = await openBrowser().post("/v1/auth/reset-password", { token, newPassword });
    expect(again).toMatchObject({ status: 400, body: { code: "token_invalid" } });
  });

  it("dies with the next change of the password, and with every newer sign-up", async () => {
    const { email, browser } = await createSignedIn();
    const token = await askForReset(email);
    await browser.post("/v1/auth/change-password", { currentPassword: goodPassword, newPassword });
    const late = await openBrowser().post("/v1/auth/reset-password", {
      token,
      newPassword: "yet another one",
    });
    expect(late).toMatchObject({ status: 400, body: { code: "token_invalid" } });
    expect(
      (await openBrowser().post("/v1/auth/sign-in/email", { email, password: newPassword })).status,
    ).toBe(200);
  });

  it("expires after an hour and says so", async () => {
    const { id, email } = await createPerson();
    const { AUTH_SECRET } = testBase().settings;
    for (const purpose of ["reset-password", "verify-email", "confirm-email-change"]) {
      const claims = { purpose, data: { userId: id, state: "any" }, expiresAt: Date.now() - 1 };
      const token = await signToken(claims, AUTH_SECRET);
      expect(await openBrowser().post(addressOf[purpose] ?? "", { token, ...bodyOf[purpose] })).toMatchObject(
        {
          status: 400,
          body: { code: "token_expired" },
        },
      );
    }
    const made = tokenParts(await askForReset(email));
    expect(made.expiresAt - Date.now()).toBeLessThanOrEqual(3_600_000);
  });

  it("is refused when cut, altered, unsigned, or signed by somebody else", async () => {
    const { email, id } = await createPerson();
    const token = await askForReset(email);
    const [payload = "", signature = ""] = token.split(".");
    const none = `${btoa('{"alg":"none"}')}.${payload}.`;
    const theirs = await signToken(
      { purpose: "reset-password", data: tokenParts(token).data, expiresAt: Date.now() + 1000 },
      "another secret of at least thirty-two",
    );
    for (const bad of [
      payload,
      `${payload}.`,
      `${token}x`,
      token.slice(0, -2),
      `.${signature}`,
      none,
      theirs,
      "x",
    ]) {
      const answer = await openBrowser().post("/v1/auth/reset-password", { token: bad, newPassword });
      expect(answer).toMatchObject({ status: 400, body: { code: "token_invalid" } });
    }
    expect(await control().select().from(accounts).where(eq(accounts.userId, id))).toEqual([]);
  });

  it("lies nowhere: neither the tables nor the jobs hold one", async () => {
    const { email } = await createAccount();
    const token = await askForReset(email);
    const [payload = "x"] = token.split(".");
    const rows = [await control().select().from(jobs), await control().select().from(verifications)];
    expect(JSON.stringify(rows)).not.toContain(payload);
  });
});

const addressOf: Record<string, string> = {
  "reset-password": "/v1/auth/reset-password",
  "verify-email": "/v1/auth/verify-email",
  "confirm-email-change": "/v1/auth/change-email/confirmation",
  "undo-email-change": "/v1/auth/change-email/undo",
};
const bodyOf: Record<string, object> = { "reset-password": { newPassword } };

function tokenParts(token: string): { data: unknown; expiresAt: number } {
  const payload = (token.split(".")[0] ?? "").replaceAll("-", "+").replaceAll("_", "/");
  return JSON.parse(atob(payload)) as { data: unknown; expiresAt: number };
}

describe("AUTH-04 a link of one purpose", () => {
  it("is refused for every other purpose", async () => {
    const { email, browser } = await createSignedIn();
    const to = `${unique()}@people.test`;
    await browser.post("/v1/auth/change-email", { newEmail: to });
    const tokens: Record<string, string> = {
      "reset-password": await askForReset(email),
      "confirm-email-change": tokenIn(await mailTo(to, "Confirm your new email address")),
      "undo-email-change": tokenIn(await mailTo(email, "Your email address is about to change")),
    };
    for (const [purpose, token] of Object.entries(tokens)) {
      for (const [other, address] of Object.entries(addressOf)) {
        if (other === purpose) continue;
        const answer = await openBrowser().post(address, { token, ...bodyOf[other] });
        expect(answer).toMatchObject({ status: 400, body: { code: "token_invalid" } });
      }
    }
    expect((await browser.get("/v1/me")).body.user.email).toBe(email);
  });
});

describe("AUTH-07 a new password by mail", () => {
  it("ends every session, opens the account to it alone, and tells the owner", async () => {
    const { email, browser } = await createSignedIn();
    const second = openBrowser();
    await second.post("/v1/auth/sign-in/email", { email, password: goodPassword });
    const token = await askForReset(email);
    expect((await openBrowser().post("/v1/auth/reset-password", { token, newPassword })).status).toBe(204);
    for (const each of [browser, second]) expect((await each.get("/v1/me")).status).toBe(401);
    const withPassword = (password: string) =>
      openBrowser().post("/v1/auth/sign-in/email", { email, password });
    expect((await withPassword(goodPassword)).status).toBe(401);
    expect((await withPassword(newPassword)).status).toBe(200);
    await mailTo(email, "Your password was changed");
  });

  it("AUTH-01 opens an account whose tries somebody else has used up", async () => {
    const { email } = await createAccount();
    const guess = () => openBrowser().post("/v1/auth/sign-in/email", { email, password: "incorrect" });
    for (let tries = 0; tries < 11; tries++) await guess();
    expect((await guess()).status).toBe(429);
    const token = await askForReset(email);
    await openBrowser().post("/v1/auth/reset-password", { token, newPassword });
    expect(
      (await openBrowser().post("/v1/auth/sign-in/email", { email, password: newPassword })).status,
    ).toBe(200);
    await testBase().forgive(await subjectOfGuesses(email));
  });

  it("leaves an easy password unset and the link unused", async () => {
    const { email } = await createAccount();
    const token = await askForReset(email);
    const easy = await openBrowser().post("/v1/auth/reset-password", { token, newPassword: "Password123!" });
    expect(easy).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: "/newPassword", code: "common_password" }] },
    });
    expect((await openBrowser().post("/v1/auth/reset-password", { token, newPassword })).status).toBe(204);
  });
});

describe("signing up with an address", () => {
  it("that has an account changes nothing and tells its owner", async () => {
    const { email } = await createAccount();
    await openBrowser().post("/v1/auth/sign-up/email", { email, password: newPassword, name: "Mallory" });
    const mail = await mailTo(email, "You already have a Tributary account");
    expect(mail.text).not.toContain("Mallory");
    expect(
      (await openBrowser().post("/v1/auth/sign-in/email", { email, password: newPassword })).status,
    ).toBe(401);
    expect(
      (await openBrowser().post("/v1/auth/sign-in/email", { email, password: goodPassword })).status,
    ).toBe(200);
  });

  it("in other letters' case is the same address", async () => {
    const { email } = await createAccount();
    await openBrowser().post("/v1/auth/sign-up/email", {
      email: email.toUpperCase(),
      password: newPassword,
      name: "Ada",
    });
    await mailTo(email, "You already have a Tributary account");
    expect(await control().select().from(users).where(eq(users.email, email))).toHaveLength(1);
  });

  it("that somebody else typed first leaves them no way in once its owner confirms", async () => {
    const email = `${unique()}@people.test`;
    const subject = "Confirm your email address";
    const attacker = "the attacker's password";
    await openBrowser().post("/v1/auth/sign-up/email", { email, password: attacker, name: "Mallory" });
    const first = tokenIn(await mailTo(email, subject));
    await openBrowser().post("/v1/auth/sign-up/email", {
      email,
      password: goodPassword,
      name: "Ada Lovelace",
    });
    const second = tokenIn(await mailTo(email, subject, 2));
    expect((await openBrowser().post("/v1/auth/verify-email", { token: first })).status).toBe(400);
    expect((await openBrowser().post("/v1/auth/verify-email", { token: second })).status).toBe(200);
    expect((await openBrowser().post("/v1/auth/sign-in/email", { email, password: attacker })).status).toBe(
      401,
    );
    const browser = openBrowser();
    await browser.post("/v1/auth/sign-in/email", { email, password: goodPassword });
    expect((await browser.get("/v1/me")).body.user.name).toBe("Ada Lovelace");
  });

  it("at the same moment twice makes one account", async () => {
    const email = `${unique()}@people.test`;
    const body = { email, password: goodPassword, name: "Ada" };
    const answers = await Promise.all(
      [1, 2, 3].map(() => openBrowser().post("/v1/auth/sign-up/email", body)),
    );
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
    expect(await control().select().from(users).where(eq(users.email, email))).toHaveLength(1);
  });
});

describe("MAIL-03 one address", () => {
  it("gets at most six mails an hour that strangers asked for, and nobody's sign-up hears another's words", async () => {
    const email = `${unique()}@people.test`;
    const statuses: number[] = [];
    for (let n = 0; n < 8; n++) {
      const { status } = await openBrowser().post("/v1/auth/send-verification-email", { email });
      statuses.push(status);
    }
    expect(statuses).toEqual([202, 202, 202, 202, 202, 202, 429, 429]);
    expect(await allMailTo(email)).toEqual([]);
  });

  it("must be one that mail can mean in only one way", async () => {
    for (const email of ['"a@x.test b"@y.test', "a@b.test, c@d.test", "a@b", "a@b.test\nbcc: c@d.test"]) {
      const answer = await openBrowser().post("/v1/auth/request-password-reset", { email });
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: "/email" }] } });
    }
  });
});

describe("the mailbox", () => {
  it("shows what was kept, newest first, and one mail by its id", async () => {
    const email = `${unique()}@people.test`;
    await openBrowser().post("/v1/auth/sign-up/email", { email, password: goodPassword, name: "Ada" });
    await mailTo(email, "Confirm your email address");
    await askForReset(email);
    const { body } = await anybody.get(`/v1/mailbox?recipient=${email}`);
    expect(body.data.map((mail: { subject: string }) => mail.subject)).toEqual([
      "Choose a new password",
      "Confirm your email address",
    ]);
    const one = await anybody.get(`/v1/mailbox/${body.data[0].id}`);
    expect(one.body).toMatchObject({ recipient: email, sender: "Tributary <hello@tributary.test>" });
    expect(one.body.html).toContain("<!doctype html>");
    const page = await anybody.get(`/v1/mailbox?recipient=${email}&limit=1`);
    const next = await anybody.get(`/v1/mailbox?recipient=${email}&limit=1&cursor=${page.body.nextCursor}`);
    expect(next.body).toMatchObject({ data: [{ subject: "Confirm your email address" }], nextCursor: null });
  });
});
