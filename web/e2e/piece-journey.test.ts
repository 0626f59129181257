import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { demo, signIn } from "./people";
import { visit } from "./visit";

test("pieces are linked in the table by keys alone, told a call to action, and the link is taken back", async () => {
  const page = await visit();
  await signIn(page, demo.email, demo.password);
  const [from, to] = [`From ${process.pid}`, `To ${process.pid}`];
  const business = await furnish(page, from, to);
  await open(page, `business:${business}`, "table");
  await page.getByRole("button", { name: `Link to… from ${from}` }).press("Enter");
  const dialog = page.getByRole("dialog");
  await expect.poll(() => dialog.getByRole("option").count()).toBe(1);
  await dialog.getByLabel("Call to action").fill("Get the sheet");
  await dialog.getByLabel("Call to action").press("Enter");
  const row = page.getByRole("row").filter({ has: page.getByRole("rowheader").getByText(from) });
  await row.getByRole("button", { name: to }).waitFor();
  await row.getByText("“Get the sheet”").waitFor();
  await row.getByRole("button", { name: to }).click();
  await dialog.getByRole("button", { name: "Unlink" }).click();
  await row.getByText("Nowhere", { exact: true }).waitFor();
  await page.getByText("The link is gone.").waitFor();
  const told = page.locator("[data-sonner-toast]").filter({ hasText: "The link is gone." });
  await told.getByRole("button", { name: "Undo" }).click();
  await row.getByRole("button", { name: to }).waitFor();
});

test("in the picture only legal links can be drawn, an illegal one says why, and what is dragged stays", async () => {
  const page = await visit();
  await signIn(page, demo.email, demo.password);
  const [from, to] = [`Post ${process.pid}`, `Sheet ${process.pid}`];
  const business = await furnish(page, from, to);
  await open(page, `business:${business}`, "picture");
  await draw(page, to, from);
  await page.getByText("A content upgrade leads to an email sequence.").first().waitFor();
  await draw(page, from, to);
  await page.getByText("The pieces are linked.").waitFor();
  const piece = nodeOf(page, from);
  const before = await piece.boundingBox();
  await piece.hover({ position: { x: 60, y: 20 } });
  await page.mouse.down();
  await page.mouse.move((before?.x ?? 0) + 60, (before?.y ?? 0) + 140, { steps: 6 });
  await page.mouse.up();
  await page.getByRole("button", { name: "Tidy up" }).waitFor();
});

function nodeOf(page: Page, title: string) {
  return page.locator(".react-flow__node").filter({ hasText: title });
}

async function draw(page: Page, from: string, to: string): Promise<void> {
  const start = await nodeOf(page, from).locator(".react-flow__handle.source").boundingBox();
  const end = await nodeOf(page, to).locator(".react-flow__handle.target").boundingBox();
  if (!start || !end) throw new Error("There is no edge to draw from or to.");
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(end.x - 30, end.y - 10, { steps: 6 });
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 6 });
  await page.mouse.up();
}

async function open(page: Page, of: string, as: string): Promise<void> {
  await page.goto(`/o/northwind-coffee/journey?${new URLSearchParams({ of, as }).toString()}`);
  await page.waitForFunction(() => Object.keys(document.body).some((key) => key.startsWith("__react")));
  if (as === "picture") await page.locator(".react-flow__node").first().waitFor();
}

/** A business with a post and an upgrade, made as a program would with the browser's own session. */
async function furnish(page: Page, post: string, upgrade: string): Promise<string> {
  return await page.evaluate(
    async ([blog, sheet]) => {
      const make = async (path: string, body: object): Promise<string> => {
        const headers = { "content-type": "application/json" };
        const response = await fetch(path, { method: "POST", headers, body: JSON.stringify(body) });
        if (!response.ok) throw new Error(await response.text());
        return ((await response.json()) as { id: string }).id; // safe: the API's own answer
      };
      const businessId = await make("/v1/businesses", { name: `Roastery ${blog}` });
      await make("/v1/pieces", { kind: "blog_post", title: blog, businessId });
      await make("/v1/pieces", { kind: "content_upgrade", upgradeType: "guide", title: sheet, businessId });
      return businessId;
    },
    [post, upgrade] as const,
  );
}
