import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { demo, signIn } from "./people";
import { visit } from "./visit";

const home = "/o/northwind-coffee";

describe("topics and strategies", () => {
  test("are added, walked through by keyboard, chosen in one go and taken back", async () => {
    const page = await visit();
    await signIn(page, demo.email, demo.password);
    const business = await addBusiness(page);
    await addTopic(page, business, "How long does cold brew keep?");
    await addTopic(page, business, "What a ratio is");
    await page.getByText("The topic is added, and chosen.").first().waitFor();
    await page.goto(`${home}/topics?business=${business}&status=chosen&order=newest`);
    await ready(page);
    for (const key of ["j", "x", "j", "x"]) await page.keyboard.press(key);
    const bar = page.getByRole("region", { name: "What is selected" });
    await bar.getByText("2 topics selected").waitFor();
    expect(await bar.getByRole("link", { name: "Order a bundle" }).getAttribute("href")).toMatch(
      /bundles\/new\?business=biz_\w+&topics=top_\w+,top_\w+$/,
    );
    await bar.getByRole("button", { name: "Reject 2 topics" }).click();
    await page.getByText("No topic is chosen yet").waitFor();
    await page.getByText("2 topics are rejected.").waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByRole("link", { name: "What a ratio is" }).waitFor();
    expect(await page.getByRole("link", { name: "How long does cold brew keep?" }).isVisible()).toBe(true);
  });

  test("a topic that is there already is refused where it is written, and nothing typed is lost", async () => {
    const page = await visit();
    await signIn(page, demo.email, demo.password);
    const business = await addBusiness(page);
    await addTopic(page, business, "Twice the same");
    await page.goto(`${home}/topics/new?business=${business}`);
    await page.getByLabel("Title", { exact: true }).fill("twice the SAME");
    await page.getByRole("button", { name: "Add topic" }).click();
    await page.getByRole("alert").getByText("There is a topic with this title already.").waitFor();
    expect(await page.getByLabel("Title", { exact: true }).inputValue()).toBe("twice the SAME");
  });

  test("a topic is told the moment it is for, and still knows it later", async () => {
    const page = await visit();
    await signIn(page, demo.email, demo.password);
    const business = await addBusiness(page);
    await addTopic(page, business, "Guests at the door");
    await page.getByRole("link", { name: "Guests at the door" }).click();
    await page.getByLabel("What happens").fill("Four guests come in ten minutes.");
    await page.getByRole("button", { name: "Save topic" }).click();
    await page.getByText("The topic is saved.").waitFor();
    await page.getByRole("link", { name: "Guests at the door" }).click();
    expect(await page.getByLabel("Name of the moment").inputValue()).toBe("Four guests come in ten minutes.");
  });

  test("are suggested at a press, and come without looking again", async () => {
    const page = await visit();
    await signIn(page, demo.email, demo.password);
    const business = await addBusiness(page);
    await page.goto(`${home}/topics?business=${business}`);
    await ready(page);
    await page.getByText("It takes 1 generation of your plan").waitFor();
    await page.getByRole("button", { name: "Suggest topics" }).click();
    await page.locator("[data-row]").first().waitFor();
    expect(await page.locator("[data-row]").count()).toBeGreaterThan(2);
    await page
      .getByText(/^Interest \d+/)
      .first()
      .waitFor();
    await page
      .getByRole("button", { name: /^Choose “/ })
      .first()
      .click();
    await page.getByRole("link", { name: "Chosen 1" }).click();
    await page.getByRole("link", { name: "Order a bundle with 1 topic" }).click();
    await page.waitForURL(/bundles\/new\?business=biz_/);
    await page.getByText("1 chosen topic, taken in turn.").waitFor();
  });

  test("a strategy keeps its moments and what is known of its readers", async () => {
    const page = await visit();
    await signIn(page, demo.email, demo.password);
    const business = await addBusiness(page);
    await page.goto(`${home}/strategies/new?business=${business}`);
    await ready(page);
    await page.getByLabel("Name", { exact: true }).fill("Second shops");
    await page.getByLabel("Goal").selectOption("conversion");
    await page.getByLabel("What keeps them busy").fill("Every cup differs\nNobody trains");
    await page.getByLabel("Moment 1", { exact: true }).fill("The first complaint");
    await page.getByRole("button", { name: "Add moment" }).click();
    await page.getByLabel("Moment 2", { exact: true }).fill("The second lease");
    await page.getByRole("button", { name: "Create strategy" }).click();
    await page.getByRole("link", { name: "Second shops" }).click();
    await page.waitForURL(/strategies\/str_/);
    expect(await page.getByLabel("Goal").inputValue()).toBe("conversion");
    expect(await page.getByLabel("What keeps them busy").inputValue()).toBe(
      "Every cup differs\nNobody trains",
    );
    expect(await page.getByLabel("Moment 2", { exact: true }).inputValue()).toBe("The second lease");
    await page.getByText("Default: new bundles begin with it").waitFor();
  });
});

async function addTopic(page: Page, business: string, title: string): Promise<void> {
  await page.goto(`${home}/topics/new?business=${business}`);
  await page.getByLabel("Title", { exact: true }).fill(title);
  await page.getByRole("button", { name: "Add topic" }).click();
  await page.waitForURL(/status=chosen/);
  await page.getByRole("link", { name: title }).waitFor();
}

/** A business of its own, so that no test sees the topics of another. */
async function addBusiness(page: Page): Promise<string> {
  await page.goto(home);
  return await page.evaluate(async () => {
    const listed = await fetch("/v1/organizations");
    // safe: the documented answers of our own API
    const { data } = (await listed.json()) as { data: { id: string; slug: string }[] };
    const organization = data.find(({ slug }) => slug === "northwind-coffee")?.id ?? "";
    const headers = { "content-type": "application/json", "tributary-organization": organization };
    const body = JSON.stringify({ name: `Topics ${crypto.randomUUID().slice(0, 8)}` });
    const made = await fetch("/v1/businesses", { method: "POST", headers, body });
    // safe: the documented answers of our own API
    return ((await made.json()) as { id: string }).id;
  });
}

async function ready(page: Page): Promise<void> {
  await page.waitForFunction(() => Object.keys(document.body).some((key) => key.startsWith("__react")));
}
