import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { demo, signIn } from "./people";
import { visit } from "./visit";

test("a form is built and published by keyboard alone, and its page asks what was built", async () => {
  const page = await visit();
  await openBlankForm(page);
  await add(page, "email", "Where do we write to?");
  await page.keyboard.press("Enter");
  await pick(page, "one choice");
  await labelOf(page).waitFor();
  await page.keyboard.type("Which roast?");
  await page.getByText(/^Saved/).waitFor();
  await moveUp(page, "Which roast?");
  expect(await questionsOf(page)).toEqual(["Which roast?", "Where do we write to?"]);
  await page.getByText(/^Saved/).waitFor();
  await page.getByRole("button", { name: "Publish form" }).focus();
  await page.keyboard.press("Enter");
  await page.getByText("Published. Visitors see it now.").waitFor();
  const visitor = await visit();
  await visitor.goto(`/f/${formIdOf(page)}`);
  await visitor.getByText("Which roast?").waitFor();
  await visitor.getByLabel(/Where do we write to/).waitFor();
});

test("undo takes back a thought and not a letter, and redo brings it again", async () => {
  const page = await visit();
  await openBlankForm(page);
  await add(page, "email", "Where do we write to?");
  await page.keyboard.press("ControlOrMeta+Z");
  await expect.poll(() => questionsOf(page)).toEqual(["Your email"]);
  await page.keyboard.press("ControlOrMeta+Z");
  await expect.poll(() => questionsOf(page)).toEqual([]);
  await page.keyboard.press("ControlOrMeta+Shift+Z");
  await page.keyboard.press("ControlOrMeta+Shift+Z");
  await expect.poll(() => questionsOf(page)).toEqual(["Where do we write to?"]);
});

test("two windows that change the same questions are shown both, and a person decides", async () => {
  const one = await visit();
  await openBlankForm(one);
  await add(one, "email", "Email");
  await one.getByText(/^Saved/).waitFor();
  const two = await one.context().newPage();
  await two.goto(one.url());
  await two.getByRole("button", { name: "Add question" }).waitFor();
  await two.route("**/save", (route) => route.abort());
  await add(two, "phone", "From the second window");
  await two.getByText("Not saved: offline, kept here").waitFor();
  await add(one, "number", "From the first window");
  await one.getByText(/^Saved/).waitFor();
  await two.unroute("**/save");
  // It also tries again by itself, and is then past being asked to.
  const again = two.getByRole("button", { name: "Try again" });
  await again.click({ timeout: 3000 }).catch(() => undefined);
  const conflict = two.getByRole("alert").filter({ hasText: "Somebody changed this meanwhile" });
  await conflict.getByText("From the second window").waitFor();
  await conflict.getByText("From the first window").waitFor();
  await conflict.getByRole("button", { name: "Take theirs" }).click();
  await expect.poll(() => questionsOf(two)).toEqual(["Email", "From the first window"]);
});

test("the preview asks only what the answers call for, and says what is wrong", async () => {
  const page = await visit({ width: 1440 });
  await signIn(page, demo.email, demo.password);
  await page.goto("/o/northwind-coffee/forms/new");
  await page.getByRole("button", { name: "Use template Survey" }).click();
  const preview = page.getByRole("region", { name: "Preview" });
  await preview.locator("button[type=submit]").click();
  await preview.getByRole("alert").getByText("Please fill this in.").waitFor();
  await preview.getByRole("radio", { name: "3", exact: true }).check({ force: true });
  await preview.getByLabel(/What should we do better/).waitFor();
  await preview.getByRole("radio", { name: "9", exact: true }).check({ force: true });
  await preview.getByLabel(/What do you like most/).waitFor();
  expect(await preview.getByLabel(/What should we do better/).isVisible()).toBe(false);
});

test("what a visitor sends stands in the inbox; what was held as spam joins it once it is released", async () => {
  const page = await visit();
  await signIn(page, demo.email, demo.password);
  await page.goto("/o/northwind-coffee/forms/new");
  await page.getByRole("button", { name: "Use template Contact" }).click();
  await page.getByRole("button", { name: "Publish form" }).click();
  await page.getByText("Published. Visitors see it now.").waitFor();
  await send(formIdOf(page), "Mai Nguyen", "");
  await send(formIdOf(page), "A machine", "https://spam.example");
  await page.goto(`/o/northwind-coffee/forms/${formIdOf(page)}/submissions`);
  await page.getByRole("link", { name: "Mai Nguyen" }).click();
  await page.getByRole("complementary", { name: "Mai Nguyen" }).getByText("mai@visitor.example").waitFor();
  await page.getByRole("link", { name: "Close" }).click();
  expect(await page.getByRole("link", { name: "A machine" }).count()).toBe(0);
  await page.getByRole("link", { name: "Spam", exact: true }).click();
  await page.getByText("Filled in a field that people do not see").waitFor();
  await page.getByRole("button", { name: "Release A machine" }).click();
  await page.getByRole("link", { name: "Inbox", exact: true }).click();
  await page.getByRole("link", { name: "A machine" }).waitFor();
  await page.getByRole("button", { name: "Delete Mai Nguyen" }).click();
  await page.getByText("Deleted: Mai Nguyen").waitFor();
  await page.getByRole("button", { name: "Undo" }).first().click();
  await page.getByRole("link", { name: "Mai Nguyen" }).waitFor();
});

/** As a person types, so that it is not taken for a machine; what is in the trap gives one away. */
async function send(formId: string, name: string, trap: string): Promise<void> {
  const visitor = await visit({ script: false });
  await visitor.goto(`/f/${formId}`);
  await visitor.locator("[name=name]").pressSequentially(name, { delay: 60 });
  await visitor.locator("[name=email]").pressSequentially("mai@visitor.example", { delay: 60 });
  await visitor.locator("[name=message]").pressSequentially("Do you roast for offices?", { delay: 60 });
  await visitor.locator("[name=_website]").fill(trap, { force: true });
  await visitor.getByRole("button", { name: "Send message" }).click();
  await visitor.getByText("Thank you").first().waitFor();
}

async function openBlankForm(page: Page): Promise<void> {
  await signIn(page, demo.email, demo.password);
  await page.goto("/o/northwind-coffee/forms/new");
  await page.getByRole("button", { name: "Begin blank" }).click();
  await page.getByRole("button", { name: "Add question" }).waitFor();
}

/** By the slash, and with words of its own. */
async function add(page: Page, kind: string, label: string): Promise<void> {
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  await page.keyboard.press("/");
  await pick(page, kind);
  await labelOf(page).waitFor();
  await page.keyboard.type(label);
  await expect.poll(() => labelOf(page).inputValue()).toBe(label);
}

async function pick(page: Page, kind: string): Promise<void> {
  await page.getByRole("combobox", { name: "Kind of question" }).waitFor();
  await page.keyboard.type(kind);
  await page.keyboard.press("Enter");
}

/** The field that has the focus once a question was added. */
function labelOf(page: Page) {
  return page.getByRole("complementary", { name: "Settings" }).locator("input:focus");
}

async function moveUp(page: Page, label: string): Promise<void> {
  await page.getByRole("button", { name: `More about “${label}”` }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Move up" }).waitFor();
  await page.keyboard.press("Enter");
}

async function questionsOf(page: Page): Promise<string[]> {
  const rows = page.getByRole("list", { name: "In their order" }).locator("[data-question]");
  return await rows.evaluateAll((found) =>
    found.map((row) => row.querySelector("span.truncate")?.textContent ?? ""),
  );
}

function formIdOf(page: Page): string {
  return /frm_\w+/.exec(page.url())?.[0] ?? "";
}
