import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** The real product in a real browser: one server and one Chromium for all. */
export default defineConfig({
  test: {
    name: "browser",
    root: fileURLToPath(new URL(".", import.meta.url)),
    globalSetup: ["product.ts"],
    fileParallelism: false,
    chaiConfig: { truncateThreshold: 0 },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
