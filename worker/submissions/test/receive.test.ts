import { beforeAll, describe, expect, it } from "vitest";
import { clientOf } from "../../test/client";
import {
  jobsOf,
  leadsOf,
  post,
  publishForm,
  type Published,
  rowsOf,
  settle,
  someAddress,
  tokenOf,
} from "./form";

describe("what a visitor sends", () => {
  let form: Published;
  beforeAll(async () => void (form = await publishForm()));

  it("is a submission, a lead and what must follow before the answer is given, in at most twelve rows", async () => {
    const sent = await form.send({
      email: "Ada@Example.com",
      name: "Ada Lovelace",
      note: "Ten bags",
      agreed: true,
    });
    expect(sent).toMatchObject({ status: 201, body: { ending: { kind: "message", redirectUrl: null } } });
    expect(JSON.parse(sent.headers.get("tributary-rows") ?? "").written).toBeLessThanOrEqual(12);
    const [row] = await rowsOf(form);
    const [lead] = await leadsOf(form);
    expect(row).toMatchObject({ id: sent.body.id, state: "kept", number: 1, leadId: lead?.id });
    expect(lead).toMatchObject({ email: "Ada@example.com", firstName: "Ada", lastName: "Lovelace" });
    const [job] = await jobsOf(form, "submissions.follow_up");
    expect(job?.payload).toMatchObject({ submissionId: sent.body.id });
    await settle(form);
    const { body } = await form.world.owner.client.get(`/v1/forms/${form.id}`);
    expect(body.responseCount).toBe(1);
  });

  it("GDPR-04 keeps what was agreed to: its words, version, time and the address cut short", async () => {
    const { send, ...rest } = await publishForm();
    await send({ email: "ada@example.com", agreed: true }, {}, { "cf-connecting-ip": "203.0.113.77" });
    const published = { ...rest, send };
    const [row] = await rowsOf(published);
    const [lead] = await leadsOf(published);
    expect(row?.consents).toEqual([{ key: "agreed", text: "You may write to me.", isGiven: true }]);
    expect(row?.origin.network).toBe("203.0.113.0/24");
    expect(JSON.stringify([row, lead])).not.toContain("203.0.113.77");
    expect(lead?.consent).toMatchObject({
      given: true,
      text: "You may write to me.",
      version: "1",
      formId: rest.id,
    });
    expect(lead?.consent?.at).toBe(row?.createdAt);
  });

  it("tells of the company what is asked about it, once, and nothing that is known is overwritten", async () => {
    const asked = await publishForm({}, undefined, [
      { key: "company", type: "short_text", label: "Company", mapsTo: "company.name" },
      { key: "people", type: "number", label: "How many people?", mapsTo: "company.size" },
      { key: "trade", type: "short_text", label: "What do you do?", mapsTo: "company.industry" },
    ]);
    await asked.send({ email: "ada@engines.example", company: "Engines", people: "37", trade: "Machines" });
    await settle(asked);
    await asked.send({ email: "bo@engines.example", company: "Engines", people: "4000", trade: "Toys" });
    await settle(asked);
    const { body } = await asked.world.owner.client.get("/v1/companies");
    expect(body.data).toMatchObject([{ name: "Engines", size: "11-50", industry: "Machines" }]);
  });

  it("is checked as if there were no browser, field by field", async () => {
    const before = (await rowsOf(form)).length;
    const { status, body } = await form.send({ email: "no address", size: "hundreds", unknown: "x" });
    expect(status).toBe(422);
    expect(
      body.errors.map(({ pointer, code }: { pointer: string; code: string }) => [pointer, code]),
    ).toEqual([
      ["/answers/email", "not_email"],
      ["/answers/size", "not_an_option"],
    ]);
    expect((await rowsOf(form)).length).toBe(before);
  });

  it.each([
    ["text/plain", "{}", 415],
    ["application/json", "{", 400],
    ["application/json", '{"answers":[]}', 422],
    ["application/json", '{"answers":{},"organizationId":"org_x"}', 422],
    ["application/json", `{"answers":{"note":"${"x".repeat(300_000)}"}}`, 413],
    ["application/json", '{"answers":{"__proto__":{"a":1}}}', 422],
  ])("in a body that is none is refused (%s, %.30s)", async (type, body, status) => {
    const headers = { "content-type": type, "cf-connecting-ip": someAddress() };
    const answer = await clientOf({}).send("POST", `/f/${form.id}/submissions`, { headers, body });
    expect([answer.status, answer.headers.get("access-control-allow-origin")]).toEqual([status, "*"]);
  });

  it("to a form that is not there, not open or not published is refused in words", async () => {
    const nobody = await clientOf({}).post("/f/frm_00nothing/submissions", { answers: {} });
    expect(nobody.status).toBe(404);
    const closed = await publishForm({ closesAt: new Date(Date.now() - 1000).toISOString() });
    expect(await closed.send({ email: "a@example.com" })).toMatchObject({
      status: 410,
      body: { code: "form_closed" },
    });
    const later = await publishForm({ opensAt: new Date(Date.now() + 60_000).toISOString() });
    expect(await later.send({ email: "a@example.com" })).toMatchObject({
      status: 410,
      body: { code: "form_not_yet_open" },
    });
    expect(await rowsOf(closed)).toEqual([]);
  });
});

describe("IDEM-04 the same submission again", () => {
  it("ten times at once, and once more later, is one submission, one lead and one job", async () => {
    const form = await publishForm();
    const more = { id: crypto.randomUUID() };
    const answers = { email: "ada@example.com", note: "Once is enough" };
    const sent = await Promise.all(Array.from({ length: 10 }, () => form.send(answers, more)));
    sent.push(await form.send(answers, more));
    expect(new Set(sent.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
    expect(sent[0]?.status).toBe(201);
    expect(
      [await rowsOf(form), await leadsOf(form), await jobsOf(form, "submissions.follow_up")].map(
        (all) => all.length,
      ),
    ).toEqual([1, 1, 1]);
  });

  it("from a page without script is one too, and another answer from the same page is another", async () => {
    const form = await publishForm();
    const token = await tokenOf(form.id);
    const values = { _t: token, email: "ada@example.com", note: "Twice by a nervous finger" };
    for (const _ of [1, 2]) expect((await post(form.id, values)).status).toBe(303);
    await post(form.id, { ...values, note: "And one more thing" });
    expect((await rowsOf(form)).length).toBe(2);
    expect((await leadsOf(form)).length).toBe(1);
  });

  it("of one person by two forms at once is one lead", async () => {
    const one = await publishForm();
    const two = await publishForm({}, one.world);
    await Promise.all([one, two, one, two].map(({ send }) => send({ email: "grace@example.com" })));
    expect((await leadsOf(one)).length).toBe(1);
  });
});

describe("a limit of answers", () => {
  it("is exact, however many come at once", async () => {
    const form = await publishForm({ responseLimit: 5 });
    const sent = await Promise.all(
      Array.from({ length: 20 }, (_, index) => form.send({ email: `p${index}@example.com` })),
    );
    expect(sent.filter(({ status }) => status === 201).length).toBe(5);
    expect(sent.find(({ status }) => status !== 201)).toMatchObject({
      status: 410,
      body: { code: "form_full" },
    });
    expect((await rowsOf(form)).map(({ number }) => number).toSorted()).toEqual([1, 2, 3, 4, 5]);
    expect((await leadsOf(form)).length).toBe(5);
  });
});

describe("a page without script", () => {
  it("is sent on to the thanks, or gets the page again with what was typed", async () => {
    const form = await publishForm();
    const good = await post(form.id, { email: "ada@example.com", _lang: "en" });
    expect([good.status, good.headers.get("location")]).toEqual([
      303,
      expect.stringMatching(`^/f/${form.id}/thanks\\?e=`),
    ]);
    const bad = await post(form.id, { email: "ada@", note: "Typed <b>with care</b>" });
    const page = await bad.text();
    expect([bad.status, bad.headers.get("content-type")]).toEqual([
      422,
      expect.stringContaining("text/html"),
    ]);
    expect(page).toContain("with care");
    expect(await rowsOf(form)).toHaveLength(1);
  });
});
