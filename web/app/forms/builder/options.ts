import type { Choice } from "../definition";

/** Empty lines are none; a line that was there keeps its value, so that answers given before still mean it. */
export function optionsFrom(text: string, before: readonly Choice[]): Choice[] {
  const labels = linesOf(text);
  const options: Choice[] = [];
  for (const label of labels) {
    const known = before.find((option) => option.label === label && !options.includes(option));
    options.push(known ?? { value: freshValue(label, [...before, ...options]), label });
  }
  return options;
}

export function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*(?:[-*•·]|\d+[.)])\s+/, "").trim())
    .filter(Boolean);
}

/** What stands in answers and exports: the label's letters, made unique. */
export function freshValue(label: string, taken: readonly Choice[]): string {
  const base =
    label
      .normalize("NFKD")
      .replaceAll(/[\u0300-\u036F]/g, "")
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, "_")
      .replaceAll(/^_+|_+$/g, "")
      .slice(0, 36) || "option";
  const values = new Set(taken.map(({ value }) => value));
  for (let number = 1; ; number++) {
    const value = number === 1 ? base : `${base}_${number}`;
    if (!values.has(value)) return value;
  }
}
