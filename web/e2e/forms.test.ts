import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { demo, signInAs } from "./people";
import { address, visit } from "./visit";

const home = "/o/northwind-coffee/settings";
const viewer = "tom@northwind.test";

type Form = { to: string; fields: Record<string, string> };

describe("IDEM-03 a form that comes twice, by a second press or a reload,", () => {
  test("makes one team, and both answers lead to it", async () => {
    const owner = await enter(demo.email);
    const name = `Once ${Date.now()}`;
    const form = (await formsAt(owner, `${home}/teams`)).find(({ fields }) => "description" in fields);
    const again = { to: String(form?.to), fields: { ...form?.fields, name } };
    const answers = [
      ...(await Promise.all([post(owner, again), post(owner, again)])),
      await post(owner, again),
    ];
    expect(answers.map(({ status }) => status)).toEqual([302, 302, 302]);
    expect(new Set(answers.map(({ location }) => location)).size).toBe(1);
    expect(JSON.stringify(await read(owner, "/v1/teams")).split(name)).toHaveLength(2);
  });

  test("makes one API key, and a reload shows the same secret", async () => {
    const owner = await enter(demo.email);
    const name = `Once ${Date.now()}`;
    const form = (await formsAt(owner, `${home}/api-keys`)).find(({ fields }) => fields.intent === "create");
    const again = { to: String(form?.to), fields: { ...form?.fields, name, scopes: "members:read" } };
    const [first, reloaded] = [await post(owner, again), await post(owner, again)];
    expect(secretIn(first.text)).toBeDefined();
    expect(secretIn(reloaded.text)).toBe(secretIn(first.text));
    expect(JSON.stringify(await read(owner, "/v1/api-keys")).split(name)).toHaveLength(2);
  });
});

test("ROLE-03 a viewer who posts the forms that only others see changes nothing", async () => {
  const [owner, guest] = [await enter(demo.email), await enter(viewer)];
  const pages = [
    "organization",
    "organization?part=look",
    "members",
    "invites",
    "teams",
    "roles",
    "api-keys",
  ];
  const details = (await idsAt("/v1/teams", owner)).map((id) => `teams/${id}`);
  const members = (await idsAt("/v1/members", owner)).map((id) => `members/${id}`);
  const forms: Form[] = [];
  for (const page of [...pages, ...details.slice(0, 1), ...members.slice(0, 2), "roles/new"])
    forms.push(...(await formsAt(owner, `${home}/${page}`)));
  const distinct = new Set(forms.map(({ fields }) => fields.intent));
  expect(distinct.size).toBeGreaterThan(8);
  const before = await photograph(owner);
  for (const form of forms) {
    const { status } = await post(guest, form);
    // A button alone says no in a toast, on the page that it leads back to.
    const isRefusal = [302, 400, 403, 404, 422].includes(status);
    expect({ ...form, status, isRefusal }).toMatchObject({ isRefusal: true });
  }
  expect(await photograph(owner)).toEqual(before);
});

async function enter(email: string): Promise<Page> {
  const page = await visit();
  await signInAs(page, email, demo.password);
  return page;
}

/** Every form that a page sends to where it stands, filled in; not those that leave the organization's settings. */
async function formsAt(page: Page, path: string): Promise<Form[]> {
  await page.goto(path);
  const forms = await page.$$eval('form[method="post"]', (found) =>
    found.map((form) => {
      const filled = [...new FormData(form as HTMLFormElement)].map(([name, value]) => {
        const text = name === "email" ? "viewer@was-here.test" : "viewer-was-here";
        return [name, typeof value === "string" && value ? value : text] as const;
      });
      return { to: (form as HTMLFormElement).action, fields: Object.fromEntries(filled) };
    }),
  );
  return forms.filter(({ to }) => new URL(to).pathname.startsWith(home));
}

/** As a browser without script sends it, with nothing but the cookie. */
async function post(page: Page, { to, fields }: Form) {
  const response = await page.request.post(to, {
    form: fields,
    headers: { origin: address },
    maxRedirects: 0,
    failOnStatusCode: false,
  });
  return { status: response.status(), location: response.headers().location, text: await response.text() };
}

async function read(page: Page, path: string): Promise<{ data: { id: string }[] }> {
  const mine = await page.request.get("/v1/organizations");
  const { data } = (await mine.json()) as { data: { id: string; slug: string }[] };
  const id = String(data.find(({ slug }) => slug === "northwind-coffee")?.id);
  const response = await page.request.get(path.replace("{id}", id), {
    headers: { "tributary-organization": id },
  });
  expect({ path, status: response.status() }).toEqual({ path, status: 200 });
  return (await response.json()) as { data: { id: string }[] }; // safe: a list's own contract
}

async function idsAt(path: string, page: Page): Promise<string[]> {
  return (await read(page, path)).data.map(({ id }) => id);
}

/** What the organization is, but for when its people were last seen. */
async function photograph(owner: Page): Promise<unknown[]> {
  const teams = (await idsAt("/v1/teams", owner)).map((id) => `/v1/teams/${id}/members`);
  const lists = ["/v1/members", "/v1/invites", "/v1/teams", "/v1/api-keys", ...teams];
  const pictures: unknown[] = [];
  for (const path of ["/v1/organizations/{id}", "/v1/roles", ...lists.map((list) => `${list}?limit=100`)]) {
    const picture = JSON.stringify(await read(owner, path));
    pictures.push(picture.replaceAll(/"last\w+At":"[^"]*"/g, ""));
  }
  return pictures;
}

function secretIn(html: string): string | undefined {
  return /trb_(?:live|test)_[A-Za-z0-9]{20,}/.exec(html)?.[0];
}
