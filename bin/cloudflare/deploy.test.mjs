import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { examineProduction } from "../doctor/production.mjs";
import { root } from "../local/commands.mjs";
import { deploy } from "./deploy.mjs";
import { queueNamed, startStandIn } from "./stand-in.mjs";

const scratch = mkdtempSync(join(tmpdir(), "tributary-deploy-"));
const folder = join(scratch, "deploy");
const migrations = readdirSync(join(root, "migrations")).filter((name) => name.endsWith(".sql"));
let cloudflare;
let account;

beforeAll(async () => {
  cloudflare = await startStandIn();
  account = cloudflare.account;
  vi.stubEnv("CLOUDFLARE_API_BASE_URL", cloudflare.address);
  vi.stubEnv("CLOUDFLARE_API_TOKEN", "token");
  vi.stubEnv("CLOUDFLARE_ACCOUNT_ID", "");
  vi.stubEnv("WRANGLER_CACHE_DIR", join(scratch, "cache"));
  vi.stubEnv("OPENAI_API_KEY", "");
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await cloudflare.stop();
  rmSync(scratch, { recursive: true });
});

describe("npm run deploy", () => {
  test("a dry run builds both bundles and says every step, but asks nobody and makes nothing", async () => {
    const words = await follow({ cells: 1, isDryRun: true });
    for (const title of titles) expect(words).toContain(title);
    expect(words).toMatch(/API Worker +\d+ kB gzip of 700 kB allowed/);
    for (const name of ["tributary-cell-a", "tributary-generation-dead", "tributary-events"])
      expect(words).toMatch(new RegExp(`would run: wrangler .*create ${name}\\n`));
    expect(words).toContain("would run: wrangler secret bulk --name tributary-api");
    expect([account.asked, existsSync(folder)]).toEqual([0, false]);
  });

  test("makes what is missing and leaves what is there", { timeout: 300_000 }, async () => {
    const standing = {
      uuid: "11111111-1111-4111-8111-111111111111",
      name: "tributary",
      sqlite: new DatabaseSync(":memory:"),
    };
    account.databases.push(standing);
    account.worker = { metadata: { bindings: [] }, tag: undefined };
    account.queues.push(
      ...["delivery", "events"].flatMap((work) => [
        queueNamed(`tributary-${work}`),
        queueNamed(`tributary-${work}-dead`),
      ]),
    );
    account.secrets.AUTH_SECRET = "the one that sessions were signed with";
    vi.stubEnv("OPENAI_API_KEY", "key-of-the-operator");

    const words = await follow({ cells: 1, isDryRun: false });

    expect(account.unknown).toEqual([]);
    expect(account.changes.toSorted()).toEqual(
      [
        "bucket tributary-files",
        "database tributary-cell-a",
        "project tributary",
        "queue tributary-generation",
        "queue tributary-generation-dead",
        ...["generation", "delivery", "events"].flatMap((work) => [
          `consumer of tributary-${work}`,
          `consumer of tributary-${work}-dead`,
        ]),
        ...migrations.flatMap((name) => [`migration ${name}`, `migration ${name}`]),
        "secret OPENAI_API_KEY",
        "secret SEAL_KEYS",
        "worker tributary-api",
        "web tributary",
      ].toSorted(),
    );
    expect(account.changes.indexOf("worker tributary-api")).toBeGreaterThan(
      account.changes.indexOf("secret SEAL_KEYS"),
    );
    const bound = Object.fromEntries(
      account.worker.metadata.bindings.map((binding) => [binding.name, binding]),
    );
    expect(bound).toMatchObject({
      DB: { type: "d1", id: standing.uuid },
      CELL_A: { type: "d1", id: account.databases[1].uuid },
      TRIBUTARY_MODE: { text: "production" },
      APP_URL: { text: "https://tributary.pages.dev" },
    });
    expect(account.web).toContain('{"name":"API","type":"service","service":"tributary-api"}');
    expect(account.secrets.AUTH_SECRET).toBe("the one that sessions were signed with");
    expect(words).not.toContain(account.secrets.SEAL_KEYS);
    expect(words).not.toContain("key-of-the-operator");
    const kept = join(folder, "secrets.env");
    expect(readFileSync(kept, "utf8")).toContain(account.secrets.SEAL_KEYS);
    expect(statSync(kept).mode & 0o077).toBe(0);
  });

  test("the doctor looks at what is deployed, and names what is not as it should be", async () => {
    const generation = account.queues.find(({ queue_name }) => queue_name === "tributary-generation");
    generation.consumers[0].dead_letter_queue = undefined;
    delete account.secrets.SEAL_KEYS;
    account.databases[1].sqlite.exec(`DELETE FROM d1_migrations WHERE name = '${migrations.at(-1)}'`);

    const findings = await examineProduction({ ask: () => "ok" });

    expect(findings.filter(({ command }) => command).map(({ words }) => words)).toEqual([
      `tributary-cell-a has not seen ${migrations.at(-1)}.`,
      "Dead letters of tributary-generation do not go to tributary-generation-dead.",
      "The secret SEAL_KEYS is not set.",
      "No mail can be sent, so nobody can confirm an address.",
    ]);
  });
});

const titles = [
  "Build both bundles",
  "Who is signed in to Cloudflare",
  "The web app's place on Pages",
  "Databases",
  "Queues, and one for the dead letters of each",
  "The bucket for files that visitors send",
  "The Worker's configuration for production",
  "Migrations, before the code that needs them",
  "Secrets",
  "The API Worker",
  "The web app",
  "Is it well?",
];

async function follow(options) {
  const lines = [];
  await deploy({ ...options, folder, say: (line) => lines.push(line), ask: () => "ok" });
  return `${lines.join("\n")}\n`;
}
