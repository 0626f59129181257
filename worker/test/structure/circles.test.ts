import { dirname, join, normalize } from "node:path";
import { expect, it } from "vitest";
import { isTest, readSources, type Source } from "./sources";

const product = readSources([
  "worker/**/*.ts",
  "db/**/*.ts",
  "web/app/**/*.{ts,tsx}",
  "embed/**/*.ts",
  "sdk/**/*.ts",
]).filter(({ path }) => !isTest(path));
const names = new Set(product.map(({ path }) => path));
const imports = new Map(product.map((source) => [source.path, importsOf(source)]));

it("no file reaches itself through what it imports, not even for a type", () => {
  expect(product.flatMap(({ path }) => wayBackTo(path) ?? [])).toEqual([]);
});

/** Which files it imports, also those that come late; in the web app `~` is its root. */
function importsOf({ path, text }: Source): string[] {
  return [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*"([^"]+)"/g)].flatMap(([, specifier = ""]) => {
    if (!/^(\.|~\/)/.test(specifier)) return [];
    const target = specifier.startsWith("~/")
      ? join("web/app", specifier.slice(2))
      : normalize(join(dirname(path), specifier));
    return ["", ".ts", ".tsx", "/index.ts"].map((end) => target + end).find((name) => names.has(name)) ?? [];
  });
}

/** The first circle found from here, told from its smallest name so that it is told once. */
function wayBackTo(start: string): string | undefined {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (let path = queue.shift(); path; path = queue.shift()) {
    for (const next of imports.get(path) ?? []) {
      if (next === start) return told(start, path, cameFrom);
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, path);
      queue.push(next);
    }
  }
}

function told(start: string, last: string, cameFrom: Map<string, string>): string | undefined {
  const way = [last];
  for (let path = last; path !== start;) {
    path = cameFrom.get(path) ?? start;
    way.unshift(path);
  }
  return way.some((path) => path < start) ? undefined : [...way, start].join(" → ");
}
