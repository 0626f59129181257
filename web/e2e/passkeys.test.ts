import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { demo, signIn } from "./people";
import { visit } from "./visit";

test("a passkey of the browser's own is added, and opens the account without a password", async () => {
  const page = await visit();
  await carryAuthenticator(page);
  await signIn(page, demo.email, demo.password);
  await page.goto("/account/security");
  await page.getByRole("button", { name: /add.*passkey/i }).click();
  await page.getByText(/^Added/).waitFor();
  const mine = (await page.evaluate(async () => (await fetch("/v1/me")).json())) as {
    user: { email: string };
  };
  await page.context().clearCookies();
  await page.goto("/sign-in");
  await page.getByRole("button", { name: /passkey/i }).click();
  await page.waitForURL(/northwind-coffee/);
  const again = (await page.evaluate(async () => (await fetch("/v1/me")).json())) as {
    user: { email: string };
  };
  expect(again.user.email).toBe(mine.user.email);
});

/** As a laptop that unlocks by finger; the browser's own cryptography, nothing of ours. */
async function carryAuthenticator(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}
