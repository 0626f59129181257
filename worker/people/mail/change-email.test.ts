import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { sessions, users } from "../../../db/schema/control/people";
import {
  allMailTo,
  goodPassword,
  mailTo,
  openBrowser,
  createSignedIn,
  createAccount,
  tokenIn,
} from "../../test/browser";
import { control, unique } from "../../test/world";

const toNew = "Confirm your new email address";
const toOld = "Your email address is about to change";
const confirm = (token: string) => openBrowser().post("/v1/auth/change-email/confirmation", { token });
const undo = (token: string) => openBrowser().post("/v1/auth/change-email/undo", { token });
const signIn = (email: string) =>
  openBrowser().post("/v1/auth/sign-in/email", { email, password: goodPassword });

async function askForChange() {
  const { email, browser } = await createSignedIn();
  const to = `${unique()}@people.test`;
  const asked = await browser.post("/v1/auth/change-email", { newEmail: to });
  expect(asked.status).toBe(202);
  const confirmation = tokenIn(await mailTo(to, toNew));
  const undoing = tokenIn(await mailTo(email, toOld));
  return { email, to, browser, confirmation, undoing };
}

describe("AUTH-08 another email address", () => {
  it("counts only once the new mailbox has confirmed it, and then signs everybody out", async () => {
    const { email, to, browser, confirmation } = await askForChange();
    expect((await browser.get("/v1/me")).body.user.email).toBe(email);
    expect((await signIn(to)).status).toBe(401);

    expect(await confirm(confirmation)).toMatchObject({ status: 200, body: { email: to } });
    expect((await browser.get("/v1/me")).status).toBe(401);
    expect((await signIn(email)).status).toBe(401);
    expect((await signIn(to)).status).toBe(200);
    expect((await confirm(confirmation)).status).toBe(400);
  });

  it("asks for the password again when it was given long ago", async () => {
    const { email, browser } = await createSignedIn();
    const [person] = await control().select().from(users).where(eq(users.email, email));
    const longAgo = { authenticatedAt: Date.now() - 16 * 60_000 };
    await control()
      .update(sessions)
      .set(longAgo)
      .where(eq(sessions.userId, person?.id ?? "usr_"));
    const newEmail = `${unique()}@people.test`;
    const early = await browser.post("/v1/auth/change-email", { newEmail });
    expect(early).toMatchObject({ status: 403, body: { code: "reauthentication_required" } });
    expect(await allMailTo(newEmail)).toEqual([]);
    await browser.post("/v1/auth/confirmation", { password: goodPassword });
    expect((await browser.post("/v1/auth/change-email", { newEmail })).status).toBe(202);
  });

  it("can be stopped from the old mailbox before it happens", async () => {
    const { email, browser, confirmation, undoing } = await askForChange();
    expect(await undo(undoing)).toMatchObject({ status: 200, body: { email } });
    expect(await confirm(confirmation)).toMatchObject({ status: 400, body: { code: "token_invalid" } });
    expect((await browser.get("/v1/me")).body.user.email).toBe(email);
  });

  it("can be undone from the old mailbox after it has happened, which throws out whoever did it", async () => {
    const { email, to, confirmation, undoing } = await askForChange();
    await confirm(confirmation);
    const thief = openBrowser();
    await thief.post("/v1/auth/sign-in/email", { email: to, password: goodPassword });
    expect((await thief.get("/v1/me")).status).toBe(200);
    expect(await undo(undoing)).toMatchObject({ status: 200, body: { email } });
    expect((await thief.get("/v1/me")).status).toBe(401);
    expect((await signIn(to)).status).toBe(401);
    expect((await signIn(email)).status).toBe(200);
    expect((await undo(undoing)).status).toBe(400);
  });

  it("follows the latest wish only", async () => {
    const { browser, confirmation } = await askForChange();
    const latest = `${unique()}@people.test`;
    await browser.post("/v1/auth/change-email", { newEmail: latest });
    expect((await confirm(confirmation)).status).toBe(400);
    expect((await confirm(tokenIn(await mailTo(latest, toNew)))).status).toBe(200);
  });

  it("AUTH-02 does not tell that an address is somebody else's, but to whom it belongs", async () => {
    const { email: theirs } = await createAccount();
    const { email, browser } = await createSignedIn();
    const asked = await browser.post("/v1/auth/change-email", { newEmail: theirs });
    expect(asked).toMatchObject({ status: 202, body: { status: "mail_on_its_way" } });
    await mailTo(theirs, "You already have a Tributary account");
    expect((await browser.get("/v1/me")).body.user.email).toBe(email);
  });

  it("cannot take an address that somebody got in the meantime", async () => {
    const { email, to, confirmation } = await askForChange();
    await openBrowser().post("/v1/auth/sign-up/email", { email: to, password: goodPassword, name: "Quick" });
    await mailTo(to, "Confirm your email address");
    expect(await confirm(confirmation)).toMatchObject({ status: 409, body: { code: "email_taken" } });
    expect((await signIn(email)).status).toBe(200);
  });

  it("must be another one", async () => {
    const { email, browser } = await createSignedIn();
    expect(await browser.post("/v1/auth/change-email", { newEmail: email })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: "/newEmail", code: "same_email" }] },
    });
  });
});
