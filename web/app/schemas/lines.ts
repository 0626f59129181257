import * as z from "zod";

/** One entry a line: easy to write, to paste and to put in order. */
export function linesSchema({ most, longest }: { most: number; longest: number }) {
  return z
    .string()
    .default("")
    .transform((text) => entriesOf(text, "\n"))
    .pipe(entries(most, longest, `Use at most ${most} lines.`));
}

/** Words with commas between them. */
export function wordListSchema({ most, longest }: { most: number; longest: number }) {
  return z
    .string()
    .default("")
    .transform((text) => entriesOf(text, ","))
    .pipe(entries(most, longest, `Use at most ${most}.`));
}

function entries(most: number, longest: number, tooMany: string) {
  return z.array(z.string().max(longest, `Keep each within ${longest} characters.`)).max(most, tooMany);
}

function entriesOf(text: string, separator: string): string[] {
  const all = text
    .split(separator)
    .map((entry) => entry.trim())
    .filter(Boolean);
  return [...new Set(all)];
}
