import { describe, expect, it } from "vitest";
import type { Base } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import { testBase } from "../../test/base";
import { createAccount, goodPassword, mailTo, openBrowser, tokenIn } from "../../test/browser";
import { handle } from "../../test/handle";
import { unique } from "../../test/world";
import { everybody, wrongPasswords } from "./stuffing";

/** The real limiter under a name of this test's own: the rest of the tests share the one of everybody. */
function createPlatform(): Base {
  const base = testBase();
  const here = `everybody:${unique()}`;
  const renamed = (subject: string) => (subject === everybody ? here : subject);
  return {
    ...base,
    charge: (subject, policies) => base.charge(renamed(subject), policies),
    peek: (subject, policies) => base.peek(renamed(subject), policies),
  };
}

async function signIn(ctx: Base, email: string, password: string) {
  const answer = handle("signInWithEmail", ctx, { email, password });
  return await answer.then(
    ({ status }) => status,
    (error: unknown) => (error instanceof DomainError ? `${error.code}: ${error.reason}` : error),
  );
}

/** As if a list had been tried elsewhere: only `left` more wrong passwords fit in. */
async function exhaust(ctx: Base, left: number): Promise<void> {
  await ctx.charge(everybody, [{ ...wrongPasswords, cost: wrongPasswords.quota - left }]);
}

const wrong = "incorrect horse battery";
const refused = "too_many_requests: quota_exceeded";

describe("AUTH-01 a stolen list of passwords, each account tried once", () => {
  it("is stopped by what all accounts and addresses have seen together", async () => {
    const ctx = createPlatform();
    await exhaust(ctx, 2);
    const { email } = await createAccount();
    for (let tries = 0; tries < 2; tries++) {
      expect(await signIn(ctx, `${unique()}@people.test`, wrong)).toBe("unauthenticated: wrong_credentials");
    }
    // A right password of the list opens nothing more than a wrong one.
    expect(await signIn(ctx, email, goodPassword)).toBe(refused);
    expect(await signIn(ctx, `${unique()}@people.test`, wrong)).toBe(refused);
  });

  it("is not counted up by people who know their passwords", async () => {
    const ctx = createPlatform();
    await exhaust(ctx, 1);
    for (let times = 0; times < 3; times++) {
      expect(await signIn(ctx, (await createAccount()).email, goodPassword)).toBe(200);
    }
    expect(await signIn(ctx, `${unique()}@people.test`, wrong)).toBe("unauthenticated: wrong_credentials");
    expect(await signIn(ctx, (await createAccount()).email, goodPassword)).toBe(refused);
  });

  it("does not lock out whoever chooses a new password by the link in their mailbox", async () => {
    const ctx = createPlatform();
    await exhaust(ctx, 0);
    const { email } = await createAccount();
    expect(await signIn(ctx, email, goodPassword)).toBe(refused);
    await openBrowser().post("/v1/auth/request-password-reset", { email });
    const token = tokenIn(await mailTo(email, "Choose a new password"));
    const newPassword = "another fine password";
    expect((await openBrowser().post("/v1/auth/reset-password", { token, newPassword })).status).toBe(204);
    expect(await signIn(ctx, email, newPassword)).toBe(200);
  });

  it.each(["peek", "charge"] as const)("RATE-03 finds the door shut when nobody can %s", async (call) => {
    const ctx = createPlatform();
    const broken: Base = {
      ...ctx,
      [call]: (subject: string, policies: Parameters<Base["charge"]>[1]) =>
        subject === everybody ? Promise.reject(new Error("down")) : ctx[call](subject, policies),
    };
    expect(await signIn(broken, `${unique()}@people.test`, wrong)).toMatch(/^unavailable/);
  });
});
