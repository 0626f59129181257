import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

export type Source = { path: string; text: string; imports: { target: string; typeOnly: boolean }[] };

/** Our own TypeScript, with what each file imports as paths from the root. */
export function readSources(patterns: string[]): Source[] {
  return globSync(patterns, { exclude: (path) => /node_modules|\.gen\.|\/build\//.test(path) })
    .toSorted()
    .map((path) => {
      const text = readFileSync(path, "utf8");
      return { path, text, imports: importsOf(path, text) };
    });
}

const importing = /^(?:import|export)\s+(type\s+)?(?:[^"';]*?\sfrom\s+)?"(\.[^"]+)"/gm;

function importsOf(path: string, text: string): Source["imports"] {
  return [...text.matchAll(importing)].map(([, typeOnly, specifier = ""]) => ({
    target: normalize(join(dirname(path), specifier)),
    typeOnly: typeOnly !== undefined,
  }));
}

export const isTest = (path: string) => /\.test\.tsx?$|^worker\/([\w-]+\/)?test\/|\.d\.ts$/.test(path);
