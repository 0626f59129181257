import { SELF } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { clientOf } from "../../test/client";
import {
  leadsOf,
  lettersInto,
  post,
  publishForm,
  type Published,
  rowsOf,
  settle,
  someAddress,
  tokenOf,
} from "./form";

const hostile = `=HYPERLINK("http://evil.example","x") <script>alert(1)</script>`;

describe("CORS-03 where a form may be sent from", () => {
  it("is the owner's to say; every page may read why it is refused, and no cookie is asked for", async () => {
    const form = await publishForm({ allowedDomains: ["shop.example"] });
    const from = (origin: string) => form.send({ email: "ada@example.com" }, {}, { origin });
    expect((await from("https://shop.example")).status).toBe(201);
    expect((await from("https://www.shop.example")).status).toBe(201);
    for (const origin of [
      "https://evil.example",
      "https://shop.example.evil.example",
      "https://notshop.example",
      "null",
    ]) {
      const { status, body, headers } = await from(origin);
      expect([status, body.code]).toEqual([403, "origin_not_allowed"]);
      expect(headers.get("access-control-allow-origin")).toBe("*");
      expect(headers.get("access-control-allow-credentials")).toBeNull();
    }
    expect(await rowsOf(form)).toHaveLength(2);
    const asked = await SELF.fetch(`http://localhost/f/${form.id}/submissions`, {
      method: "OPTIONS",
      headers: { origin: "https://shop.example", "access-control-request-method": "POST" },
    });
    expect([asked.status, asked.headers.get("access-control-max-age"), asked.headers.get("vary")]).toEqual([
      204,
      "86400",
      "Origin",
    ]);
  });
});

describe("UP-01 a file that comes with a form", () => {
  const upload = async (form: Published, bytes: string, name: string, key = "papers") => {
    const body = new FormData();
    body.append("key", key);
    body.append("file", new File([bytes], name));
    const response = await SELF.fetch(`http://localhost/f/${form.id}/files`, {
      method: "POST",
      headers: { "cf-connecting-ip": someAddress() },
      body,
    });
    return { status: response.status, body: await response.json<Record<string, string>>() };
  };

  it("is judged by its bytes, belongs to one form and question, is sent once, and saved rather than shown (XSS-05)", async () => {
    const form = await publishForm();
    const other = await publishForm();
    expect((await upload(form, "<svg onload=alert(1)>", "a.pdf")).status).toBe(422);
    expect((await upload(form, "%PDF-".padEnd(1_000_001), "a.pdf")).status).toBe(422);
    expect((await upload(form, "%PDF-1.7", "a.pdf", "note")).status).toBe(422);
    const { status, body } = await upload(form, "%PDF-1.7 body", "../../cv.html");
    expect([status, body]).toMatchObject([201, { name: "cv.html.pdf", type: "application/pdf" }]);
    expect((await other.send({ email: "a@example.com", papers: [body["id"]] })).status).toBe(422);
    const sent = await form.send({ email: "ada@example.com", papers: [body["id"]] });
    expect(sent.status).toBe(201);
    expect((await form.send({ email: "eve@example.com", papers: [body["id"]] })).status).toBe(422);
    const { client } = form.world.owner;
    const [file] = (await client.get(`/v1/submissions/${sent.body.id}`)).body.files;
    const saved = await SELF.fetch(`http://localhost${file.url}`);
    expect([saved.status, await saved.text()]).toEqual([200, "%PDF-1.7 body"]);
    expect(saved.headers.get("content-disposition")).toMatch(/^attachment; filename="cv\.html\.pdf"/);
    expect([
      saved.headers.get("x-content-type-options"),
      saved.headers.get("content-security-policy"),
    ]).toEqual(["nosniff", "default-src 'none'; sandbox"]);
    expect(
      (await SELF.fetch(`http://localhost/v1/files/${file.id}?token=${file.url.slice(-40)}`)).status,
    ).toBe(404);
    await client.delete(`/v1/submissions/${sent.body.id}`);
    await settle(form);
    expect((await SELF.fetch(`http://localhost${file.url}`)).status).toBe(404);
  });

  it("comes with a plain post as well", async () => {
    const form = await publishForm();
    const papers = new File(["%PDF-1.7"], "cv.pdf");
    expect((await post(form.id, { email: "ada@example.com", papers })).status).toBe(303);
    expect((await rowsOf(form))[0]).toMatchObject({
      hasFiles: true,
      answers: { papers: [expect.stringMatching(/^fil_/)] },
    });
  });
});

describe("what members see", () => {
  it("INJ-05 XSS is text: in the list, and in a CSV that no spreadsheet takes for a formula", async () => {
    const form = await publishForm();
    await form.send({ email: "ada@example.com", name: hostile, size: "many" });
    await form.send({ email: "bob@example.com", name: "Bob" });
    const { client } = form.world.owner;
    const page = await client.get(`/v1/forms/${form.id}/submissions?limit=1`);
    expect(page.body.data[0].number).toBe(2);
    const next = await client.get(`/v1/forms/${form.id}/submissions?limit=1&cursor=${page.body.nextCursor}`);
    expect([next.body.data[0].answers.name, next.body.nextCursor]).toEqual([hostile, null]);
    const csv = await client.get(`/v1/forms/${form.id}/submissions.csv`);
    expect(csv.body).toContain(`"'=HYPERLINK(""http://evil.example"",""x"") <script>`);
    expect(csv.body).toContain("Many");
    expect(csv.headers.get("content-disposition")).toMatch(/^attachment/);
  });

  it("ROLE-05 who may not see how to reach people does not see it in answers", async () => {
    const form = await publishForm();
    const { body } = await form.send({ email: "ada@example.com", name: "Ada", note: "Call 0123" });
    const key = await form.world.key(["submissions:read", "forms:read"]);
    const seen = await key.client.get(`/v1/submissions/${body.id}`);
    expect(seen.body.answers).toEqual({ name: "Ada", agreed: false });
    expect((await key.client.get(`/v1/forms/${form.id}/submissions.csv`)).status).toBe(403);
    const viewer = await form.world.member("viewer");
    expect((await viewer.client.get(`/v1/submissions/${body.id}`)).status).toBe(403);
  });

  it("counts what was answered, and where people left", async () => {
    const form = await publishForm({ keepsDrafts: true }, undefined, [
      { key: "cups", type: "number", label: "Cups?" },
      { key: "taste", type: "scale", label: "Taste?", rules: { min: 1, max: 5 } },
    ]);
    await form.send({ email: "ada@example.com", size: "many", agreed: true, cups: "40", taste: "5" });
    for (const taste of ["5", "2"]) await form.send({ email: "eve@example.com", cups: "10.5", taste });
    const secret = "s".repeat(24);
    const draft = clientOf({ "cf-connecting-ip": someAddress() });
    const path = `/f/${form.id}/drafts/${secret}`;
    const kept = { answers: { email: "bob@", junk: 1 }, lastKey: "email" };
    expect((await draft.put(path, kept)).status).toBe(204);
    expect((await draft.get(path)).body).toEqual({ answers: { email: "bob@" }, lastKey: "email" });
    expect((await draft.get(`/f/${form.id}/drafts/${"t".repeat(24)}`)).status).toBe(404);
    const summary = await form.world.owner.client.get(`/v1/forms/${form.id}/answers-summary`);
    expect(summary.body).toMatchObject({ kept: 3, drafts: { begun: 1, sent: 0 } });
    const [email, , , size, , , cups, taste] = summary.body.questions;
    expect([email.answered, email.leftHere, size.values]).toEqual([
      3,
      1,
      [{ value: "many", label: "Many", count: 1 }],
    ]);
    expect(cups).toMatchObject({ answered: 3, average: 20.33, values: [] });
    expect(taste).toMatchObject({
      average: 4,
      values: [
        { value: "2", count: 1 },
        { value: "5", count: 2 },
      ],
    });
    await form.send({ email: "bob@example.com" }, { draft: secret });
    await settle(form);
    expect((await draft.get(path)).status).toBe(404);
  });
});

describe("double opt-in", () => {
  it("counts no consent before the button on the page behind the mail's link is pressed; looking presses nothing", async () => {
    const form = await publishForm({ hasDoubleOptIn: true });
    await form.send({ email: "ada@example.com", agreed: true }, { token: await tokenOf(form.id) });
    const sent: { to: string; subject: string; text: string }[] = [];
    await settle(form, lettersInto(sent));
    expect((await leadsOf(form))[0]?.consent).toBeNull();
    const url =
      /http:\/\/localhost(\S+)/.exec(sent.find(({ to }) => to === "ada@example.com")?.text ?? "")?.[1] ?? "";
    const look = await SELF.fetch(`http://localhost${url}`);
    expect([look.status, await look.text()]).toEqual([200, expect.stringContaining("Confirm my address")]);
    expect((await rowsOf(form))[0]?.confirmedAt).toBeNull();
    for (const _ of [1, 2])
      expect((await SELF.fetch(`http://localhost${url}`, { method: "POST" })).status).toBe(200);
    expect((await leadsOf(form))[0]?.consent).toMatchObject({ given: true, text: "You may write to me." });
    expect((await SELF.fetch(`http://localhost${url}x`, { method: "POST" })).status).toBe(404);
  });
});
