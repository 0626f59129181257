import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));
const gallery = "**/gallery.test.ts";

/** The real product in a real browser: one server and one Chromium for each of the two. */
function browserProject(name: string, include: string[], exclude: string[] = []) {
  return {
    test: {
      name,
      root,
      include,
      exclude: ["**/node_modules/**", ...exclude],
      globalSetup: ["product.ts"],
      fileParallelism: false,
      chaiConfig: { truncateThreshold: 0 },
      testTimeout: 60_000,
      hookTimeout: 60_000,
    },
  };
}

export default defineConfig({
  test: {
    root,
    projects: [browserProject("browser", ["**/*.test.ts"], [gallery]), browserProject("gallery", [gallery])],
  },
});
