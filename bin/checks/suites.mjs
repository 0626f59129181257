/**
 * What has to hold: stages follow each other, lanes run side by side, one after the other within. A lane keeps one
 * processor busy, and two of them end at about the same time.
 */
export const stages = [
  [
    [
      { name: "types", tool: "tsc", args: ["-p", "."] },
      { name: "types of the web app", tool: "tsc", args: ["-p", "web"] },
      { name: "types of the embed", tool: "tsc", args: ["-p", "embed"] },
      { name: "types of the browser tests", tool: "tsc", args: ["-p", "web/e2e"] },
      { name: "lint", tool: "oxlint", args: ["--type-aware"] },
      { name: "format", tool: "oxfmt", args: ["--check", "."] },
      { name: "the SDK follows the routes", tool: "bin/sdk.mjs", args: ["--check"] },
      { name: "worker and web", suite: "vitest.config.ts", shard: "1/2" },
    ],
    [
      { name: "repository", suite: "bin/checks/vitest.config.mjs" },
      { name: "worker and web, the other half", suite: "vitest.config.ts", shard: "2/2" },
    ],
  ],
  // A browser has the machine to itself.
  [[{ name: "browser", suite: "web/e2e/vitest.config.ts" }]],
];
