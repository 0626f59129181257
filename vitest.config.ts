import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

const migrations = await readD1Migrations("migrations");

const routes = "worker/test/common/**/*.test.ts";

/** What never opens a database, or only the one that everybody shares. */
const withoutCells = [
  "worker/people/**/*.test.ts",
  "worker/providers/**/*.test.ts",
  "worker/kernel/conditions/**/*.test.ts",
  "worker/*/pure/**/*.test.ts",
  "worker/durable/rate-limiter*.test.ts",
];

const everything = ["worker/**/*.test.ts", "db/**/*.test.ts"];

type Tests = { cells: string[]; include: string[]; exclude: string[] };

function workerProject(name: string, { cells, include, exclude }: Tests) {
  return {
    plugins: [
      cloudflareTest({
        main: "./worker/index.ts",
        wrangler: { configPath: "./wrangler.toml" },
        miniflare: {
          d1Databases: Object.fromEntries(cells.map((cell) => [cell, cell.toLowerCase()])),
          bindings: {
            TRIBUTARY_MODE: "test",
            APP_URL: "http://localhost",
            AUTH_SECRET: "test-auth-secret-of-at-least-32-characters",
            SEAL_KEYS: "k1:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
            TEST_MIGRATIONS: migrations,
          },
        },
      }),
    ],
    test: {
      name,
      include,
      exclude: ["worker/test/structure/**", ...exclude],
      setupFiles: ["worker/test/setup.ts"],
      isolate: false,
      fileParallelism: false,
      maxWorkers: 1,
      testTimeout: 60_000,
      hookTimeout: 60_000,
    },
  };
}

export default defineConfig({
  test: {
    projects: [
      // Organizations live in three databases, by the name of the test that makes them.
      workerProject("worker", {
        cells: ["CELL_A", "CELL_B"],
        include: everything,
        exclude: [routes, ...withoutCells],
      }),
      // As it is deployed at first; and a stranger is nearest where everybody's rows are in one database.
      workerProject("one database", { cells: [], include: [routes, ...withoutCells], exclude: [] }),
      {
        resolve: { alias: { "~": new URL("web/app", import.meta.url).pathname } },
        test: { name: "web", include: ["web/app/**/*.test.ts"], environment: "node" },
      },
      { test: { name: "structure", include: ["worker/test/structure/**/*.test.ts"], environment: "node" } },
    ],
  },
});
