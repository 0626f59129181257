import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { demo, signIn } from "./people";
import { visit } from "./visit";

const home = "/o/northwind-coffee";
const run = process.pid;

test("a task is changed by keys and taken back, and its reminder opens the lead", async () => {
  const page = await visit();
  await signIn(page, demo.email, demo.password);
  const leadId = await makeLead(page, `Tilda Task${run}`);
  const [old, next] = [`Call about samples ${run}`, `Call about beans ${run}`];
  const task = { type: "task", subject: old, dueAt: inMinutes(60), remindAt: null };
  const { id } = await ask(page, "POST", `/v1/leads/${leadId}/activities`, {
    ...task,
    assignedTo: await myId(page),
  });
  const joined = new Promise<void>((resolve) => {
    page.on("websocket", (socket) => socket.on("framereceived", () => resolve()));
  });
  await page.goto(`${home}/tasks`);
  await joined;
  const subject = (words: string) => page.getByRole("button", { name: `Change: ${words}` });
  await subject(old).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.type("Nothing of this");
  await page.keyboard.press("Escape");
  await subject(old).waitFor();
  await page.keyboard.press("Enter");
  await page.keyboard.type(next);
  await page.keyboard.press("Enter");
  await toast(page, `“${next}” is changed.`).getByRole("button", { name: "Undo" }).click();
  await subject(old).waitFor();
  await ask(page, "PATCH", `/v1/activities/${id}`, { remindAt: inMinutes(0.06) });
  await toast(page, `Reminder: ${old}`).getByRole("link", { name: "Open" }).click();
  await page.waitForURL(new RegExp(`${leadId}#${id}`));
  await page.getByRole("heading", { level: 1, name: `Tilda Task${run}` }).waitFor();
});

test("rules are put in order by keys, each step is said, and the order is kept and taken back", async () => {
  const page = await visit();
  await signIn(page, demo.email, demo.password);
  await page.goto(`${home}/settings/lead-assignment`);
  await page.locator("[id^=DndLiveRegion]").waitFor({ state: "attached" });
  await page.getByRole("button", { name: "Move “Large orders”, number 1" }).focus();
  await page.keyboard.press("Space");
  await said(page, "place 1 of 2");
  await page.keyboard.press("ArrowDown");
  await said(page, "would come to place 2 of 2");
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Move “Large orders”, number 2" }).waitFor();
  const notice = toast(page, "“Large orders” has another place now.");
  await notice.waitFor();
  expect(await ruleNames(page)).toEqual(["Everybody else", "Large orders"]);
  await notice.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Move “Large orders”, number 1" }).waitFor();
  expect(await ruleNames(page)).toEqual(["Large orders", "Everybody else"]);
});

test("two leads become one, and two again", async () => {
  const page = await visit();
  await signIn(page, demo.email, demo.password);
  const kept = await makeLead(page, `Mara Merge${run}`);
  const merged = await makeLead(page, `Marah Merge${run}`);
  await page.goto(`${home}/leads/merge?keep=${kept}&merge=${merged}`);
  await page.getByRole("button", { name: `Merge into Mara Merge${run}` }).click();
  const undo = page.locator("[data-sonner-toast]").getByRole("button", { name: "Undo" });
  await undo.waitFor();
  expect((await ask(page, "GET", `/v1/leads/${merged}`)).status).toBe(404);
  await undo.click();
  await page
    .locator("[data-sonner-toast]")
    .filter({ has: page.getByRole("button", { name: "Undo" }) })
    .waitFor({ state: "detached" });
  expect((await ask(page, "GET", `/v1/leads/${merged}`)).lastName).toBe(`Merge${run}`);
});

function toast(page: Page, words: string) {
  return page.locator("[data-sonner-toast]").filter({ hasText: words });
}

async function said(page: Page, words: string): Promise<void> {
  await page.locator("[id^=DndLiveRegion]").filter({ hasText: words }).waitFor({ state: "attached" });
}

function inMinutes(minutes: number): string {
  return new Date(Date.now() + minutes * 60_000).toISOString();
}

async function ruleNames(page: Page): Promise<string[]> {
  const { data } = await ask(page, "GET", "/v1/assignment-rules");
  return data.map(({ name }: { name: string }) => name);
}

async function myId(page: Page): Promise<string> {
  return (await ask(page, "GET", "/v1/me")).user.id;
}

async function makeLead(page: Page, name: string): Promise<string> {
  const [firstName = "", lastName = ""] = name.split(" ");
  return (await ask(page, "POST", "/v1/leads", { firstName, lastName })).id;
}

/** As a program would, with the browser's own session; each test reads what it asked for. */
async function ask(page: Page, method: string, path: string, body?: unknown) {
  return await page.evaluate(
    async ([way, to, sent]) => {
      const headers = { "content-type": "application/json" };
      const response = await fetch(to, { method: way, headers, ...(sent ? { body: sent } : {}) });
      return await response.json();
    },
    [method, path, body === undefined ? "" : JSON.stringify(body)] as const,
  );
}
