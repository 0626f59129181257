import type { Page } from "playwright-core";
import { inject } from "vitest";
import { demo } from "./credentials";
import { standIn } from "./editors";
import { linkInMailTo } from "./mailbox";
import { address } from "./visit";

export const password = "a-river-of-words";

/** Fills a form by its labels and sends it. */
export async function send(
  page: Page,
  fields: Record<string, string>,
  button: string | RegExp,
): Promise<void> {
  for (const [label, value] of Object.entries(fields))
    await page.getByLabel(label, { exact: true }).fill(value);
  await page.getByRole("button", { name: button }).click();
}

/** As one who may do what this person may; whose name stands on the page does not matter here. */
export async function signIn(page: Page, email: string, secret: string): Promise<void> {
  await signInAs(page, email === demo.email ? await standIn() : email, secret);
}

/** With the session that was begun before the tests, where there is one: an account may sign in only so often. */
export async function signInAs(page: Page, email: string, secret: string): Promise<void> {
  const session = inject("sessions")[email];
  if (session) {
    await page.context().addCookies([{ ...session, url: address }]);
    await page.goto("/home");
    return await page.waitForURL((url) => !/^\/(?:home|sign-in)/.test(url.pathname));
  }
  await page.goto("/sign-in");
  await send(page, { Email: email, Password: secret }, "Sign in");
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

/** Signs up, opens the mail's link, and stands wherever the product leads from there. */
export async function arrive(page: Page, name: string, email: string): Promise<void> {
  await send(page, { "Your name": name, Email: email, Password: password }, "Create account");
  await page.waitForURL(/check-mail/);
  await page.goto(await linkInMailTo(email, /confirm|verify/i));
  // Without script the page asks for a press of its button: opening a link changes nothing.
  const confirm = page.getByRole("button", { name: "Confirm address" });
  await confirm.click({ timeout: 1500 }).catch(() => undefined);
  await page.waitForURL(/sign-in/);
  await send(page, { Password: password }, "Sign in");
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

export { demo, operator } from "./credentials";

let count = 0;
export const newAddress = (who: string) => `${who}-${process.pid}-${++count}@people.test`;
