import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** What holds for the repository itself, and the scripts around the product; run in Node. */
export default defineConfig({
  test: {
    name: "repository",
    root: fileURLToPath(new URL("../..", import.meta.url)),
    include: ["bin/**/*.test.mjs"],
    fileParallelism: false,
    chaiConfig: { truncateThreshold: 0 },
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
