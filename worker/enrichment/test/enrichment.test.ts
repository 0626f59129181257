import { desc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Id } from "../../../db/ids";
import { jobs } from "../../../db/schema/cell/spine";
import { atWork } from "../../jobs";
import { messageOf, runJob } from "../../kernel/jobs";
import { testBase } from "../../test/base";
import { inside } from "../../test/inside";
import { openInternet, publicAddress } from "../../test/servers/internet";
import { createWorld, type World } from "../../test/world";
import { companyDomain } from "../domain";
import { requestEnrichment } from "../enrich";
import { technologiesIn } from "../technologies";

const page = `<!doctype html><html lang="no"><head><title>Fjordlys</title>
  <meta name="description" content="Architects in Bergen."><meta name="generator" content="WordPress 6.5">
  <script src="https://js.stripe.com/v3/"></script><script>alert("not read")</script>
  <script type="application/ld+json">{"@type":"Organization","name":"Fjordlys Arkitekter","telephone":"+47 55 11 22 33"}</script>
  </head><body><main><p>We draw houses that stand in wind and rain, and have done so in Bergen since 1994 with great care.</p>
  <p>Ask us for a first talk about your house; it costs nothing and takes an hour.</p>
  <a href="https://www.linkedin.com/company/fjordlys">LinkedIn</a></main></body></html>`;

/** Asked for without telling the queue, so that nobody else is faster. */
async function ask(world: World, leadId: Id<"lead">) {
  return await requestEnrichment(await inside(world, { carry: () => undefined }), leadId, false);
}

async function work(world: World, pages: Parameters<typeof openInternet>[0]) {
  const internet = openInternet(pages, {
    "fjordlys.example": [publicAddress],
    "closed.example": [publicAddress],
    "inside.example": ["10.0.0.7"],
  });
  const [job] = await world.database
    .select()
    .from(jobs)
    .where(eq(jobs.organizationId, world.id))
    .orderBy(desc(jobs.id))
    .limit(1);
  if (job?.type !== "enrichment.run") throw new Error("Nothing is to be looked up.");
  const base = testBase();
  const { fetcher } = internet;
  await runJob({ ...base, providers: { ...base.providers, fetcher } }, messageOf(job), atWork);
  return internet.site.received.map(({ url }) => url.pathname);
}

describe("looking up a lead's company", () => {
  it("reads its own website once for all who work there, tells the page behind each finding, and fills only what is empty", async () => {
    const world = await createWorld();
    const { client } = world.owner;
    const one = (await client.post("/v1/leads", { email: "ada@fjordlys.example" })).body.id;
    const website = "https://www.fjordlys.example/bo";
    const two = (await client.post("/v1/leads", { email: "bo@fjordlys.example", website })).body.id;
    expect((await client.get(`/v1/leads/${one}/enrichment`)).body).toEqual({ enrichment: null });
    expect(await ask(world, one)).toMatchObject({ status: "queued", domain: "fjordlys.example" });
    expect((await client.post(`/v1/leads/${one}/enrichment`, {})).body.code).toBe("enrichment_running");
    await work(world, { "https://fjordlys.example/": page });
    const { enrichment } = (await client.get(`/v1/leads/${one}/enrichment`)).body;
    expect(enrichment).toMatchObject({ status: "completed", filled: ["website"] });
    const found = enrichment.findings.map(
      ({ field, value }: { field: string; value: string }) => `${field}: ${value}`,
    );
    expect(found).toEqual([
      "companyName: Fjordlys Arkitekter",
      "description: Architects in Bergen.",
      "phone: +47 55 11 22 33",
      "language: no",
      "socialProfile: https://www.linkedin.com/company/fjordlys",
      "technology: WordPress",
      "technology: Stripe",
    ]);
    expect((await client.get(`/v1/leads/${one}`)).body.website).toBe("https://fjordlys.example/");
    await ask(world, two);
    expect(await work(world, {})).toEqual([]);
    const second = (await client.get(`/v1/leads/${two}/enrichment`)).body.enrichment;
    expect(second).toMatchObject({ status: "completed", filled: [], findings: enrichment.findings });
    expect((await client.get(`/v1/leads/${two}`)).body.website).toBe("https://www.fjordlys.example/bo");
  });

  it("SSRF-03 reads what robots.txt allows and nothing inside; what could not be read is said", async () => {
    const world = await createWorld();
    const { client } = world.owner;
    const { id } = (await client.post("/v1/leads", { email: "ada@closed.example" })).body;
    await ask(world, id);
    const asked = await work(world, {
      "https://closed.example/robots.txt": "User-agent: *\nDisallow: /",
      "https://closed.example/": page,
    });
    expect(asked).toEqual(["/robots.txt"]);
    expect((await client.get(`/v1/leads/${id}/enrichment`)).body.enrichment).toMatchObject({
      status: "failed",
      findings: [],
      errorMessage: expect.stringContaining("robots.txt"),
    });
    const inner = (await client.post("/v1/leads", { email: "eve@inside.example" })).body.id;
    await ask(world, inner);
    expect(await work(world, { "https://inside.example/": page })).toEqual([]);
    expect((await client.get(`/v1/leads/${inner}/enrichment`)).body.enrichment.status).toBe("failed");
    const home = (await client.post("/v1/leads", { email: "ada@gmail.com" })).body.id;
    expect((await client.post(`/v1/leads/${home}/enrichment`, {})).body.code).toBe("no_company_domain");
    const viewer = await world.member("viewer");
    expect((await viewer.client.post(`/v1/leads/${id}/enrichment`, {})).status).toBe(403);
    expect((await viewer.client.get(`/v1/leads/${id}/enrichment`)).status).toBe(403);
    expect((await client.get(`/v1/leads/${home}/enrichment`)).body).toEqual({ enrichment: null });
  });
});

it.each([
  [{ website: null, email: "ada@firm.test" }, null, "firm.test"],
  [{ website: "https://www.firm.test/x", email: "ada@gmail.com" }, null, "firm.test"],
  [{ website: null, email: "ada@gmail.com" }, null, null],
  [{ website: null, email: "ada@gmail.com" }, { website: "firm.test", domain: null }, "firm.test"],
])("%j of %j is found at %s", (lead, company, expected) => {
  expect(companyDomain(lead, company)).toBe(expected);
});

it("knows technologies by what a page loads, and by no more", () => {
  expect(technologiesIn(["https://x.test/wp-content/a.css", "https://cdn.shopify.com/s.js"])).toEqual([
    "WordPress",
    "Shopify",
  ]);
  expect(technologiesIn(["https://x.test/about-wordpress"])).toEqual([]);
});
