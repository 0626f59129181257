import { describe, expect, it } from "vitest";
import { testBase } from "../../test/base";
import {
  jobsOf,
  leadsOf,
  lettersInto,
  publishForm,
  type Published,
  rowsOf,
  sendThrough,
  settle,
  someAddress,
  tokenOf,
} from "./form";

const good = { email: "ada@example.com", name: "Ada Lovelace", note: "Ten bags of the dark one, please." };

async function spamOf(form: Published) {
  const rows = await rowsOf(form);
  return rows.map(({ state, spamReason }) => (state === "spam" ? spamReason : state));
}

describe("SPAM-01 what robots send", () => {
  it("is answered like any other, but kept apart with its reason: no lead, no count, no fact, no mail", async () => {
    const form = await publishForm();
    const kept = await form.send({ ...good, email: "first@example.com", note: "Hello" });
    const trapped = await form.send(good, { website: "http://buy.example" });
    expect([trapped.status, Object.keys(trapped.body)]).toEqual([kept.status, Object.keys(kept.body)]);
    await form.send({ ...good, note: "Fast" }, { token: await tokenOf(form.id, 500) });
    await form.send({ ...good, note: "Forged" }, { token: `${await tokenOf(form.id)}x` });
    await form.send({ ...good, email: "x@mailinator.com" });
    await form.send({ ...good, note: "http://a http://b http://c http://d" });
    expect((await spamOf(form)).toSorted()).toEqual(
      ["disposable_address", "honeypot", "kept", "replayed", "too_fast", "too_many_links"].toSorted(),
    );
    expect(await leadsOf(form)).toHaveLength(1);
    expect(await jobsOf(form, "submissions.follow_up")).toHaveLength(1);
    await settle(form);
    const { client } = form.world.owner;
    expect((await client.get(`/v1/forms/${form.id}`)).body.responseCount).toBe(1);
    expect((await client.get(`/v1/forms/${form.id}/submissions`)).body.data).toHaveLength(1);
    expect((await client.get(`/v1/forms/${form.id}/submissions?state=spam`)).body.data).toHaveLength(5);
  });

  it("the same words again and again from everywhere are kept three times, however they are spaced", async () => {
    const form = await publishForm();
    for (const space of ["", " ", "  ", "   ", "    "])
      await form.send({ email: "seo@example.com", note: `We rank${space} your site first` });
    expect((await spamOf(form)).filter((each) => each === "repeated")).toHaveLength(2);
  });

  it("one showing of the form that is sent again and again is replayed", async () => {
    const form = await publishForm();
    const token = await tokenOf(form.id);
    for (let n = 0; n < 12; n++) await form.send({ email: `p${n}@example.com` }, { token });
    expect((await spamOf(form)).filter((each) => each === "replayed")).toHaveLength(2);
    const other = await publishForm({}, form.world);
    await other.send({ email: "p@example.com" }, { token });
    expect(await spamOf(other)).toEqual(["replayed"]);
  });

  it("is released in one step and becomes the lead it would have been; marked again, it leaves the inbox", async () => {
    const form = await publishForm();
    const { body } = await form.send(good, { website: "x" });
    const { client } = form.world.owner;
    const path = `/v1/submissions/${body.id}/spam`;
    const released = await client.delete(path);
    expect(released).toMatchObject({ status: 200, body: { state: "inbox", number: 1, spamReason: null } });
    expect(await client.delete(path)).toMatchObject({ status: 200, body: { leadId: released.body.leadId } });
    await settle(form);
    const [lead] = await leadsOf(form);
    expect(lead).toMatchObject({ id: released.body.leadId, email: good.email, isListed: true });
    expect(await client.put(path, undefined)).toMatchObject({
      status: 200,
      body: { state: "spam", spamReason: "marked" },
    });
    expect(await client.delete(path)).toMatchObject({ status: 200, body: { leadId: lead?.id, number: 1 } });
    expect(await leadsOf(form)).toHaveLength(1);
  });
});

describe("SPAM-03 a flood", () => {
  it("from one network is kept apart after thirty in a minute, and other forms do not feel it", async () => {
    const form = await publishForm();
    const other = await publishForm();
    const headers = { "cf-connecting-ip": someAddress() };
    const all = await Promise.all(
      Array.from({ length: 40 }, (_, n) => form.send({ email: `p${n}@example.com` }, {}, headers)),
    );
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set([201]));
    expect((await spamOf(form)).filter((each) => each === "too_many_from_network")).toHaveLength(10);
    await other.send(good, {}, headers);
    expect(await spamOf(other)).toEqual(["kept"]);
  });

  it("far beyond that is not even kept, and says so", async () => {
    const form = await publishForm();
    const full = { quota: 1, windowSeconds: 60, allowed: false, remaining: 0, resetSeconds: 60 };
    const base = testBase({
      charge: (_, [first]) =>
        Promise.resolve({ allowed: false, results: [{ ...full, name: first?.name ?? "" }] }),
    });
    const sent = sendThrough(form, base, { answers: good });
    await expect(sent).rejects.toMatchObject({ code: "too_many_requests" });
    expect(await rowsOf(form)).toEqual([]);
  });

  it("of what no form takes is charged to its address, whoever is taken in is not", async () => {
    const form = await publishForm();
    const headers = { "cf-connecting-ip": someAddress() };
    const taken = await form.send(good, {}, headers);
    expect([taken.status, taken.headers.get("ratelimit")]).toEqual([201, null]);
    const refused = await form.send({ email: "nobody" }, {}, headers);
    expect([refused.status, refused.headers.get("ratelimit")]).toEqual([422, '"default";r=599;t=60']);
    const again = await form.send({ ...good, email: "bob@example.com" }, {}, headers);
    expect([again.status, again.headers.get("ratelimit")?.slice(0, 15)]).toEqual([201, '"default";r=598']);
  });

  it("is told in five mails and one for all the rest", async () => {
    const form = await publishForm();
    const { client } = form.world.owner;
    const members = await client.get("/v1/members");
    const current = await client.get(`/v1/forms/${form.id}`);
    const settings = { notifyMemberIds: [members.body.data[0].id] };
    await client.patch(`/v1/forms/${form.id}`, { revision: current.body.revision, settings });
    for (let n = 0; n < 8; n++) await form.send({ email: `p${n}@example.com` });
    const letters: { to: string; subject: string; text: string }[] = [];
    const outbox = lettersInto(letters);
    const subjects = () => letters.map(({ subject }) => subject);
    await settle(form, outbox);
    expect(subjects().filter((subject) => subject.startsWith("New answer"))).toHaveLength(5);
    expect(await jobsOf(form, "submissions.digest")).toHaveLength(1);
    await settle(form, { ...outbox, now: () => Date.now() + 3_600_000 });
    expect(subjects().filter((subject) => !subject.startsWith("New answer"))).toEqual([
      "3 more answers: Tasting",
    ]);
  });
});
