import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Field } from "../../worker/forms/pure/form";
import {
  element,
  type HostSite,
  publishForm,
  script,
  startHostSite,
  submissionsOf,
  visitHost,
} from "./host-site";
import { address, visit } from "./visit";

const fields: Field[] = [
  { key: "name", type: "short_text", label: "Your name", isRequired: true, mapsTo: "lead.name" },
  { key: "email", type: "email", label: "Email", isRequired: true, mapsTo: "lead.email" },
];
const endings = [{ key: "thanks", kind: "message" as const, title: "Thank you, we write soon" }];

let host: HostSite;

beforeAll(async () => {
  host = await startHostSite();
});
afterAll(() => host.stop());

test("the network is cut while a form is sent: what was typed stays, it is sent again, and it is one answer", async () => {
  const form = await publishForm({ title: "Cut off", fields, endings });
  const { page } = await visitHost(host.put("/cut", `${element(form)}${script}`));
  await page.getByLabel("Your name").fill("Ada Lovelace");
  await page.getByLabel("Email").fill("ada.cut@people.test");
  // The first try reaches the server and its answer is lost on the way; the second does not even arrive.
  let tries = 0;
  await page.route("**/submissions", async (route) => {
    tries++;
    if (tries === 1) await route.fetch();
    if (tries <= 2) return await route.abort("connectionreset");
    return await route.continue();
  });
  await page.getByRole("button", { name: /send/i }).click();
  await page.getByRole("button", { name: "Try again" }).waitFor();
  expect(await page.getByLabel("Your name").inputValue()).toBe("Ada Lovelace");
  expect(await page.getByRole("status").textContent()).toContain("still here");
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("heading", { name: "Thank you, we write soon" }).waitFor();
  expect(tries).toBe(3);
  expect(await submissionsOf(form)).toHaveLength(1);
});

test("by keyboard alone: what is wrong is said beside each question, announced, and the first takes the focus", async () => {
  const form = await publishForm({ title: "Keys", fields, endings });
  const url = host.put("/keys", `<a href="#x">Page</a>${element(form)}${script}`);
  const { page } = await visitHost(url);
  await page.getByLabel("Your name").focus();
  await page.keyboard.press("Tab");
  await page.keyboard.type("no address");
  await page.keyboard.press("Enter");
  const name = page.getByRole("textbox", { name: "Your name" });
  expect(await name.evaluate((each) => each.matches(":focus"))).toBe(true);
  expect(await page.getByRole("alert").textContent()).toMatch(/Your name: .+Email: .+@example\.com/);
  expect(await name.ariaSnapshot()).toContain("Your name");
  const described = await name.evaluate((each) => {
    const root = each.getRootNode() as ShadowRoot; // safe: a form of ours is drawn in one
    return (each.getAttribute("aria-describedby") ?? "")
      .split(" ")
      .map((id) => root.getElementById(id)?.textContent);
  });
  expect(described).toEqual(["Please fill this in."]);
  expect(await name.getAttribute("aria-invalid")).toBe("true");
  await page.keyboard.type("Grace");
  expect(await name.getAttribute("aria-invalid")).toBeNull();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("grace.keys@people.test");
  await page.keyboard.press("Enter");
  const thanks = page.getByRole("heading", { name: "Thank you, we write soon" });
  await thanks.waitFor();
  expect(await thanks.evaluate((each) => each.matches(":focus"))).toBe(true);
  expect(await page.getByRole("status").textContent()).toContain("Thank you");
  expect(await submissionsOf(form)).toHaveLength(1);
});

test("pages and conditions: only what applies is asked, back keeps what was typed, and each step is told", async () => {
  const form = await publishForm({
    title: "Steps",
    endings,
    fields: [
      { key: "more", type: "yes_no", label: "More?", isRequired: true },
      {
        key: "what",
        type: "short_text",
        label: "What exactly",
        isRequired: true,
        visibleWhen: { field: "more", operator: "is_true" },
      },
      { key: "second", type: "page_break", label: "About you" },
      ...fields,
    ],
  });
  const { page } = await visitHost(host.put("/steps", `${element(form)}${script}`));
  await page.evaluate(() => {
    const told: string[] = [];
    Reflect.set(window, "told", told);
    for (const name of ["ready", "start", "step", "submit", "success", "error"])
      addEventListener(`trb:${name}`, (event) => told.push(event.type));
  });
  await page.getByLabel("No", { exact: true }).check();
  expect(await page.getByLabel("What exactly").isVisible()).toBe(false);
  await page.getByLabel("Yes").check();
  await page.getByRole("button", { name: "Next" }).click();
  expect(await page.getByLabel("What exactly").evaluate((each) => each.matches(":focus"))).toBe(true);
  await page.getByLabel("What exactly").fill("A grinder");
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByRole("heading", { name: "About you" }).waitFor();
  expect(await page.getByRole("status").textContent()).toBe("Page 2 of 2");
  await page.getByLabel("Your name").fill("Ada");
  await page.getByRole("button", { name: "Back" }).click();
  expect(await page.getByLabel("What exactly").inputValue()).toBe("A grinder");
  await page.getByLabel("No", { exact: true }).check();
  await page.getByRole("button", { name: "Next" }).click();
  expect(await page.getByLabel("Your name").inputValue()).toBe("Ada");
  await page.getByLabel("Email").fill("ada.steps@people.test");
  await page.getByRole("button", { name: /send/i }).click();
  await page.getByRole("heading", { name: "Thank you, we write soon" }).waitFor();
  const [kept] = await submissionsOf(form);
  expect(JSON.stringify(kept)).not.toContain("A grinder");
  expect(await page.evaluate(() => Reflect.get(window, "told") as string[])).toEqual(
    expect.arrayContaining(["trb:start", "trb:step", "trb:submit", "trb:success"]),
  );
});

test("unfinished answers are kept once the visitor consented, and their address goes on with them", async () => {
  const form = await publishForm({ title: "Unfinished", fields, endings }, { keepsDrafts: true });
  const { page, asked } = await visitHost(host.put("/draft", `${element(form)}${script}`));
  const drafts = () => asked.filter((url) => url.includes("/drafts/")).length;
  await page.evaluate(() =>
    addEventListener("trb:draft", (event) =>
      Reflect.set(window, "resume", (event as CustomEvent).detail.resume),
    ),
  );
  await page.getByLabel("Email").fill("ada.draft@people.test");
  await page.evaluate(() => document.querySelector("trb-form")?.setAttribute("consent", "granted"));
  expect(drafts()).toBe(0);
  await page.getByLabel("Your name").fill("Ada");
  const resume = () => page.evaluate(() => String(Reflect.get(window, "resume") ?? ""));
  await expect.poll(resume, { timeout: 10_000 }).toContain("trb_draft=");
  await page.goto(await resume());
  await expect.poll(() => page.getByLabel("Your name").inputValue()).toBe("Ada");
  expect(await page.getByLabel("Email").inputValue()).toBe("ada.draft@people.test");
});

describe("without script", () => {
  test("the link leads to the form, what is wrong comes back with what was typed, and thanks follow", async () => {
    const form = await publishForm({ title: "Plain", fields, endings });
    const { page } = await visitHost(host.put("/plain", `${element(form)}${script}`), {
      script: false,
      width: 360,
    });
    await page.getByRole("link", { name: "Ask us" }).click();
    await page.getByLabel("Your name").fill("Ada");
    // A browser lets `a@b` pass; the server knows better.
    await page.getByLabel("Email").fill("ada@nowhere");
    await page.getByRole("button", { name: /send/i }).click();
    expect(await page.getByRole("alert").textContent()).toContain("Email:");
    expect(await page.getByLabel("Your name").inputValue()).toBe("Ada");
    await page.getByLabel("Email").fill("ada.plain@people.test");
    await page.getByRole("button", { name: /send/i }).click();
    await page.waitForURL(/\/thanks\?/);
    await page.getByRole("heading", { name: "Thank you, we write soon" }).waitFor();
    await page.reload();
    expect(await submissionsOf(form)).toHaveLength(1);
  });

  test("REDIR-01 an ending leads to the stored address, and a forged ending nowhere", async () => {
    const target = "https://northwind.example/thanks";
    const form = await publishForm({
      title: "Away",
      fields,
      endings: [{ key: "away", kind: "redirect", title: "On you go", url: target }],
    });
    const page = await visit({ script: false });
    await page.goto(
      `${address}/f/${form}?e=https://evil.example&next=//evil.example&redirectUrl=https://evil.example`,
    );
    await page.getByLabel("Your name").fill("Ada");
    await page.getByLabel("Email").fill("ada.away@people.test");
    // The browser follows because the page's own policy names this address; there is no such server here.
    const followed = page.waitForRequest(target);
    const answered = page.waitForResponse((response) => response.url().endsWith("/submissions"));
    await page.getByRole("button", { name: /send/i }).click({ noWaitAfter: true });
    expect(await (await answered).headerValue("location")).toBe(target);
    await followed;
  });
});
