import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { demo, signIn } from "./people";
import { visit } from "./visit";

const words = "The first mistake is water. Most people start with the beans.";

test("what somebody writes is saved by itself and there after a reload, also in another browser", async () => {
  const [one, address] = await openPost();
  await writeAtEnd(one, " Then comes the grind.");
  await one.getByText(/^Saved/).waitFor();
  await one.reload();
  await textOf(one).getByText("Then comes the grind.").waitFor();
  const two = await visit();
  await signIn(two, demo.email, demo.password);
  await two.goto(address);
  await textOf(two).getByText("Then comes the grind.").waitFor();
});

test("words that were not saved come back after the window was closed", async () => {
  const [page, address] = await openPost();
  await page.context().setOffline(true);
  await writeAtEnd(page, " Written on a train.");
  await page.getByText("Not saved: offline, kept here").waitFor();
  await page.close();
  const context = page.context();
  await context.setOffline(false);
  const later = await context.newPage();
  await later.goto(address);
  await textOf(later).getByText("Written on a train.").waitFor();
  // The closing window may have brought them out with its last breath; then nothing is left to save.
  await later.getByText(/^(?:Saved|All saved)/).waitFor();
});

test("two windows that change the same words are shown both, and a person decides", async () => {
  const [one, address] = await openPost();
  const two = await visit();
  await signIn(two, demo.email, demo.password);
  await two.goto(address);
  await textOf(two).waitFor();
  await two.context().setOffline(true);
  await writeAtEnd(two, " From the second window.");
  await two.getByText("Not saved: offline, kept here").waitFor();
  await writeAtEnd(one, " From the first window.");
  await one.getByText(/^Saved/).waitFor();
  await two.context().setOffline(false);
  const conflict = two.getByRole("alert").filter({ hasText: "Somebody changed this meanwhile" });
  await conflict.getByText("From the second window.").waitFor();
  await conflict.getByText("From the first window.").waitFor();
  await conflict.getByRole("button", { name: "Keep mine" }).click();
  await two.getByText(/^Saved/).waitFor();
  // What was kept reaches the first window by itself: nothing was being written there.
  await textOf(one).getByText("From the second window.").waitFor();
});

test("other words for a passage are offered, and stand in the text once they are accepted", async () => {
  const [page] = await openPost();
  await textOf(page).getByText("The first mistake").selectText();
  await page.getByRole("button", { name: "Suggest" }).click();
  await page.getByRole("menuitem", { name: "Shorter" }).click();
  const card = page.getByRole("group", { name: "Suggestion" });
  await card.getByRole("button", { name: "Accept" }).click();
  await page.getByText(/^Saved/).waitFor();
  expect(await textOf(page).innerText()).toBe("The first mistake is water.");
});

test("other words for what is selected in a short post are offered too, and the rest stays as it was", async () => {
  const [page] = await openPost({ kind: "social_post", platform: "linkedin", text: words });
  await textOf(page).evaluate(
    (field: HTMLTextAreaElement, from: number) => {
      field.focus();
      field.setSelectionRange(from, field.value.length);
    },
    words.indexOf(" ") + 1,
  );
  await page.getByRole("button", { name: "Suggest" }).click();
  await page.getByText("Other words for what is selected").waitFor();
  await page.getByRole("menuitem", { name: "Shorter" }).click();
  const card = page.getByRole("group", { name: "Suggestion" });
  const offered = await card.locator("ins").innerText();
  await card.getByRole("button", { name: "Accept" }).click();
  await page.getByText(/^Saved/).waitFor();
  expect(await textOf(page).inputValue()).toBe(`${words.split(" ")[0]} ${offered}`);
});

test("XSS-01 what is pasted from Word or Google Docs comes as plain blocks, without their dress and without harm", async () => {
  const [page] = await openPost();
  const broken: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/v1/browser-reports")) broken.push(request.postData() ?? "");
  });
  await textOf(page).click();
  await page.keyboard.press("ControlOrMeta+A");
  await paste(
    page,
    `<style>p { color: red }</style><b style="font-weight:normal" id="docs-internal-guid-1"><h1><span>From Docs</span></h1>
    <p><span style="font-weight:700">Bold</span> and <a href="javascript:alert(1)" onclick="alert(1)">harmless</a></p></b>
    <p class=MsoListParagraph style='mso-list:l0'><span>·<span>&nbsp;&nbsp; </span></span>First</p>
    <p class=MsoListParagraph style='mso-list:l0'><span>·<span>&nbsp;&nbsp; </span></span>Second<script>alert(1)</script></p>`,
  );
  await page.getByText(/^Saved/).waitFor();
  expect(await textOf(page).innerHTML()).toBe(
    "<h2>From Docs</h2><p><strong>Bold</strong> and harmless</p><ul><li><p>First</p></li><li><p>Second</p></li></ul>",
  );
  expect(broken).toEqual([]);
});

async function paste(page: Page, html: string): Promise<void> {
  await textOf(page).evaluate((field, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", text);
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, html);
}

function textOf(page: Page) {
  return page.getByRole("textbox", { name: "Text of the post" });
}

async function writeAtEnd(page: Page, more: string): Promise<void> {
  await textOf(page).click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type(more);
  await textOf(page).getByText(more.trim()).waitFor();
}

const article = {
  kind: "blog_post",
  body: { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: words }] }] },
};

/** A post of the demo's own, open in the editor. */
async function openPost(post: object = article): Promise<[Page, string]> {
  const page = await visit();
  await signIn(page, demo.email, demo.password);
  const business = await call(page, "/v1/businesses", { name: "Cold brew bar" });
  const piece = await call(page, "/v1/pieces", {
    businessId: business.id,
    title: "Five mistakes in cold brew",
    ...post,
  });
  const address = `/o/northwind-coffee/pieces/${piece.id}`;
  await page.goto(address);
  await textOf(page).waitFor();
  return [page, address];
}

/** As a program would, with the browser's own session. */
async function call(page: Page, path: string, body: object): Promise<{ id: string }> {
  const answer = await page.evaluate(
    async ([to, text]) => {
      const headers = { "content-type": "application/json" };
      const response = await fetch(to, { method: "POST", headers, body: text });
      return { status: response.status, text: await response.text() };
    },
    [path, JSON.stringify(body)] as const,
  );
  expect(answer.status).toBe(201);
  return JSON.parse(answer.text) as { id: string };
}
