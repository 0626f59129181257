import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { demo, signIn } from "./people";
import { visit } from "./visit";

const home = "/o/northwind-coffee";
const board = `${home}/leads/board`;
const run = process.pid;

test("a move on the board is on a second browser's screen at once, and a cut connection catches up", async () => {
  const [one, two] = [await visit(), await visit()];
  await signIn(one, demo.email, demo.password);
  await signIn(two, demo.email, demo.password);
  const name = `Anna Move${run}`;
  await makeLead(one, name);
  await openBoard(one);
  const joined = new Promise<void>((resolve) => {
    two.on("websocket", (socket) => socket.on("framereceived", () => resolve()));
  });
  await openBoard(two);
  await cardIn(two, "New", name).waitFor();
  await joined;
  await moveTo(one, name, "Contacted");
  const moved = Date.now();
  await cardIn(two, "Contacted", name).waitFor();
  // The goal is a second on a machine of one's own; here others work on it too.
  expect(Date.now() - moved).toBeLessThan(5_000);
  await two.context().setOffline(true);
  await two.getByText("You are offline").waitFor();
  await moveTo(one, name, "Offer sent");
  await cardIn(one, "Offer sent", name).waitFor();
  await cardIn(two, "Contacted", name).waitFor();
  await two.context().setOffline(false);
  await cardIn(two, "Offer sent", name).waitFor({ timeout: 45_000 });
});

test("a card is dragged to another stage, its total follows, and it is taken back", async () => {
  const page = await visit();
  await signIn(page, demo.email, demo.password);
  const name = `Berta Drag${run}`;
  await makeLead(page, name);
  await openBoard(page);
  await drag(page, name, "Contacted");
  await cardIn(page, "Contacted", name).waitFor();
  const told = page.locator("[data-sonner-toast]").filter({ hasText: `${name} moved to Contacted` });
  await told.getByRole("button", { name: "Undo" }).click();
  await cardIn(page, "New", name).waitFor();
});

test("with keys alone a card is lifted, carried and put down, and each step is said", async () => {
  const page = await visit();
  await signIn(page, demo.email, demo.password);
  const name = `Clara Keys${run}`;
  await makeLead(page, name);
  await openBoard(page);
  await page.getByRole("button", { name: `Move ${name}`, exact: true }).focus();
  await page.keyboard.press("Space");
  await said(page, "New");
  await page.keyboard.press("ArrowRight");
  await said(page, "Contacted");
  await page.keyboard.press("Space");
  await cardIn(page, "Contacted", name).waitFor();
});

test("who is lost is asked about, and stays where it was until there is an answer", async () => {
  const page = await visit();
  await signIn(page, demo.email, demo.password);
  const name = `Dora Lost${run}`;
  await makeLead(page, name);
  await openBoard(page);
  await moveTo(page, name, "Lost");
  await page.getByRole("dialog").getByRole("button", { name: "Leave where it was" }).click();
  await cardIn(page, "New", name).waitFor();
  await moveTo(page, name, "Lost");
  await page.getByRole("dialog").getByRole("button", { name: "Went quiet" }).click();
  await cardIn(page, "Lost", name).waitFor();
});

test("the search finds by the beginnings of words while one types", async () => {
  const page = await visit();
  await signIn(page, demo.email, demo.password);
  const name = `Quendolina Zysk${run}`;
  await makeLead(page, name);
  await page.goto(`${home}/leads`);
  await page.locator("[data-row]").first().waitFor();
  await page.keyboard.press("/");
  const began = Date.now();
  await page.keyboard.type("quend");
  await counts(page, "1 lead");
  // The goal is 150 ms on a machine of one's own; here others work on it too.
  expect(Date.now() - began).toBeLessThan(3_000);
  await page.getByRole("link", { name }).waitFor();
  await page.waitForURL(/q=quend/);
});

test("conditions narrow the table while they are typed, are said in words and kept in the address, and are taken away", async () => {
  const page = await visit();
  await signIn(page, demo.email, demo.password);
  const [one, other, last] = [`Gerd Sieve${run}`, `Hanna Sieve${run}`, `Sieve${run}`];
  await makeLead(page, one);
  await makeLead(page, other);
  await page.goto(`${home}/leads`);
  await page.getByRole("link", { name: one }).waitFor();
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  const isLast = await addCondition(page, "Last name");
  await isLast.pressSequentially(last);
  await counts(page, "2 leads");
  expect(await isLast.inputValue()).toBe(last);
  const isFirst = await addCondition(page, "First name");
  await isFirst.pressSequentially("Gerd");
  await counts(page, "1 lead");
  await page.getByRole("link", { name: other }).waitFor({ state: "detached" });
  await page.getByText(`Last name is ${last} and First name is Gerd`, { exact: true }).waitFor();
  await page.reload();
  await page.getByRole("link", { name: one }).waitFor();
  await counts(page, "1 lead");
  await page.getByRole("button", { name: "Show all again" }).click();
  await page.getByRole("link", { name: other }).waitFor();
  await page.waitForURL(({ search }) => !search.includes("filter"));
});

test("j and k go through the table, Enter opens a lead beside it, Escape closes it, and a cell is changed in place", async () => {
  const page = await visit();
  await signIn(page, demo.email, demo.password);
  const name = `Emil Panel${run}`;
  await makeLead(page, name);
  await page.goto(`${home}/leads`);
  await page.getByRole("link", { name }).waitFor();
  await page.keyboard.press("j");
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain(name);
  await page.keyboard.press("Enter");
  await page.getByRole("complementary", { name }).waitFor();
  await page.waitForURL(/lead=lead_/);
  await page.keyboard.press("Escape");
  await page.getByRole("complementary", { name }).waitFor({ state: "detached" });
  const row = page.getByRole("row").filter({ hasText: name });
  await row.getByRole("button", { name: "Change value" }).click();
  await row.getByRole("textbox", { name: "Value" }).fill("1,250");
  await page.keyboard.press("Enter");
  await row.getByText("€1,250").waitFor();
  await page.reload();
  await page.getByRole("row").filter({ hasText: name }).getByText("€1,250").waitFor();
});

test("many leads are chosen, moved at once, counted, and put back", async () => {
  const page = await visit();
  await signIn(page, demo.email, demo.password);
  for (const first of ["Fia", "Finn", "Fred"]) await makeLead(page, `${first} Bulk${run}`);
  await page.goto(`${home}/leads?q=bulk${run}`);
  await page.getByRole("link", { name: `Fia Bulk${run}` }).waitFor();
  await page.getByLabel("Choose all that match").check();
  await page.getByRole("region", { name: "Chosen leads" }).getByText("3 leads").waitFor();
  await page.getByRole("button", { name: "Move to" }).click();
  await page.getByRole("menuitem", { name: "Contacted" }).click();
  const told = page.locator("[data-sonner-toast]").filter({ hasText: "3 leads moved." });
  await told.waitFor({ timeout: 30_000 });
  await expect.poll(() => page.getByRole("row").filter({ hasText: "Contacted" }).count()).toBe(3);
  await told.getByRole("button", { name: "Undo" }).click();
  await expect
    .poll(() => page.getByRole("row").filter({ hasText: "Contacted" }).count(), { timeout: 30_000 })
    .toBe(0);
});

test("on a phone the table is cards, and nothing is wider than the screen", async () => {
  const page = await visit({ width: 360, height: 760 });
  await signIn(page, demo.email, demo.password);
  for (const path of [`${home}/leads`, board, `${home}/companies`]) {
    await page.goto(path);
    await page.getByRole("heading", { level: 1 }).waitFor();
    const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect({ path, isWide }).toEqual({ path, isWide: false });
  }
});

/** Answers with the field that the new condition's value is typed into. */
async function addCondition(page: Page, question: string) {
  const filter = page.getByRole("dialog", { name: "Filter" });
  await filter.getByRole("button", { name: "Add condition" }).click();
  const condition = filter.getByRole("group", { name: /^condition/ }).last();
  await condition.getByLabel("Question").selectOption(question);
  return condition.getByLabel("Value", { exact: true });
}

async function counts(page: Page, words: string): Promise<void> {
  await page
    .getByRole("status")
    .filter({ hasText: new RegExp(`^${words}$`) })
    .waitFor();
}

async function openBoard(page: Page): Promise<void> {
  await page.goto(board);
  await page.locator("[id^=DndLiveRegion]").waitFor({ state: "attached" });
}

function column(page: Page, stage: string) {
  return page.getByRole("region", { name: stage, exact: true });
}

function cardIn(page: Page, stage: string, name: string) {
  return column(page, stage).getByRole("link", { name });
}

async function moveTo(page: Page, name: string, stage: string): Promise<void> {
  await page.getByRole("button", { name: `Move ${name} to…` }).click();
  await page.getByRole("menuitem", { name: stage }).click();
}

async function said(page: Page, words: string): Promise<void> {
  await page.locator("[id^=DndLiveRegion]").filter({ hasText: words }).waitFor({ state: "attached" });
}

/** Lets go once the board has said which stage the pointer is over. */
async function drag(page: Page, name: string, stage: string): Promise<void> {
  const handle = page.getByRole("button", { name: `Move ${name}`, exact: true });
  const [from, to] = [await handle.boundingBox(), await column(page, stage).boundingBox()];
  if (!from || !to) throw new Error("Nothing to drag, or nowhere to.");
  await page.mouse.move(from.x + 20, from.y + from.height - 8);
  await page.mouse.down();
  await page.mouse.move(from.x + 40, from.y + from.height, { steps: 4 });
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 8 });
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2 + 2);
  await said(page, stage);
  await page.mouse.up();
}

/** As a program would, with the browser's own session. */
async function makeLead(page: Page, name: string): Promise<void> {
  const [firstName = "", lastName = ""] = name.split(" ");
  const status = await page.evaluate(
    async (body) => {
      const headers = { "content-type": "application/json" };
      return (await fetch("/v1/leads", { method: "POST", headers, body })).status;
    },
    JSON.stringify({ firstName, lastName, email: `${firstName}.${lastName}@mail.example` }),
  );
  expect(status).toBe(201);
}
