import { desc, eq } from "drizzle-orm";
import type { Id } from "../../../db/ids";
import { jobs } from "../../../db/schema/cell/spine";
import { atWork } from "../../jobs";
import { messageOf, runJob } from "../../kernel/jobs";
import type { Providers } from "../../kernel/ports";
import { testBase } from "../../test/base";
import { inside } from "../../test/inside";
import { openInternet } from "../../test/servers/internet";
import { fileOf } from "../../test/servers/site";
import type { Handler } from "../../test/servers/wire";
import { createWorld, type World } from "../../test/world";
import { startAnalysis } from "../start";

export const home = "https://coffee.example/";

/** An organization with a business, and an internet in which its website stands. */
export async function openReading(
  pages: Record<string, string | Handler>,
  {
    names = {},
    website = home,
    planSlug = "pro",
  }: { names?: Names; website?: string; planSlug?: string } = {},
) {
  const world = await createWorld({ planSlug });
  const internet = openInternet(pages, names);
  const made = await world.owner.client.post("/v1/businesses", { website });
  const businessId = String(made.body.id);
  return {
    world,
    internet,
    businessId,
    read: (change?: Partial<Providers>) => read(world, businessId, internet, change),
  };
}

type Names = Record<string, string[] | string[][]>;

/** Asks for it, and does the job as the consumer does; the queue itself is not told, so that nobody else is faster. */
async function read(
  world: World,
  businessId: string,
  { fetcher }: ReturnType<typeof openInternet>,
  change: Partial<Providers> = {},
) {
  const ctx = await inside(world, { carry: () => undefined });
  // safe: the API just made it
  const { id } = await startAnalysis(ctx, businessId as Id<"business">, undefined);
  await workOn(world, { fetcher, ...change });
  return await world.owner.client.get(`/v1/analyses/${id}`);
}

export async function workOn(world: World, change: Partial<Providers>): Promise<void> {
  const [job] = await world.database
    .select()
    .from(jobs)
    .where(eq(jobs.organizationId, world.id))
    .orderBy(desc(jobs.id))
    .limit(1);
  if (job?.type !== "analyses.run") throw new Error("Nothing is to be read.");
  const base = testBase();
  await runJob({ ...base, providers: { ...base.providers, ...change } }, messageOf(job), atWork);
}

/** What of the plan's readings was taken: nothing where nothing came of it. */
export async function scansUsed({ owner }: { owner: World["owner"] }): Promise<[used: number, held: number]> {
  const { body } = await owner.client.get("/v1/usage");
  const usage = body.features.find(({ feature }: { feature: string }) => feature === "website_scans");
  return [usage.used, usage.reserved];
}

export function pageWith(body: string, head = ""): string {
  return `<!doctype html><html lang="en"><head><title>Coffee – Northwind</title>${head}</head><body><main>${body}</main></body></html>`;
}

export const enough =
  "<p>We roast coffee in Bergen twice a week for offices and cafés that are tired of bitter filter coffee.</p>" +
  "<p>A bag of 250 grams costs €14 with shipping. Every bag carries the day on which it was roasted.</p>";

export const coffeeSite: Record<string, string | Handler> = {
  [home]: pageWith(
    `<header><img src="/logo.svg" alt="Our logo"></header><h1>Roasted today</h1>${enough}
     <a href="/about?utm=1">About</a> <a href="/pricing">Prices</a> <a href="/secret">Secret</a>
     <a href="https://other.example/about">A friend</a> <a href="mailto:hello@coffee.example">Write</a>
     <a href="https://www.linkedin.com/company/northwind">LinkedIn</a>`,
    `<meta name="description" content="A small roastery &amp; café in Bergen."><meta name="theme-color" content="#1d3b36">
     <link rel="stylesheet" href="/site.css">
     <script type="application/ld+json">{"@type":"Organization","name":"Northwind Coffee","telephone":"+47 55 00 00 00"}</script>`,
  ),
  [`${home}robots.txt`]: fileOf(
    "text/plain",
    "User-agent: *\nDisallow: /secret\nSitemap: https://coffee.example/map.xml",
  ),
  [`${home}map.xml`]: fileOf(
    "application/xml",
    "<urlset><url><loc>https://coffee.example/about</loc></url></urlset>",
  ),
  [`${home}site.css`]: fileOf("text/css", ":root { --brand: #b45309 } body { color: #222 }"),
  [`${home}logo.svg`]: fileOf("image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg'/>"),
  [`${home}about`]: pageWith(
    "<h2>Who we are</h2><p>We buy coffee from eleven farms and have 400 customers since 2016.</p>",
  ),
  [`${home}pricing`]: pageWith(
    "<p>The subscription for offices costs €40 per month and includes a grinder.</p>",
  ),
  [`${home}secret`]: pageWith("<p>This page was not meant for programs, and says that we sell tea.</p>"),
};
