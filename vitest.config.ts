import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

const migrations = await readD1Migrations("migrations");

/** What never opens a database is the same with any number of them. */
const withoutCells = [
  "worker/providers/**",
  "worker/kernel/conditions/**",
  "worker/forms/pure/**",
  "worker/durable/rate-limiter*",
];

/** The same tests, once with one database and once with two more cells. */
function workerProject(name: string, cells: string[]) {
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
      include: ["worker/**/*.test.ts", "db/**/*.test.ts"],
      exclude: ["worker/test/structure/**", ...(cells.length > 0 ? withoutCells : [])],
      setupFiles: ["worker/test/setup.ts"],
      isolate: false,
      fileParallelism: false,
      maxWorkers: 1,
      testTimeout: 20_000,
    },
  };
}

export default defineConfig({
  test: {
    projects: [
      workerProject("one database", []),
      workerProject("two cells", ["CELL_A", "CELL_B"]),
      {
        resolve: { alias: { "~": new URL("web/app", import.meta.url).pathname } },
        test: { name: "web", include: ["web/app/**/*.test.ts"], environment: "node" },
      },
      { test: { name: "structure", include: ["worker/test/structure/**/*.test.ts"], environment: "node" } },
    ],
  },
});
