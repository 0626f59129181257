import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { demo, signIn } from "./people";
import { visit } from "./visit";

const home = "/o/northwind-coffee";
const run = process.pid;

test("what is noted of a lead is on a second browser's page, and a task is done, taken back and among the tasks", async () => {
  const one = await visit();
  await signIn(one, demo.email, demo.password);
  const lead = await makeLead(one, `Ida Story${run}`);
  const two = await visit();
  await signIn(two, demo.email, demo.password);
  const joined = new Promise<void>((resolve) => {
    two.on("websocket", (socket) => socket.on("framereceived", () => resolve()));
  });
  await two.goto(lead);
  await joined;
  await one.keyboard.press("c");
  await one.keyboard.type(`Asked for a tasting ${run}`);
  await one.keyboard.press("Control+Enter");
  await told(two, `Asked for a tasting ${run}`).waitFor();
  await one.getByRole("button", { name: "Task", exact: true }).click();
  await one.getByLabel("What is to be done").fill(`Send samples ${run}`);
  await one.getByRole("button", { name: "Tomorrow" }).click();
  await one.getByRole("button", { name: "Add task" }).click();
  await toDo(two, `Send samples ${run}`).waitFor();
  await one.getByLabel(`Done: Send samples ${run}`).check();
  await toDo(two, `Send samples ${run}`).waitFor({ state: "detached" });
  await told(two, `Send samples ${run}`).waitFor();
  const notice = one.locator("[data-sonner-toast]").filter({ hasText: `Send samples ${run}` });
  await notice.getByRole("button", { name: "Undo" }).click();
  await toDo(two, `Send samples ${run}`).waitFor();
  await two.goto(`${home}/tasks`);
  await expect
    .poll(() => two.getByRole("main").innerText(), { timeout: 15_000 })
    .toMatch(new RegExp(`Tomorrow[^]*Send samples ${run}`));
});

function told(page: Page, words: string) {
  return page.getByRole("region", { name: "Story" }).getByText(words);
}

function toDo(page: Page, words: string) {
  return page.getByRole("region", { name: "To do" }).getByText(words);
}

/** Answers with the address of the lead's page. */
async function makeLead(page: Page, name: string): Promise<string> {
  const [firstName = "", lastName = ""] = name.split(" ");
  const id = await page.evaluate(
    async (body) => {
      const headers = { "content-type": "application/json" };
      const response = await fetch("/v1/leads", { method: "POST", headers, body });
      return ((await response.json()) as { id: string }).id; // safe: the API answers with the lead
    },
    JSON.stringify({ firstName, lastName, email: `${firstName}.${lastName}@mail.example` }),
  );
  await page.goto(`${home}/leads/${id}`);
  await page.getByRole("heading", { level: 1, name }).waitFor();
  await page.getByRole("button", { name: "Add note" }).waitFor();
  return `${home}/leads/${id}`;
}
