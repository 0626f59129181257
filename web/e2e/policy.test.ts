import { readFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import type { Page } from "playwright-core";
import { expect, inject, test, vi } from "vitest";
import { demo, signIn } from "./people";
import { visit } from "./visit";

test.each([
  ["an inline script", "<script>window.stolen = 1</script>", "script-src-elem"],
  ["a handler", '<img src="/favicon.svg" onload="window.stolen = 1">', "script-src-attr"],
  ["a script of another site", '<script src="http://127.0.0.1:9/x.js"></script>', "script-src-elem"],
])("XSS-08 %s that got into a page does not run, and the log tells of it", async (_, html, directive) => {
  const page = await visit();
  const before = violations("/sign-in", directive).length;
  await smuggle(page, "/sign-in", html);
  await page.goto("/sign-in");
  await vi.waitFor(() => expect(violations("/sign-in", directive).length).toBe(before + 1), 10_000);
  expect(await page.evaluate(() => "stolen" in window)).toBe(false);
  expect(violations("/sign-in", directive).at(-1)).toMatchObject({ enforced: true });
});

test("XSS-08 our own pages break no rule of their policy, nor would they with Trusted Types", async () => {
  const page = await visit();
  const broken: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/v1/browser-reports")) broken.push(request.postData() ?? "");
  });
  await page.goto("/", { waitUntil: "networkidle" });
  await signIn(page, demo.email, demo.password);
  for (const screen of ["teams", "members", "api-keys", "audit-log"]) {
    await page.goto(`/o/northwind-coffee/settings/${screen}`);
    await page.waitForTimeout(500);
  }
  await page.keyboard.press("ControlOrMeta+k");
  await page.getByRole("dialog").waitFor();
  expect(broken).toEqual([]);
});

test("SSRF-10 a picture of another site is fetched neither by the server nor by the page", async () => {
  const asked: string[] = [];
  const site = createServer((socket) => void socket.on("data", (bytes) => asked.push(String(bytes))).end());
  await new Promise<void>((resolve) => void site.listen(0, "127.0.0.1", resolve));
  // safe: a server that listens on a port has one
  const host = `127.0.0.1:${(site.address() as AddressInfo).port}`;
  const page = await visit();
  await signIn(page, demo.email, demo.password);
  await page.goto("/o/northwind-coffee/settings/organization?part=look");
  await page.getByLabel("Address of the logo").fill(`https://${host}/logo.png`);
  const saved = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByRole("button", { name: "Save logo and colours" }).click();
  await saved;
  await page.reload({ waitUntil: "networkidle" });
  expect(await page.getByLabel("Address of the logo").inputValue()).toContain(host);
  const before = violations("/sign-in", "img-src").length;
  const stranger = await visit();
  await smuggle(stranger, "/sign-in", `<img src="http://${host}/avatar.png">`);
  await stranger.goto("/sign-in");
  await vi.waitFor(() => expect(violations("/sign-in", "img-src").length).toBe(before + 1), 10_000);
  expect(asked).toEqual([]);
  await new Promise((resolve) => site.close(resolve));
});

/** The page as the server made it, headers and all, with something of an attacker's in it. */
async function smuggle(page: Page, path: string, html: string): Promise<void> {
  await page.route(`**${path}`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace("</body>", `${html}</body>`) });
  });
}

/** What the API wrote down of a page's reports. */
function violations(page: string, directive: string) {
  return readFileSync(inject("log"), "utf8")
    .split("\n")
    .filter((line) => line.startsWith('{"level":"info","event":"browser_violation"'))
    .map((line) => JSON.parse(line) as { page: string; directive: string; enforced: boolean })
    .filter((violation) => violation.page === page && violation.directive === directive);
}
