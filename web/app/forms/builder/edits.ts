import type { Definition, Ending, Field, FieldType } from "../definition";
import { asksSomething, hasOptions } from "../../../../worker/forms/pure/form";
import { freshField, freshKey } from "../field-types";
import { withoutField } from "./references";

/** After the one named, or at the end; tells the key of what was added. */
export function addField(
  definition: Definition,
  type: FieldType,
  after: string | null,
): [Definition, string] {
  const field = freshField(type, definition);
  return [insert(definition, field, after), field.key];
}

export function duplicateField(definition: Definition, key: string): [Definition, string] {
  const field = fieldOf(definition, key);
  if (!field) return [definition, key];
  // Two questions are not kept in one place.
  const { mapsTo: _taken, ...rest } = structuredClone(field);
  const twin = { ...rest, key: freshKey(field.type, definition) };
  return [insert(definition, twin, key), twin.key];
}

function insert(definition: Definition, field: Field, after: string | null): Definition {
  const at = definition.fields.findIndex(({ key }) => key === after);
  const fields = [...definition.fields];
  fields.splice(at < 0 ? fields.length : at + 1, 0, field);
  return { ...definition, fields };
}

export function changeField(definition: Definition, key: string, patch: Partial<Field>): Definition {
  return {
    ...definition,
    fields: definition.fields.map((field) => (field.key === key ? withPatch(field, patch) : field)),
  };
}

/** Whoever asked whether it was answered no longer asks, and whoever led to it leads on. */
export function removeField(definition: Definition, key: string): Definition {
  return withoutField({ ...definition, fields: definition.fields.filter((field) => field.key !== key) }, key);
}

export function moveField(definition: Definition, key: string, to: number): Definition {
  const field = fieldOf(definition, key);
  if (!field) return definition;
  const fields = definition.fields.filter((each) => each !== field);
  fields.splice(Math.max(0, Math.min(to, fields.length)), 0, field);
  return { ...definition, fields };
}

/** What both types know stays: the words, whether it is required, and the options from one choice to another. */
export function changeType(definition: Definition, key: string, type: FieldType): Definition {
  const field = fieldOf(definition, key);
  if (!field || field.type === type) return definition;
  const { options: ownOptions, rules, mapsTo, ...rest } = freshField(type, definition);
  const options = hasOptions(type) ? (field.options ?? ownOptions) : undefined;
  const { label, help, isRequired, visibleWhen, canPrefill } = field;
  const kept = asksSomething(rest) ? { isRequired, canPrefill, mapsTo: field.mapsTo ?? mapsTo } : {};
  const next = withPatch<Field>({ ...rest, key, label }, { help, visibleWhen, options, rules, ...kept });
  return { ...definition, fields: definition.fields.map((each) => (each === field ? next : each)) };
}

export function addEnding(definition: Definition): [Definition, string] {
  const key = freshKey("ending", definition);
  const ending: Ending = { key, kind: "message", title: "Thank you" };
  // Before the one without a condition, which would otherwise always be reached first.
  const last = definition.endings.findIndex(({ when }) => !when);
  const endings = [...definition.endings];
  endings.splice(last < 0 ? endings.length : last, 0, ending);
  return [{ ...definition, endings }, key];
}

export function changeEnding(definition: Definition, key: string, patch: Partial<Ending>): Definition {
  const endings = definition.endings.map((ending) =>
    ending.key === key ? withPatch(ending, patch) : ending,
  );
  return { ...definition, endings };
}

export function removeEnding(definition: Definition, key: string): Definition {
  if (definition.endings.length <= 1) return definition;
  const endings = definition.endings.filter((ending) => ending.key !== key);
  return withoutField({ ...definition, endings }, key);
}

export function fieldOf({ fields }: Definition, key: string | null): Field | undefined {
  return fields.find((field) => field.key === key);
}

export function endingOf({ endings }: Definition, key: string | null): Ending | undefined {
  return endings.find((ending) => ending.key === key);
}

/** Empty answers are no properties: an optional text that was wiped is gone; a question without words is still one. */
function withPatch<T extends object>(thing: T, patch: Partial<T>): T {
  const entries = Object.entries({ ...thing, ...patch }).filter(
    ([name, value]) => name === "label" || name === "title" || !isNothing(value),
  );
  // safe: only optional properties are ever left out
  return Object.fromEntries(entries) as T;
}

function isNothing(value: unknown): boolean {
  if (value === undefined || value === "" || value === false) return true;
  if (Array.isArray(value)) return value.length === 0;
  return (
    typeof value === "object" && value !== null && Object.values(value).every((each) => each === undefined)
  );
}
