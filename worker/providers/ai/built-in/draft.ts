import { plainName } from "./material";

/** What a composer wrote, under the names that a schema may ask for it by. */
export type DraftValue = string | number | boolean | null | readonly DraftValue[] | Draft;
export type Draft = { readonly [name: string]: DraftValue };

/** One value can go by several names: `draftOf({ "body content markdown": text })`. */
export function draftOf(values: Record<string, DraftValue>): Draft {
  const named = Object.entries(values).flatMap(([names, value]) =>
    names.split(" ").map((name) => [plainName(name), value] as const),
  );
  return Object.fromEntries(named);
}

/** What is asked for as `blogTitle` may have been written as `title`. */
export function writtenAs(draft: Draft, name: string): DraftValue | undefined {
  const plain = plainName(name);
  if (Object.hasOwn(draft, plain)) return draft[plain];
  const last = plainName(/[A-Z][a-z]+$/.exec(name)?.[0] ?? "");
  return last !== "" && Object.hasOwn(draft, last) ? draft[last] : undefined;
}

export function isDraft(value: DraftValue | undefined): value is Draft {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
