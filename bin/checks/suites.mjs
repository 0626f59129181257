/** What has to hold, in the order in which it is told. A lane runs one after the other, lanes run side by side. */
export const lanes = [
  [
    { name: "types", tool: "tsc", args: ["-p", "."] },
    { name: "types of the web app", tool: "tsc", args: ["-p", "web"] },
    { name: "types of the browser tests", tool: "tsc", args: ["-p", "web/e2e"] },
    { name: "lint", tool: "oxlint", args: ["--type-aware"] },
    { name: "format", tool: "oxfmt", args: ["--check", "."] },
    { name: "the SDK follows the routes", tool: "bin/sdk.mjs", args: ["--check"] },
  ],
  [{ name: "repository", suite: "bin/checks/vitest.config.mjs" }],
];

/** These measure time or drive a browser, so each has the machine to itself. */
export const alone = [
  { name: "worker", suite: "vitest.config.ts" },
  { name: "browser", suite: "web/e2e/vitest.config.ts" },
];
