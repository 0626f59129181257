import { expect, inject, test } from "vitest";
import { arrive, newAddress, send } from "./people";
import { visit } from "./visit";

test("from an empty organization to a bundle being written: a website, its topics, one order", async () => {
  const page = await visit();
  await page.goto("/sign-up");
  await arrive(page, "Nia New", newAddress("first-run"));
  const begun = Date.now();
  await page.waitForURL(/\/welcome/);
  await send(page, { Name: `First run ${process.pid}` }, /create/i);
  await send(page, { Address: inject("sampleSite") }, "Read my website");
  await page.waitForURL(/businesses\/biz_/);
  await page.getByRole("button", { name: "Take over what is ticked" }).click();
  await page.getByRole("link", { name: "Choose topics" }).click();
  await page.getByRole("button", { name: "Suggest topics" }).click();
  await page
    .getByRole("button", { name: /^Choose “/ })
    .first()
    .click();
  await page.goto(page.url().replace(/\/topics.*/, "/bundles/new"));
  await page.getByText(/Uses 15 of the \d+ pieces your plan leaves/).waitFor();
  await page.getByRole("button", { name: "Write bundle" }).click();
  await page.waitForURL(/bundles\/bdl_/);
  await page.getByText(/Writing \d+ of 15|15 of 15 written/).waitFor();
  expect(Date.now() - begun).toBeLessThan(180_000);
  await page.getByText("15 of 15 written").first().waitFor({ timeout: 60_000 });
  await page.getByRole("button", { name: "Approve 15 pieces" }).click();
  await page.getByText("15 pieces approved.").waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Approve 15 pieces" }).waitFor();
}, 240_000);
