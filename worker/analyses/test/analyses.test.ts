import { describe, expect, it } from "vitest";
import { openAiServer } from "../../test/servers/openai";
import { withWriter } from "../../test/servers/writer";
import { coffeeSite, enough, home, openReading, pageWith, scansUsed } from "./reading";

type Fact = { id: string; statement: string; sentence: string; url: string; status: string };

async function factsOf(world: Awaited<ReturnType<typeof openReading>>["world"], id: string): Promise<Fact[]> {
  return (await world.owner.client.get(`/v1/analyses/${id}/facts?limit=100`)).body.data;
}

describe("reading a website", () => {
  it("reads the pages that matter, as robots.txt allows, and keeps facts with the sentence and address behind each", async () => {
    const { world, internet, businessId, read } = await openReading(coffeeSite);
    const { body } = await read();
    expect(body).toMatchObject({ status: "completed", failure: null, businessId });
    expect(body.pages.map(({ url }: { url: string }) => url)).toEqual([
      home,
      `${home}about`,
      `${home}pricing`,
    ]);
    expect(internet.site.received.map(({ url }) => url.pathname)).not.toContain("/secret");
    const facts = await factsOf(world, body.id);
    expect(facts.map(({ url }) => url)).toEqual(
      expect.arrayContaining([home, `${home}about`, `${home}pricing`]),
    );
    const text = `${enough}${JSON.stringify(coffeeSite)}`;
    for (const { sentence } of facts) expect(text).toContain(sentence.replace(/\.$/, ""));
    expect(await scansUsed(world)).toEqual([1, 0]);
  });

  it("finds colours, logo, language, contact, prices and accounts without asking a model", async () => {
    const { read } = await openReading(coffeeSite);
    const { body } = await read();
    expect(body.extract).toMatchObject({
      description: "A small roastery & café in Bergen.",
      language: "en",
      colors: ["#1d3b36", "#b45309"],
      logoUrl: `${home}logo.svg`,
      contact: { emails: ["hello@coffee.example"], phones: ["+47 55 00 00 00"] },
      socialAccounts: ["https://www.linkedin.com/company/northwind"],
    });
    expect(body.extract.logo).toMatch(/^data:image\/svg\+xml;base64,/);
    expect(body.extract.prices.join()).toContain("€40 per month");
    expect(body.proposal).toMatchObject({
      name: "Northwind Coffee",
      brandColors: { primary: "#1d3b36", secondary: "#b45309" },
    });
  });

  it("proposes and does not change: the profile is as it was until a person takes it over", async () => {
    const { world, businessId, read } = await openReading(coffeeSite);
    const { client } = world.owner;
    const before = (await client.get(`/v1/businesses/${businessId}`)).body;
    const { body } = await read();
    expect((await client.get(`/v1/businesses/${businessId}`)).body).toEqual(before);
    const [first, second] = await factsOf(world, body.id);
    await client.patch(`/v1/analysis-facts/${first?.id}`, { status: "rejected" });
    await client.patch(`/v1/analysis-facts/${second?.id}`, { statement: "In our words." });
    const accepted = await client.post(`/v1/analyses/${body.id}/acceptance`, {
      fields: ["name", "brandColors"],
      changes: { toneOfVoice: "Dry." },
    });
    expect(accepted).toMatchObject({ status: 200, body: { appliedAt: expect.any(String) } });
    const after = (await client.get(`/v1/businesses/${businessId}`)).body;
    expect(after).toMatchObject({
      name: "Northwind Coffee",
      toneOfVoice: "Dry.",
      description: before.description,
    });
    const facts = await factsOf(world, body.id);
    expect(facts[0]?.status).toBe("rejected");
    expect(facts[1]).toMatchObject({ status: "accepted", statement: "In our words." });
    expect(facts.slice(1).every(({ status }) => status === "accepted")).toBe(true);
  });

  it("read again keeps what was accepted, and lets go what nobody took", async () => {
    const { world, read } = await openReading(coffeeSite);
    const first = (await read()).body;
    const [kept] = await factsOf(world, first.id);
    await world.owner.client.post(`/v1/analyses/${first.id}/fact-decisions`, {
      status: "accepted",
      factIds: [kept?.id],
    });
    const second = (await read()).body;
    const found = await factsOf(world, second.id);
    expect(found.find(({ sentence }) => sentence === kept?.sentence)?.status).toBe("accepted");
    expect((await factsOf(world, first.id)).every(({ status }) => status === "rejected")).toBe(true);
  });

  it("is not begun twice at once, nor for a business that is put away or has no website", async () => {
    const { world, businessId } = await openReading(coffeeSite);
    const { client } = world.owner;
    const path = `/v1/businesses/${businessId}/analyses`;
    const answers = await Promise.all([1, 2, 3].map(() => client.post(path, {})));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([202, 409, 409]);
    const byHand = (await client.post("/v1/businesses", { name: "By hand" })).body.id;
    expect((await client.post(`/v1/businesses/${byHand}/analyses`, {})).status).toBe(422);
    await client.put(`/v1/businesses/${byHand}/archive`, undefined);
    const archived = await client.post(`/v1/businesses/${byHand}/analyses`, { url: home });
    expect(archived.body.code).toBe("business_archived");
  });

  it("without a reading left in the plan is refused before anything is fetched", async () => {
    const { world, internet, businessId, read } = await openReading(coffeeSite, { planSlug: "free" });
    for (let tries = 0; tries < 12; tries++) await read().catch(() => undefined);
    const calls = internet.site.received.length;
    const refused = await world.owner.client.post(`/v1/businesses/${businessId}/analyses`, {});
    expect(refused).toMatchObject({ status: 402, body: { code: "plan_limit" } });
    await expect(read()).rejects.toThrow("Your plan includes");
    expect(internet.site.received).toHaveLength(calls);
  });

  it("a model that fails charges nothing, and the person is told", async () => {
    const { world, read } = await openReading(coffeeSite);
    const server = openAiServer("{}");
    const { ai } = withWriter(server).providers;
    const { body } = await read({ ai });
    expect(body).toMatchObject({ status: "failed", failure: { code: "bad_output" } });
    expect(body.failure.advice).toContain("by hand");
    expect(await scansUsed(world)).toEqual([0, 0]);
  });

  it("a page made by scripts alone is said to hold no text", async () => {
    const { read } = await openReading({ [home]: pageWith("<div id=app></div><script>render()</script>") });
    expect((await read()).body.failure.code).toBe("nothing_to_read");
  });
});
