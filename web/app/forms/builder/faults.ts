import type { Definition } from "../definition";

export type FaultAt = { pointer: string; detail: string };

/** What the server found wrong, by the key of the question or ending it is about; `""` is the form itself. */
export function faultsByKey(errors: readonly FaultAt[], definition: Definition): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { pointer, detail } of errors) {
    const key = keyAt(pointer, definition);
    const known = found.get(key) ?? [];
    if (!known.includes(detail)) found.set(key, [...known, detail]);
  }
  return found;
}

function keyAt(pointer: string, { fields, endings }: Definition): string {
  const [, kind, index] = /^\/definition\/(fields|endings)\/(\d+)/.exec(pointer) ?? [];
  const list = kind === "fields" ? fields : kind === "endings" ? endings : [];
  return list[Number(index)]?.key ?? "";
}
