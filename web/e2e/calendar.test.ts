import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { demo, signIn } from "./people";
import { visit } from "./visit";

const day = 86_400_000;
const title = `Roast ${process.pid}`;
const next = `Filter ${process.pid}`;
const calendar = "/o/northwind-coffee/calendar?zone=mine&channel=threads";
/** Of next month, so that nothing is past and every day is there. */
const month = firstOfNextMonth(Date.now());

function firstOfNextMonth(time: number): string {
  const now = new Date(time);
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1)).toISOString().slice(0, 10);
}

function dayOf(count: number): string {
  return new Date(Date.parse(month) + (count - 1) * day).toISOString().slice(0, 10);
}

test("a piece is dragged from the tray to a day, on a second screen too, and the move is taken back", async () => {
  const [one, two] = [await visit(), await visit()];
  await signIn(one, demo.email, demo.password);
  await signIn(two, demo.email, demo.password);
  await approvedPost(one, title);
  await open(one);
  await open(two);
  await drag(one, chip(one, title), 9);
  await chipIn(one, 9, title).waitFor();
  await chipIn(two, 9, title).waitFor();
  await drag(one, chipIn(one, 9, title), 11);
  await chipIn(two, 11, title).waitFor();
  const told = one.locator("[data-sonner-toast]").filter({ hasText: / 11 \w+ \d{4}/ });
  await told.getByRole("button", { name: "Undo" }).click();
  await chipIn(one, 9, title).waitFor();
  await chipIn(two, 9, title).waitFor();
});

test("without a pointer it is carried by arrow keys, each step is said, and a dialog gives it a time", async () => {
  const page = await visit();
  await signIn(page, demo.email, demo.password);
  const id = await approvedPost(page, next);
  await schedule(page, id, `${dayOf(9)}T16:00:00Z`);
  await open(page);
  await chipIn(page, 9, next).focus();
  await page.keyboard.press("Space");
  await page
    .getByRole("status")
    .filter({ hasText: `Moving “${next}”` })
    .waitFor({ state: "attached" });
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await chipIn(page, 17, next).waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain(next);
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").getByLabel("Day").fill(dayOf(20));
  await page.getByRole("dialog").getByRole("button", { name: "Move", exact: true }).click();
  await chipIn(page, 20, next).waitFor();
});

test("a time that another piece has is refused kindly, and the piece is back where it was", async () => {
  const page = await visit();
  await signIn(page, demo.email, demo.password);
  const [first, second] = [`First ${process.pid}`, `Second ${process.pid}`];
  await schedule(page, await approvedPost(page, first), `${dayOf(24)}T18:00:00Z`);
  await schedule(page, await approvedPost(page, second), `${dayOf(25)}T18:00:00Z`);
  await open(page);
  await chipIn(page, 25, second).press("Enter");
  await page.getByRole("dialog").getByLabel("Day").fill(dayOf(24));
  await page.getByRole("dialog").getByRole("button", { name: "Move", exact: true }).click();
  await page.getByText("Another piece of this channel goes out at that minute.").first().waitFor();
  await chipIn(page, 25, second).waitFor();
});

test("on a phone the month is a list, and nothing is wider than the screen", async () => {
  const page = await visit();
  await signIn(page, demo.email, demo.password);
  await page.setViewportSize({ width: 360, height: 760 });
  await open(page);
  expect(await page.getByRole("table").isVisible()).toBe(false);
  await page
    .locator("li")
    .filter({ hasText: `Second ${process.pid}` })
    .waitFor();
  const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(isWide).toBe(false);
});

/** What speaks of drags is there once they are listened for. */
async function open(page: Page): Promise<void> {
  await page.goto(`${calendar}&day=${month}`);
  await page.locator("[id^=DndLiveRegion]").waitFor({ state: "attached" });
}

function chip(page: Page, name: string) {
  return page.getByRole("button", { name }).first();
}

function cell(page: Page, of: number) {
  const name = new Intl.DateTimeFormat("en-GB", {
    weekday: "long",
    day: "numeric",
    month: "long",
    timeZone: "UTC",
  });
  const label = name.format(new Date(`${dayOf(of)}T12:00:00Z`));
  return page.getByRole("cell").filter({ has: page.getByRole("link", { name: label, exact: true }) });
}

function chipIn(page: Page, of: number, name: string) {
  return cell(page, of).getByRole("button", { name });
}

/** Lets go once the calendar has said which day the pointer is over. */
async function drag(page: Page, from: ReturnType<typeof chip>, of: number): Promise<void> {
  const to = cell(page, of);
  await to.scrollIntoViewIfNeeded();
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  if (!start || !end) throw new Error("Nothing to drag, or nowhere to.");
  await page.mouse.move(start.x + 20, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(start.x + 40, start.y + 20, { steps: 4 });
  await page.mouse.move(end.x + end.width / 2, end.y + end.height - 14, { steps: 8 });
  await page.mouse.move(end.x + end.width / 2, end.y + end.height - 12);
  const said = new Intl.DateTimeFormat("en", { dateStyle: "full", timeZone: "UTC" });
  const day = said.format(new Date(`${dayOf(of)}T12:00:00Z`));
  await page.locator("[id^=DndLiveRegion]").filter({ hasText: day }).waitFor({ state: "attached" });
  await page.mouse.up();
}

/** As a program would, with the browser's own session. */
async function approvedPost(page: Page, name: string): Promise<string> {
  const { data } = await call(page, "GET", "/v1/businesses");
  const words = {
    kind: "social_post",
    platform: "threads",
    title: name,
    text: name,
    businessId: data[0]?.id,
  };
  const { id } = await call(page, "POST", "/v1/pieces", words);
  await call(page, "PUT", `/v1/pieces/${id}/approval`, {});
  return id;
}

async function schedule(page: Page, id: string, at: string): Promise<void> {
  await call(page, "PUT", `/v1/pieces/${id}/schedule`, { at });
}

type Answer = { id: string; data: { id: string }[] };

async function call(page: Page, method: string, path: string, body?: object): Promise<Answer> {
  return await page.evaluate(
    async ([verb, to, sent]) => {
      const headers = { "content-type": "application/json" };
      const response = await fetch(String(to), {
        method: String(verb),
        ...(sent ? { headers, body: sent } : {}),
      });
      if (!response.ok) throw new Error(await response.text());
      return (await response.json()) as Answer; // safe: the API's own answer
    },
    [method, path, body && JSON.stringify(body)],
  );
}
