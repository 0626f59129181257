import { describe, expect, test } from "vitest";
import { demo, operator, signIn } from "./people";
import { visit } from "./visit";

const spend = "/o/northwind-coffee/settings/spend";

describe("what writing costs", () => {
  test("has caps that are typed in dollars, kept, and taken away again", async () => {
    const page = await visit();
    await signIn(page, demo.email, demo.password);
    await page.goto(spend);
    await page.getByLabel("Dollars a day").fill("a lot");
    await page.getByRole("button", { name: "Save caps" }).click();
    await page.getByText("Write dollars, such as 25 or 2.50.").waitFor();
    await page.getByLabel("Dollars a day").fill("2.50");
    await page.getByRole("button", { name: "Save caps" }).click();
    await page.getByText(/of \$2\.50/).waitFor();
    expect(await page.getByLabel("Dollars a month").inputValue()).toBe("");
    await page.getByLabel("Dollars a day").fill("");
    await page.getByRole("button", { name: "Save caps" }).click();
    await page.getByText(/of \$2\.50/).waitFor({ state: "detached" });
  });

  test("COST-02 is stopped for everybody with one form, told on every page, and let go on", async () => {
    const [desk, page] = await Promise.all([visit(), visit()]);
    await signIn(desk, operator.email, operator.password);
    await signIn(page, demo.email, demo.password);
    await desk.goto("/operator/writing");
    await desk.getByText("Stop all writing…").click();
    await desk.getByLabel("Why").fill("We are looking into a loop.");
    await desk.getByLabel(/to confirm/).fill("stop all writing");
    await desk.getByRole("button", { name: "Stop all writing" }).click();
    await desk.getByText("All writing is stopped", { exact: true }).waitFor();
    const banner = page.getByText(
      /Writing is stopped for everybody at the moment: We are looking into a loop/,
    );
    // What every page asks is kept for some seconds, by the web app and by the API.
    await expect
      .poll(
        async () => {
          await page.goto(spend);
          return await banner.isVisible();
        },
        { timeout: 20_000 },
      )
      .toBe(true);
    await desk.getByRole("button", { name: "Let writing go on" }).click();
    await desk.getByText("Stop all writing…").waitFor();
  });
});
