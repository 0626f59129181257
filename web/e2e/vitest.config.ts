import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** The real product in a real browser: one server and one Chromium for the whole run. */
export default defineConfig({
  test: {
    name: "browser",
    root: fileURLToPath(new URL(".", import.meta.url)),
    include: ["**/*.test.ts"],
    globalSetup: ["product.ts"],
    fileParallelism: false,
    chaiConfig: { truncateThreshold: 0 },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
