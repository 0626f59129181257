import { addressParts, asksSomething, type FormDefinition, type RawAnswers } from "./form";

/** A plain form post as answers: names are keys, parts of an address are `key.city`. What no field asks for is left. */
export function readPost(
  definition: Pick<FormDefinition, "fields">,
  entries: Iterable<readonly [string, unknown]>,
): RawAnswers {
  const given = Map.groupBy(entries, ([name]) => name);
  const valuesOf = (name: string) => given.get(name)?.map(([, value]) => value) ?? [];
  const raw: Record<string, unknown> = {};
  for (const { key, type } of definition.fields.filter(asksSomething)) {
    if (type === "address") {
      const parts = addressParts.flatMap((part) =>
        valuesOf(`${key}.${part}`)
          .slice(0, 1)
          .map((value) => [part, value]),
      );
      raw[key] = Object.fromEntries(parts);
    } else {
      const values = valuesOf(key);
      raw[key] = type === "multiple_choice" || type === "file" ? values : values[0];
    }
  }
  return raw;
}
