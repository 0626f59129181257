import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { experimental_readRawConfig as readRawConfig } from "wrangler";
import { root } from "../local/commands.mjs";
import { readVariableFile, variableFile, variableNames } from "../local/variables.mjs";

const { rawConfig: api } = readRawConfig({ config: join(root, "wrangler.toml") });
const { rawConfig: web } = readRawConfig({ config: join(root, "web/wrangler.toml") });

describe("the Workers' configuration", () => {
  const work = api.queues.consumers.filter(({ queue }) => !queue.endsWith("-dead"));

  test.each(work.map((consumer) => [consumer.queue, consumer]))(
    "QUE-04 %s has a dead-letter queue, and somebody reads it",
    (queue, consumer) => {
      expect(consumer.dead_letter_queue).toBe(`${queue}-dead`);
      expect(api.queues.consumers.map((other) => other.queue)).toContain(`${queue}-dead`);
    },
  );

  test("every queue that is sent to is consumed", () => {
    const sent = api.queues.producers.map(({ queue }) => queue);
    expect(sent.toSorted()).toEqual(work.map(({ queue }) => queue).toSorted());
  });

  test("each Durable Object keeps its data in SQLite from its first migration on", () => {
    const classes = api.durable_objects.bindings.map((binding) => binding.class_name);
    const created = api.migrations.flatMap((migration) => migration.new_sqlite_classes ?? []);
    expect(created.toSorted()).toEqual(classes.toSorted());
  });

  test("web and API run with the same date and flags, and the date is not ahead of the runtime", () => {
    expect(web.compatibility_date).toBe(api.compatibility_date);
    expect(web.compatibility_flags).toEqual(api.compatibility_flags);
    const oldest = runtimeVersions().toSorted()[0];
    expect(api.compatibility_date.replaceAll("-", "") <= oldest).toBe(true);
  });

  test("the API is reached through the web app's binding and has no address of its own", () => {
    expect(api.workers_dev).toBe(false);
    expect(web.services).toEqual([{ binding: "API", service: api.name }]);
  });

  test("SEC-03 no variable is written into a configuration file", () => {
    expect([api.vars, web.vars]).toEqual([undefined, undefined]);
  });

  test("every setting that the Worker reads is named in .dev.vars.example", () => {
    expect(variableNames()).toEqual(expect.arrayContaining(settingsOfOperators()));
  });

  test("the reference in docs/deploy.md names every setting that the Worker reads, and no other", () => {
    const guide = readFileSync(join(root, "docs/deploy.md"), "utf8");
    const rows = guide.split("\n").filter((line) => line.startsWith("| `"));
    const named = rows.flatMap((row) =>
      [...row.split("|")[1].matchAll(/`([A-Z0-9_]+)`/g)].map(([, name]) => name),
    );
    expect(named.toSorted()).toEqual(settingsOfOperators().toSorted());
  });
});

/** What the Worker asks its environment for, without what the deployment sets by itself. */
function settingsOfOperators() {
  const source = readFileSync(join(root, "worker/kernel/env.ts"), "utf8");
  const shape = source.slice(source.indexOf("z.object({"), source.indexOf("export type Settings"));
  const read = [...shape.matchAll(/^\s+([A-Z][A-Z0-9_]+):/gm)].map(([, name]) => name);
  expect(read.length).toBeGreaterThan(8);
  return read.filter((name) => name !== "TRIBUTARY_MODE" && name !== "APP_URL");
}

describe("a file of variables", () => {
  test.each([
    ["plain"],
    ["with 'single' quotes"],
    ['with "double" quotes'],
    ["a=b # c"],
    ["`tick` and 'quote'"],
    ["$HOME"],
  ])("brings %s back letter for letter", (value) => {
    expect(readVariableFile(variableFile({ NAME: value }))).toEqual({ NAME: value });
  });
});

function runtimeVersions() {
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  return Object.entries(packages)
    .filter(
      ([path]) => path.endsWith("node_modules/workerd") || path.endsWith("@cloudflare/workerd-linux-64"),
    )
    .map(([, { version }]) => version.split(".")[1]);
}
