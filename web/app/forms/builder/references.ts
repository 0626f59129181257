import type { Condition } from "../../../../worker/kernel/pure/condition";
import type { Definition } from "../definition";

type Translations = NonNullable<Definition["translations"]>;

/** A definition in which nothing speaks of this key any more: no condition, no jump, no translation. */
export function withoutField(definition: Definition, key: string): Definition {
  const fields = definition.fields.map((field) => {
    const visibleWhen = without(field.visibleWhen, key);
    const jumps = field.jumps?.flatMap(({ when, to }) => {
      const left = without(when, key);
      return left && to !== key ? [{ when: left, to }] : [];
    });
    return tidy({ ...field, visibleWhen, jumps: jumps?.length ? jumps : undefined });
  });
  const endings = definition.endings.map((ending) => tidy({ ...ending, when: without(ending.when, key) }));
  return tidy({ ...definition, fields, endings, translations: withoutWords(definition.translations, key) });
}

/** The same definition with another name for one of its questions, wherever it is spoken of. */
export function renameKey(definition: Definition, from: string, to: string): Definition {
  const renamed = (condition: Condition | undefined) => condition && rename(condition, from, to);
  const fields = definition.fields.map((field) =>
    tidy({
      ...field,
      key: field.key === from ? to : field.key,
      visibleWhen: renamed(field.visibleWhen),
      jumps: field.jumps?.map((jump) => ({
        when: rename(jump.when, from, to),
        to: jump.to === from ? to : jump.to,
      })),
    }),
  );
  const endings = definition.endings.map((ending) => tidy({ ...ending, when: renamed(ending.when) }));
  return tidy({
    ...definition,
    fields,
    endings,
    translations: renameWords(definition.translations, from, to),
    wordings: definition.wordings?.map((wording) => ({
      ...wording,
      texts: renameWords({ "": wording.texts }, from, to)?.[""] ?? {},
    })),
  });
}

function without(condition: Condition | undefined, key: string): Condition | undefined {
  if (!condition) return undefined;
  if ("all" in condition) return group(condition.all, key, (all) => ({ all }));
  if ("any" in condition) return group(condition.any, key, (any) => ({ any }));
  if ("not" in condition) {
    const inner = without(condition.not, key);
    return inner && { not: inner };
  }
  return condition.field === key ? undefined : condition;
}

function group(conditions: Condition[], key: string, make: (left: Condition[]) => Condition) {
  const left = conditions.flatMap((condition) => without(condition, key) ?? []);
  return left.length > 0 ? make(left) : undefined;
}

function rename(condition: Condition, from: string, to: string): Condition {
  if ("all" in condition) return { all: condition.all.map((each) => rename(each, from, to)) };
  if ("any" in condition) return { any: condition.any.map((each) => rename(each, from, to)) };
  if ("not" in condition) return { not: rename(condition.not, from, to) };
  return condition.field === from ? { ...condition, field: to } : condition;
}

function withoutWords(translations: Translations | undefined, key: string): Translations | undefined {
  return eachWord(translations, (path) => (speaksOf(path, key) ? null : path));
}

function renameWords(
  translations: Translations | undefined,
  from: string,
  to: string,
): Translations | undefined {
  return eachWord(translations, (path) =>
    speaksOf(path, from) ? path.replace(`.${from}.`, `.${to}.`) : path,
  );
}

function speaksOf(path: string, key: string): boolean {
  return path.startsWith(`fields.${key}.`) || path.startsWith(`endings.${key}.`);
}

function eachWord(translations: Translations | undefined, name: (path: string) => string | null) {
  if (!translations) return undefined;
  return Object.fromEntries(
    Object.entries(translations).map(([language, words]) => [
      language,
      Object.fromEntries(
        Object.entries(words).flatMap(([path, text]) => {
          const next = name(path);
          return next === null ? [] : [[next, text]];
        }),
      ),
    ]),
  );
}

function tidy<T extends object>(thing: T): T {
  // safe: only properties without a value are left out, and those may be missing
  return Object.fromEntries(Object.entries(thing).filter(([, value]) => value !== undefined)) as T;
}
