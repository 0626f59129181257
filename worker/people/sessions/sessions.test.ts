import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { sessions } from "../../../db/schema/control/people";
import { createAccount, createSignedIn, goodPassword, openBrowser, signInForReal } from "../../test/browser";
import { control } from "../../test/world";

describe("AUTH-13 where somebody is signed in", () => {
  it("is listed with device, network and times, the current one marked", async () => {
    const account = await createAccount();
    const phone = openBrowser({
      userAgent:
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
    });
    await phone.send("POST", "/v1/auth/sign-in/email", {
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email: account.email, password: goodPassword }),
      cf: { city: "Köln", country: "DE" },
    });
    const laptop = await signInForReal(account);
    const { body } = await laptop.get("/v1/sessions");
    expect(body.data.slice(0, 2)).toMatchObject([
      { device: "Firefox on Linux", current: true },
      { device: "Safari on iPhone", place: "Köln, DE", current: false },
    ]);
    expect(body.data[0].network).toMatch(/^2001:db8:[0-9a-f]+:[0-9a-f]+::$/);
    const token = decodeURIComponent(laptop.cookies.get("trb_session") ?? "").split(".")[0] ?? "";
    expect(JSON.stringify(body)).not.toContain(token);
  });

  it("can be ended at once, one by one", async () => {
    const account = await createSignedIn();
    const other = await signInForReal(account);
    const { body } = await account.browser.get("/v1/sessions");
    const theOther = body.data.find((session: { current: boolean }) => !session.current);
    expect((await account.browser.delete(`/v1/sessions/${theOther.id}`)).status).toBe(204);
    expect((await other.get("/v1/me")).status).toBe(401);
    expect((await account.browser.get("/v1/me")).status).toBe(200);
    expect((await account.browser.delete(`/v1/sessions/${theOther.id}`)).status).toBe(404);
  });

  it("can be ended everywhere else", async () => {
    const account = await createSignedIn();
    const others = [await signInForReal(account), await signInForReal(account)];
    expect((await account.browser.delete("/v1/sessions")).status).toBe(204);
    for (const other of others) expect((await other.get("/v1/me")).status).toBe(401);
    expect((await account.browser.get("/v1/sessions")).body.data).toHaveLength(1);
  });

  it("TEN-01 is nobody else's business", async () => {
    const mine = await createSignedIn();
    const theirs = await createSignedIn();
    const { body } = await theirs.browser.get("/v1/sessions");
    expect((await mine.browser.delete(`/v1/sessions/${body.data[0].id}`)).status).toBe(404);
    await mine.browser.delete("/v1/sessions");
    expect((await theirs.browser.get("/v1/me")).status).toBe(200);
  });

  it("is paged, and forgets what has run out", async () => {
    const account = await createSignedIn();
    const short = await signInForReal(account);
    const token = decodeURIComponent(short.cookies.get("trb_session") ?? "").split(".")[0] ?? "";
    await signInForReal(account);
    const first = await account.browser.get("/v1/sessions?limit=2");
    const second = await account.browser.get(`/v1/sessions?limit=2&cursor=${first.body.nextCursor}`);
    expect([first.body.data.length, second.body.data.length, second.body.nextCursor]).toEqual([2, 1, null]);
    await control()
      .update(sessions)
      .set({ expiresAt: new Date(0) })
      .where(eq(sessions.token, token));
    expect((await account.browser.get("/v1/sessions")).body.data).toHaveLength(2);
  });

  it("AUTH-11 ends with the browser where that was asked for", async () => {
    const { email } = await createAccount();
    const body = { email, password: goodPassword, rememberMe: false };
    const answer = await openBrowser().post("/v1/auth/sign-in/email", body);
    const line = answer.headers.getSetCookie().find((cookie) => cookie.startsWith("trb_session=")) ?? "";
    expect(line).not.toMatch(/max-age|expires/i);
  });
});
