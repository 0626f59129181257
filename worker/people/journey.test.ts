import { expect, it } from "vitest";
import { goodPassword, mailTo, openBrowser, tokenIn } from "../test/browser";
import { totpOf } from "../test/totp";
import { unique } from "../test/world";

it("somebody signs up, confirms by mail, signs in, adds a second factor, signs in with it and out again", async () => {
  const email = `${unique()}@people.test`;
  const browser = openBrowser();

  const signedUp = await browser.post("/v1/auth/sign-up/email", {
    email,
    password: goodPassword,
    name: "Ada Lovelace",
  });
  expect(signedUp).toMatchObject({ status: 202, body: { status: "mail_on_its_way" } });
  const early = await browser.post("/v1/auth/sign-in/email", { email, password: goodPassword });
  expect(early).toMatchObject({ status: 403, body: { code: "email_not_verified" } });
  expect(browser.cookies.size).toBe(0);

  const token = tokenIn(await mailTo(email, "Confirm your email address"));
  expect(await browser.post("/v1/auth/verify-email", { token })).toMatchObject({
    status: 200,
    body: { email },
  });

  const signedIn = await browser.post("/v1/auth/sign-in/email", { email, password: goodPassword });
  expect(signedIn).toMatchObject({ status: 200, body: { status: "signed_in", user: { email } } });
  const me = await browser.get("/v1/me");
  expect(me.body).toMatchObject({
    user: { email, emailVerified: true, name: "Ada Lovelace", firstName: "Ada", lastName: "Lovelace" },
    organization: null,
    membership: null,
    apiKey: null,
  });

  const begun = await browser.post("/v1/auth/two-factor/enable", { password: goodPassword });
  expect(begun.body.backupCodes).toHaveLength(10);
  const switchedOn = await browser.post("/v1/auth/two-factor/verify-totp", {
    code: await totpOf(begun.body.totpUri),
  });
  expect(switchedOn.body).toMatchObject({ status: "signed_in", user: { email } });
  expect((await browser.get("/v1/me")).body.user.twoFactorEnabled).toBe(true);
  expect((await browser.post("/v1/auth/sign-out")).status).toBe(204);
  expect((await browser.get("/v1/me")).status).toBe(401);

  const firstStep = await browser.post("/v1/auth/sign-in/email", { email, password: goodPassword });
  expect(firstStep.body).toEqual({ status: "two_factor_required" });
  expect((await browser.get("/v1/me")).status).toBe(401);
  // The app's next one: a code opens the door once.
  const code = await totpOf(begun.body.totpUri, Date.now() + 30_000);
  const wrong = code === "000000" ? "000001" : "000000";
  expect(await browser.post("/v1/auth/two-factor/verify-totp", { code: wrong })).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: "/code", code: "wrong_code" }] },
  });
  const secondStep = await browser.post("/v1/auth/two-factor/verify-totp", { code });
  expect(secondStep.body).toMatchObject({ status: "signed_in", user: { email } });
  expect((await browser.get("/v1/me")).status).toBe(200);
  expect((await browser.post("/v1/auth/sign-out")).status).toBe(204);
});
