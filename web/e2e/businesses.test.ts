import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { overflow, seriousFindings } from "./axe";
import { demo, signIn } from "./people";
import { visit } from "./visit";

const list = "/o/northwind-coffee/businesses";

async function addFrom(page: Page, website: string): Promise<void> {
  await page.goto(list);
  await page.getByLabel("Its website").fill(website);
  await page.getByRole("button", { name: "Read website" }).click();
  await page.waitForURL(/\/businesses\/biz_[^?]+\?part=website/);
}

test("a website becomes a proposal: looked through, put in other words, taken over, and topics come next", async () => {
  const page = await visit();
  await signIn(page, demo.email, demo.password);
  await addFrom(page, inject("sampleSite"));
  await page.getByText("Proposed for the profile").waitFor({ timeout: 30_000 });
  expect(await page.locator("#facts blockquote a").first().getAttribute("href")).toContain(
    inject("sampleSite"),
  );
  expect(await page.getByAltText("The logo").getAttribute("src")).toMatch(/^data:image\//);

  const first = page.locator("#facts li").first();
  await first.getByRole("button", { name: /^Reject/ }).click();
  await first.getByText("Rejected").waitFor();
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Northwind by the pier");
  await page.getByLabel("Take over Tone of voice").uncheck();
  await page.getByRole("button", { name: "Take over what is ticked" }).click();
  await page.getByRole("heading", { level: 1, name: "Northwind by the pier" }).waitFor();
  await page.getByText("Accepted").first().waitFor();
  expect(await first.getByText("Rejected").count()).toBe(1);
  const topics = page.getByRole("link", { name: "Choose topics" });
  expect(await topics.getAttribute("href")).toMatch(/^\/o\/northwind-coffee\/topics\?business=biz_/);

  await page.getByRole("link", { name: "Voice" }).click();
  await page.getByRole("button", { name: "Save voice" }).waitFor();
  expect(await page.getByRole("textbox", { name: "Tone of voice" }).inputValue()).toBe("");
});

test("who is looking sees it being read again, without a reload", async () => {
  const [one, two] = [await visit(), await visit()];
  await signIn(one, demo.email, demo.password);
  await signIn(two, demo.email, demo.password);
  await addFrom(one, inject("sampleSite"));
  await one.getByText("Proposed for the profile").waitFor({ timeout: 30_000 });
  await two.goto(one.url());
  await two.getByRole("button", { name: "Reject all" }).click();
  await one.getByText("Rejected").first().waitFor();
  await one.getByRole("button", { name: "Read again" }).click();
  await two.getByRole("button", { name: "Reject all" }).waitFor({ timeout: 30_000 });
});

test("the list is walked by keys, opened by Enter, and a business that is put away comes back", async () => {
  const page = await visit();
  await signIn(page, demo.email, demo.password);
  await page.goto(list);
  await page.waitForLoadState("networkidle");
  await page.keyboard.press("j");
  const name = await page.locator(":focus").innerText();
  await page
    .getByRole("button", { name: `Archive ${name}`, exact: true })
    .first()
    .click();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText(`“${name}” is back.`).first().waitFor();
  await page.getByRole("link", { name, exact: true }).first().focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name }).waitFor();
});

test("SSRF-02 an address inside is refused kindly, with the way to describe the business by hand", async () => {
  const page = await visit({ width: 360, theme: "dark" });
  await signIn(page, demo.email, demo.password);
  await addFrom(page, "http://10.0.0.1/");
  await page.getByText("could not be read").waitFor({ timeout: 30_000 });
  await page.getByText("private network").waitFor();
  expect(await overflow(page)).toBe(0);
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole("link", { name: "Describe it by hand" }).click();
  await page.getByLabel("What it does").fill("Mends bicycles.");
  await page.getByRole("button", { name: "Save offer" }).click();
  await page.getByText("Offer saved.").first().waitFor();
});
