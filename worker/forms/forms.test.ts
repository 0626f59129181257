import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { leadForms } from "../../db/schema/cell/forms";
import { testBase } from "../test/base";
import { clientOf } from "../test/client";
import { createWorld, type World } from "../test/world";
import { openChallengeSecret, openState, publishedForm } from "./index";

async function withForm(more: object = {}, world?: World) {
  const house = world ?? (await createWorld());
  const { client } = house.owner;
  const business = await client.post("/v1/businesses", { name: "Northwind" });
  const { status, body: form } = await client.post("/v1/forms", { businessId: business.body.id, ...more });
  expect(status).toBe(201);
  const path = `/v1/forms/${form.id}`;
  return { world: house, client, form, path, businessId: String(business.body.id) };
}

/** What visitors get after the isolate has forgotten what it knew. */
function seenLater(id: string, seconds = 4) {
  const now = Date.now() + seconds * 1000;
  return publishedForm(testBase({ now: () => now }), id);
}

describe("a form", () => {
  it("is made from a template, changed by its revision, and found in the list", async () => {
    const { client, form, path } = await withForm({ template: "quote" });
    expect([form.state, form.revision, form.definition.fields.length]).toEqual(["draft", 1, 8]);
    const definition = { ...form.definition, title: "Ask us" };
    const changed = await client.patch(path, { revision: 1, definition, settings: { responseLimit: 50 } });
    expect(changed.body).toMatchObject({ revision: 2, title: "Ask us", settings: { responseLimit: 50 } });
    const same = await client.patch(path, { revision: 1, definition });
    expect([same.status, same.body.revision]).toEqual([200, 2]);
    const { body: list } = await client.get("/v1/forms");
    expect(list.data).toMatchObject([{ id: form.id, title: "Ask us", state: "draft", fieldCount: 7 }]);
  });

  it("shows the newer one to whoever was slower, and keeps it", async () => {
    const { client, path } = await withForm();
    await client.patch(path, { revision: 1, name: "First" });
    const late = await client.patch(path, { revision: 1, name: "Second" });
    expect(late).toMatchObject({
      status: 409,
      body: { code: "changed_meanwhile", current: { name: "First" } },
    });
    expect((await client.get(path)).body.name).toBe("First");
  });

  it("answers 422 with the place of every fault, and keeps nothing of it", async () => {
    const { client, form, path } = await withForm();
    const fields = [...form.definition.fields, { key: "email", type: "dropdown", label: "" }];
    const refused = await client.patch(path, { revision: 1, definition: { ...form.definition, fields } });
    expect(refused.status).toBe(422);
    expect(refused.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      "/definition/fields/3/key",
      "/definition/fields/3/options",
      "/definition/fields/3/label",
    ]);
    expect((await client.get(path)).body.revision).toBe(1);
  });

  it("is seen as it was published until it is published again, and not after it is taken down", async () => {
    const { client, form, path } = await withForm();
    expect(await publishedForm(testBase(), form.id)).toBe(null);
    const published = await client.put(`${path}/publication`, { revision: 1 });
    expect(published.body).toMatchObject({ state: "published", hasUnpublishedChanges: false });
    await client.patch(path, { revision: 1, definition: { ...form.definition, title: "Later" } });
    expect((await client.get(path)).body.hasUnpublishedChanges).toBe(true);
    expect((await seenLater(form.id))?.definition.title).toBe(form.title);
    await client.put(`${path}/publication`, { revision: 2 });
    expect((await seenLater(form.id, 8))?.definition.title).toBe("Later");
    expect((await seenLater(form.id, 8))?.versionNumber).toBe(2);
    await client.delete(`${path}/publication`);
    expect(await seenLater(form.id, 12)).toBe(null);
  });

  it("costs its visitors no row while it is fresh in memory", async () => {
    const { world, client, form, path } = await withForm();
    await client.put(`${path}/publication`, { revision: 1 });
    const now = Date.now() + 60_000;
    const first = await publishedForm(testBase({ now: () => now }), form.id);
    await world.database.delete(leadForms).where(eq(leadForms.id, form.id));
    expect(await publishedForm(testBase({ now: () => now + 2900 }), form.id)).toBe(first);
    expect(await publishedForm(testBase({ now: () => now + 3000 }), form.id)).toBe(null);
  });

  it("gives an older version back, and keeps what stood there", async () => {
    const { client, form, path } = await withForm();
    await client.put(`${path}/publication`, { revision: 1 });
    await client.patch(path, { revision: 1, definition: { ...form.definition, title: "Newer" } });
    const { body: before } = await client.get(`${path}/versions`);
    const restored = await client.post(`${path}/versions/${before.data[0].id}/restoration`, { revision: 2 });
    expect(restored.body).toMatchObject({ title: form.title, revision: 3 });
    const { body: after } = await client.get(`${path}/versions`);
    expect(after.data.map(({ reason }: { reason: string }) => reason)).toEqual(["kept", "published"]);
    const kept = await client.get(`${path}/versions/${after.data[0].id}`);
    expect(kept.body.definition.title).toBe("Newer");
  });

  it("is copied without being published, put away and taken back", async () => {
    const { client, form, path } = await withForm();
    await client.put(`${path}/publication`, { revision: 1 });
    const copy = await client.post(`${path}/copies`);
    expect([copy.status, copy.body.state, copy.body.definition]).toEqual([201, "draft", form.definition]);
    expect((await client.put(`${path}/archive`, {})).body.state).toBe("archived");
    expect(await seenLater(form.id)).toBe(null);
    expect((await client.patch(path, { revision: 1, name: "x" })).body.code).toBe("form_archived");
    expect((await client.get("/v1/forms")).body.data).toHaveLength(1);
    expect((await client.get("/v1/forms?archived=true")).body.data).toHaveLength(1);
    expect((await client.delete(`${path}/archive`)).body.state).toBe("draft");
  });

  it("is only published when it asks something", async () => {
    const { client, form, path } = await withForm();
    const definition = { ...form.definition, fields: [{ key: "hello", type: "statement", label: "Hello" }] };
    await client.patch(path, { revision: 1, definition });
    expect((await client.put(`${path}/publication`, { revision: 2 })).body.errors[0].code).toBe(
      "nothing_asked",
    );
  });

  it("XSS-02 keeps markup in a label as the text that it is", async () => {
    const { client, form, path } = await withForm();
    const label = `</script><img src=x onerror=alert(1)>`;
    const fields = [{ key: "a", type: "short_text", label }];
    await client.patch(path, { revision: 1, definition: { ...form.definition, fields } });
    await client.put(`${path}/publication`, { revision: 2 });
    expect((await seenLater(form.id))?.definition.fields[0]?.label).toBe(label);
  });

  it("JSON-04 changes nothing that it does not name", async () => {
    const { client, form, path } = await withForm();
    for (const stray of ["organizationId", "responseCount", "publishedVersionId", "challengeSecret", "id"]) {
      expect((await client.patch(path, { revision: 1, [stray]: "x" })).status).toBe(422);
    }
    expect((await client.get(path)).body).toEqual(form);
  });

  it("MAIL-03 tells nobody who is not a member here", async () => {
    const { client, path } = await withForm();
    const stranger = await (await createWorld()).member("sales");
    const refused = await client.patch(path, {
      revision: 1,
      settings: { notifyMemberIds: [stranger.memberId] },
    });
    expect(refused.body.errors[0]).toMatchObject({
      pointer: "/settings/notifyMemberIds/0",
      code: "unknown_member",
    });
  });

  it("keeps answers only in fields of the organization that hold such answers", async () => {
    const { client, form, path } = await withForm();
    const roast = { key: "roast", label: "Roast", type: "select", options: ["Dark"] };
    expect((await client.post("/v1/custom-fields", roast)).status).toBe(201);
    const mapped = (field: object, mapsTo = "custom.roast") => {
      const fields = [{ key: "a", label: "A", mapsTo, ...field }];
      return client.patch(path, { revision: 1, definition: { ...form.definition, fields } });
    };
    const dark = { type: "dropdown", options: [{ value: "d", label: "Dark" }] };
    const codes = [
      await mapped(dark, "custom.unknown"),
      await mapped({ type: "number" }),
      await mapped({ type: "dropdown", options: [{ value: "l", label: "Light" }] }),
    ].map(({ body }) => [body.errors[0].pointer, body.errors[0].code]);
    const pointer = "/definition/fields/0/mapsTo";
    expect(codes).toEqual(["unknown_target", "other_type", "other_options"].map((code) => [pointer, code]));
    expect((await mapped(dark)).status).toBe(200);
  });

  it("opens and closes by its schedule", async () => {
    const { client, form, path } = await withForm();
    const settings = { opensAt: "2030-01-01T00:00:00.000Z", closesAt: "2030-02-01T00:00:00.000Z" };
    expect(
      (await client.patch(path, { revision: 1, settings: { ...settings, closesAt: settings.opensAt } }))
        .status,
    ).toBe(422);
    await client.patch(path, { revision: 1, settings });
    await client.put(`${path}/publication`, { revision: 2 });
    const published = await seenLater(form.id);
    const states = ["2029-12-31T23:59:59Z", "2030-01-01T00:00:00Z", "2030-02-01T00:00:00Z"].map(
      (time) => published && openState(published, Date.parse(time)),
    );
    expect(states).toEqual(["not_yet_open", "open", "closed"]);
  });

  it("keeps the secret of its challenge sealed and to itself", async () => {
    const { world, client, form, path } = await withForm();
    const set = await client.put(`${path}/challenge-secret`, { secret: "0xTurnstile" });
    expect([set.body.hasChallengeSecret, JSON.stringify(set.body).includes("0xTurnstile")]).toEqual([
      true,
      false,
    ]);
    const [row] = await world.database.select().from(leadForms).where(eq(leadForms.id, form.id));
    expect(row?.challengeSecret).not.toContain("0xTurnstile");
    await client.patch(path, { revision: 1, settings: { challengeSiteKey: "0xSite" } });
    await client.put(`${path}/publication`, { revision: 2 });
    const published = await seenLater(form.id);
    expect(published && (await openChallengeSecret(testBase(), published))).toBe("0xTurnstile");
  });

  it("KEY-07 has a public name that opens nothing but the form itself", async () => {
    const { client, form, path } = await withForm();
    await client.put(`${path}/publication`, { revision: 1 });
    const visitor = clientOf({ authorization: `Bearer ${form.id}` });
    for (const address of [path, "/v1/forms", "/v1/businesses", "/v1/me"]) {
      expect([address, (await visitor.get(address)).status]).toEqual([address, 401]);
    }
    expect((await seenLater(form.id))?.name).toBe(form.name);
  });

  it("is not there for visitors while its organization rests", async () => {
    const { world, client, form, path } = await withForm();
    await client.put(`${path}/publication`, { revision: 1 });
    await testBase().control.run(sql`update organizations set status = 'suspended' where id = ${world.id}`);
    expect(await seenLater(form.id)).toBe(null);
  });
});
