import { describe, expect, test } from "vitest";
import { linkInMailTo } from "./mailbox";
import { arrive, demo, newAddress, send, signIn } from "./people";
import { visit } from "./visit";

describe.each([{ script: true }, { script: false }])("with scripts %o", ({ script }) => {
  test("somebody signs up, confirms, founds an organization, invites, and a colleague joins", async () => {
    const [founder, colleague] = [newAddress("founder"), newAddress("colleague")];
    const one = await visit({ script });
    await one.goto("/");
    await one.getByRole("link", { name: "Start free" }).first().click();
    await arrive(one, "Fay Founder", founder);
    await one.waitForURL(/\/welcome/);
    await send(one, { Name: `Riverside ${founder}` }, /create/i);
    await one.waitForURL(/\/o\/riverside/);
    const home = new URL(one.url()).pathname;
    await one.goto(`${home}/settings/invites`);
    await send(one, { Email: colleague }, "Send invite");
    await one.getByText(colleague).first().waitFor();

    const two = await visit({ script });
    await two.goto(await linkInMailTo(colleague, /invite/i));
    await two.getByRole("link", { name: "Create an account" }).click();
    await arrive(two, "Cleo Colleague", colleague);
    await two.getByRole("button", { name: /join/i }).click();
    await two.waitForURL(new RegExp(home));
    await one.goto(`${home}/settings/members`);
    await one.getByText(colleague).waitFor();
    expect(await one.getByText("Cleo Colleague").count()).toBe(1);
  });
});

test("a wrong password keeps what was typed, says so in words, and a right one goes on", async () => {
  const page = await visit({ script: false });
  await page.goto("/sign-in");
  await send(page, { Email: demo.email, Password: "not-this-one" }, "Sign in");
  await page.getByRole("alert").first().waitFor();
  expect(await page.getByLabel("Email", { exact: true }).inputValue()).toBe(demo.email);
  await signIn(page, demo.email, demo.password);
  expect(page.url()).toMatch(/\/o\/northwind-coffee/);
});
